import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ContractSigningService } from './contract-signing.service.js';
import { ContractsService } from './contracts.service.js';
import {
  ChangeContractDto,
  ContractDto,
  ContractListDto,
  ContractPageDto,
  DraftContractDto,
  EndContractDto,
  ListContractsQuery,
  SignContractDto,
} from './dto/contract.dto.js';

@ApiTags('contracts')
@Controller('v1')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly signing: ContractSigningService,
  ) {}

  /** Drafts a contract of an engagement. */
  @Post('engagements/:id/contracts')
  @Requires('contract:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  draftContract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: DraftContractDto,
  ): Promise<ContractDto> {
    return this.contracts.draft(caller, id, body);
  }

  /** Lists the contracts of an engagement, the latest first. */
  @Get('engagements/:id/contracts')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listContractsOfEngagement(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<ContractListDto> {
    return this.contracts.ofEngagement(caller, id);
  }

  /** Lists the contracts of the body, the latest first. */
  @Get('contracts')
  @Requires('contract:read')
  listContracts(
    @CurrentCaller() caller: Caller,
    @Query() query: ListContractsQuery,
  ): Promise<ContractPageDto> {
    return this.contracts.list(caller, query);
  }

  /** Reads a contract. Its `ETag` covers the whole dossier it rests on. */
  @Get('contracts/:id')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  readContract(@CurrentCaller() caller: Caller, @Id() id: string): Promise<ContractDto> {
    return this.contracts.read(caller, id);
  }

  /** Changes a draft. */
  @Patch('contracts/:id')
  @Requires('contract:write')
  @Versioned()
  @ApiProblems(422)
  @ApiId()
  changeContract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeContractDto,
  ): Promise<ContractDto> {
    return this.contracts.change(caller, id, expected, body);
  }

  /** Records that both sides signed; its text stands still from then on. Asks the gate `sign`. */
  @Post('contracts/:id/signature')
  @HttpCode(200)
  @Requires('contract:sign')
  @Versioned()
  @Idempotent()
  @ApiId()
  signContract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: SignContractDto,
  ): Promise<ContractDto> {
    return this.signing.sign(caller, id, expected, body);
  }

  /** Ends a signed contract; its clauses prove nothing after that day. */
  @Post('contracts/:id/end')
  @HttpCode(200)
  @Requires('contract:sign')
  @Versioned()
  @Idempotent()
  @ApiId()
  endContract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: EndContractDto,
  ): Promise<ContractDto> {
    return this.contracts.end(caller, id, expected, body);
  }
}
