import { Injectable } from '@nestjs/common';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { ListReportsQuery, ReportDetailDto, ReportPageDto } from './dto/report.dto.js';
import { reportOf } from './report-response.js';
import { ReportsRepository } from './reports.repository.js';

@Injectable()
export class ReportsQueries {
  constructor(
    private readonly transactor: Transactor,
    private readonly reports: ReportsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<ReportDetailDto> {
    return this.transactor.read(caller, async (tx) => {
      const report = await this.reports.read(tx, caller, id);
      const submissions = await this.reports.submissions(tx, caller, id);
      return { ...reportOf(report, this.clock.today()), submissions };
    });
  }

  async list(caller: Caller, query: ListReportsQuery): Promise<ReportPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const today = this.clock.today();
    const filter = { ...query, today, limit: query.limit + 1 };
    const rows = await this.reports.list(caller, filter, after);
    return pageOf(query, rows, {
      position: ({ dueOn, id }) => ({ key: dueOn, id }),
      item: (row) => reportOf(row, today),
    });
  }
}
