import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ReportListDto, ScheduleReportsDto } from './dto/report.dto.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@Controller('v1/engagements/:id/report-schedules')
export class ReportSchedulesController {
  constructor(private readonly service: ReportsService) {}

  /** Puts a periodic report on a schedule over the term of the engagement; answers with its reports. */
  @Post()
  @HttpCode(200)
  @Requires('contract:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  scheduleReports(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: ScheduleReportsDto,
  ): Promise<ReportListDto> {
    return this.service.schedule(caller, id, body);
  }
}
