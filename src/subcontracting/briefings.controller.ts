import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { BriefingsService } from './briefings.service.js';
import { BriefingDto, BriefingListDto, RecordBriefingDto } from './dto/briefing.dto.js';

@ApiTags('subcontracting')
@Controller('v1/engagements/:id/briefings')
export class BriefingsController {
  constructor(private readonly service: BriefingsService) {}

  /**
   * Records that a firm was told what it must observe and keep secret, and acknowledged it (6(1)④). That of
   * the contractor proves the duty to brief; one of every other firm is needed before its work starts.
   */
  @Post()
  @Requires('briefing:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  recordBriefing(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RecordBriefingDto,
  ): Promise<BriefingDto> {
    return this.service.record(caller, id, body);
  }

  /** Lists the briefings of an engagement in the order in which they were acknowledged. */
  @Get()
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listBriefings(@CurrentCaller() caller: Caller, @Id() id: string): Promise<BriefingListDto> {
    return this.service.list(caller, id);
  }
}
