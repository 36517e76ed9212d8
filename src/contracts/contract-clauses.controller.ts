import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiDocument } from '../shared/http/api-document.decorator.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { DocumentDto } from '../shared/http/document.dto.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { documentReply } from '../shared/http/document-reply.js';
import { ContractClausesService } from './contract-clauses.service.js';
import { ContractDocumentsService } from './contract-documents.service.js';
import { ReadDocumentQuery } from '../shared/http/document-query.dto.js';
import { ContractClausesDto, CoverageDto, DecideClausesDto } from './dto/contract-clause.dto.js';

@ApiTags('contracts')
@Controller('v1/contracts/:id')
export class ContractClausesController {
  constructor(
    private readonly clauses: ContractClausesService,
    private readonly documents: ContractDocumentsService,
  ) {}

  /** Lists the clauses offered for the contract with what was decided on each. */
  @Get('clauses')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listContractClauses(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<ContractClausesDto> {
    return this.clauses.list(caller, id);
  }

  /** Decides on all clauses of a draft at once: which are in, with what terms, and which do not apply. */
  @Put('clauses')
  @Requires('contract:write')
  @Versioned()
  @ApiProblems(422)
  @ApiId()
  decideContractClauses(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideClausesDto,
  ): Promise<ContractClausesDto> {
    return this.clauses.decide(caller, id, expected, body);
  }

  /** Confirms that a required clause is left out; whoever drafted it cannot. */
  @Post('clauses/:clauseId/confirmation')
  @HttpCode(200)
  @Requires('contract:confirm')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiParam({ name: 'clauseId', schema: { type: 'string' }, example: 'CL-04' })
  confirmClauseLeftOut(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('clauseId') clauseId: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<ContractClausesDto> {
    return this.clauses.confirm(caller, { id, clauseId }, expected);
  }

  /** What the contract covers of what the policy demands today, article by article, and what is open. */
  @Get('coverage')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  readContractCoverage(@CurrentCaller() caller: Caller, @Id() id: string): Promise<CoverageDto> {
    return this.clauses.coverage(caller, id);
  }

  /** The security annex (セキュリティ特記仕様書): of a draft as it stands, of a signed contract as it was signed. */
  @Get('document')
  @Requires('contract:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiDocument('The annex')
  async readContractDocument(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: ReadDocumentQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<DocumentDto | StreamableFile> {
    const document = await this.documents.read(caller, id, query.language ?? language);
    return documentReply(document, query.format, 'security-annex');
  }
}
