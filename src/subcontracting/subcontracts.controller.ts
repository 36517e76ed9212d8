import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ApplyForSubcontractDto,
  ChangeSubcontractDto,
  DraftSubcontractDto,
  SubcontractDetailDto,
  SubcontractListDto,
} from './dto/subcontract.dto.js';
import { SubcontractsService } from './subcontracts.service.js';

@ApiTags('subcontracting')
@Controller('v1')
export class SubcontractsController {
  constructor(private readonly service: SubcontractsService) {}

  /** Draws up a hop of the chain (再委託) on behalf of the contractor; nothing is approved by it. */
  @Post('engagements/:id/subcontracts')
  @Requires('subcontract:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  draftSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: DraftSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.service.draft(caller, id, body);
  }

  /** Lists the chain of an engagement as a tree, each hop with its rank before those below it. */
  @Get('engagements/:id/subcontracts')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listSubcontracts(@CurrentCaller() caller: Caller, @Id() id: string): Promise<SubcontractListDto> {
    return this.service.list(caller, id);
  }

  /** Reads a hop with all that was applied for, decided and discovered. Its `ETag` covers the whole dossier. */
  @Get('subcontracts/:id')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  readSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<SubcontractDetailDto> {
    return this.service.read(caller, id);
  }

  /**
   * Changes what is applied for. An approval was given for what was applied for: it is void then, with those
   * of the hops below, and is to be applied for anew.
   */
  @Patch('subcontracts/:id')
  @Requires('subcontract:write')
  @Versioned()
  @ApiId()
  changeSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.service.change(caller, id, expected, body);
  }

  /** Takes in the contractor's written application (再委託承諾申請書) for the hop as it stands. */
  @Post('subcontracts/:id/submission')
  @HttpCode(200)
  @Requires('subcontract:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  applyForSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ApplyForSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.service.apply(caller, id, expected, body);
  }

  /** Takes an application back before it is decided. */
  @Post('subcontracts/:id/withdrawal')
  @HttpCode(200)
  @Requires('subcontract:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  withdrawSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<SubcontractDetailDto> {
    return this.service.withdraw(caller, id, expected);
  }
}
