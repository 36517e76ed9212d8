import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ListReportsQuery,
  OpenReportDto,
  ReportDetailDto,
  ReportPageDto,
  ReportResponseDto,
  ReviewReportDto,
  SubmitReportDto,
  WaiveReportDto,
} from './dto/report.dto.js';
import { ReportReviewsService } from './report-reviews.service.js';
import { ReportSubmissionsService } from './report-submissions.service.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly service: ReportsService,
    private readonly submissions: ReportSubmissionsService,
    private readonly reviews: ReportReviewsService,
    private readonly queries: ReportsQueries,
  ) {}

  /** Opens a report that an occasion or the end of the work calls for. */
  @Post()
  @Requires('report:submit')
  @Idempotent()
  openReport(
    @CurrentCaller() caller: Caller,
    @Body() body: OpenReportDto,
  ): Promise<ReportResponseDto> {
    return this.service.open(caller, body);
  }

  /** Lists reports, the next due first; `status=overdue` those that are late today. */
  @Get()
  @Requires('report:read')
  listReports(
    @CurrentCaller() caller: Caller,
    @Query() query: ListReportsQuery,
  ): Promise<ReportPageDto> {
    return this.queries.list(caller, query);
  }

  /** Reads a report with every version of it. */
  @Get(':id')
  @Requires('report:read')
  @ApiId()
  @ApiProblems(404)
  readReport(@CurrentCaller() caller: Caller, @Id() id: string): Promise<ReportDetailDto> {
    return this.queries.read(caller, id);
  }

  /** Enters a version of the report; a correction is a new version. */
  @Post(':id/submissions')
  @Requires('report:submit')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  submitReport(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: SubmitReportDto,
  ): Promise<ReportDetailDto> {
    return this.submissions.submit(caller, id, body);
  }

  /** Accepts the report or returns it; whoever entered it cannot. Accepted, it proves its duty until the next is due. */
  @Post(':id/review')
  @HttpCode(200)
  @Requires('report:review')
  @Versioned()
  @Idempotent()
  @ApiId()
  reviewReport(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ReviewReportDto,
  ): Promise<ReportDetailDto> {
    return this.reviews.review(caller, id, expected, body);
  }

  /** Decides that the period needs no report. */
  @Post(':id/waiver')
  @HttpCode(200)
  @Requires('report:waive')
  @Versioned()
  @Idempotent()
  @ApiId()
  waiveReport(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: WaiveReportDto,
  ): Promise<ReportDetailDto> {
    return this.reviews.waive(caller, id, expected, body);
  }
}
