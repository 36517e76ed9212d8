import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { AuditConclusionsService } from './audit-conclusions.service.js';
import { AuditsService } from './audits.service.js';
import {
  AuditPageDto,
  AuditResponseDto,
  ConcludeAuditDto,
  ListAuditsQuery,
  PlanAuditDto,
} from './dto/audit.dto.js';

@ApiTags('audits')
@Controller('v1/audits')
export class AuditsController {
  constructor(
    private readonly service: AuditsService,
    private readonly conclusions: AuditConclusionsService,
  ) {}

  /** Plans an audit of a firm of the chain. */
  @Post()
  @Requires('audit:write')
  @Idempotent()
  planAudit(
    @CurrentCaller() caller: Caller,
    @Body() body: PlanAuditDto,
  ): Promise<AuditResponseDto> {
    return this.service.plan(caller, body);
  }

  /** Lists audits, the first planned first. */
  @Get()
  @Requires('engagement:read')
  listAudits(
    @CurrentCaller() caller: Caller,
    @Query() query: ListAuditsQuery,
  ): Promise<AuditPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads an audit. */
  @Get(':id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readAudit(@CurrentCaller() caller: Caller, @Id() id: string): Promise<AuditResponseDto> {
    return this.service.read(caller, id);
  }

  /** Records the opinion, by an auditor independent of the section and of the drafting. */
  @Post(':id/conclusion')
  @HttpCode(200)
  @Requires('audit:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  concludeAudit(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ConcludeAuditDto,
  ): Promise<AuditResponseDto> {
    return this.conclusions.conclude(caller, id, expected, body);
  }
}
