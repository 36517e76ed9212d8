import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { CorrectionsService } from './corrections.service.js';
import {
  FindingDetailDto,
  FindingPageDto,
  ListFindingsQuery,
  RaiseFindingDto,
  RecordCorrectiveActionDto,
  VerifyFindingDto,
} from './dto/finding.dto.js';
import { FindingsService } from './findings.service.js';

@ApiTags('findings')
@Controller('v1/findings')
export class FindingsController {
  constructor(
    private readonly service: FindingsService,
    private readonly corrections: CorrectionsService,
  ) {}

  /** Raises a finding. A major one breaches the obligations of its article until it is remedied. */
  @Post()
  @Requires('finding:write')
  @Idempotent()
  raiseFinding(
    @CurrentCaller() caller: Caller,
    @Body() body: RaiseFindingDto,
  ): Promise<FindingDetailDto> {
    return this.service.raise(caller, body);
  }

  /** Lists findings, the next due first. */
  @Get()
  @Requires('engagement:read')
  listFindings(
    @CurrentCaller() caller: Caller,
    @Query() query: ListFindingsQuery,
  ): Promise<FindingPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a finding with its corrective actions. */
  @Get(':id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readFinding(@CurrentCaller() caller: Caller, @Id() id: string): Promise<FindingDetailDto> {
    return this.service.read(caller, id);
  }

  /** Plans a correction or records that it was carried out. */
  @Post(':id/corrective-actions')
  @Requires('corrective-action:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  recordCorrectiveAction(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RecordCorrectiveActionDto,
  ): Promise<FindingDetailDto> {
    return this.corrections.record(caller, id, body);
  }

  /** Verifies the correction; whoever carried it out cannot. Effective, it remedies the breach. */
  @Post(':id/verification')
  @HttpCode(200)
  @Requires('finding:verify')
  @Versioned()
  @Idempotent()
  @ApiId()
  verifyFinding(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: VerifyFindingDto,
  ): Promise<FindingDetailDto> {
    return this.corrections.verify(caller, id, expected, body);
  }
}
