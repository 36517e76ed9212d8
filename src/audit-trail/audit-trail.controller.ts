import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { AuditTrailQueries } from './audit-trail.queries.js';
import { ListTrailQuery, TrailPageDto } from './dto/trail.dto.js';

@ApiTags('trail')
@Controller('v1/audit-trail')
export class AuditTrailController {
  constructor(private readonly queries: AuditTrailQueries) {}

  /** Lists what was done, newest first. */
  @Get()
  @Requires('trail:read')
  listAuditTrail(
    @CurrentCaller() caller: Caller,
    @Query() query: ListTrailQuery,
  ): Promise<TrailPageDto> {
    return this.queries.list(caller, query);
  }
}
