import { Injectable } from '@nestjs/common';
import { Dossiers, refuseEnded, periodFaults, type Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { holds, numberSetting, type ReportKind } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { addBusinessDays } from '../shared/domain/business-calendar.js';
import { calendarDate } from '../shared/domain/calendar-date.js';
import { refuse, InvalidInput } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { OFFICE_CALENDAR } from '../shared/time/office-calendar.js';
import { kindFaults } from './domain/report-input.js';
import type {
  OpenReportDto,
  ReportListDto,
  ReportResponseDto,
  ScheduleReportsDto,
} from './dto/report.dto.js';
import { reportOf } from './report-response.js';
import { termsFor } from './report-terms.js';
import { Reports } from './reports.js';

/** Which reports are owed: periodic ones by a schedule, others when their occasion arises. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly dossiers: Dossiers,
    private readonly bodyPolicy: BodyPolicy,
    private readonly reports: Reports,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Schedules a periodic report by the terms given, else by what the policy says of the kind, the
   * review tier and the settings. @throws NotFound, InvalidInput, WrongStage
   */
  schedule(caller: Caller, engagementId: string, body: ScheduleReportsDto): Promise<ReportListDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await this.dossiers.postWith(tx, caller, 'contract:write', dossier);
      const kind = kindNamed(dossier, body.kind, true);
      const settings = await this.bodyPolicy.settings(tx, caller, dossier.pack);
      const terms = termsFor(dossier, kind, settings, body);
      if (terms === undefined) throw new InvalidInput([INTERVAL_MISSING]);
      const rows = await this.reports.schedule(tx, caller, dossier, terms);
      await this.dossiers.touch(tx, caller, dossier);
      return { items: rows.map((row) => reportOf(row, this.clock.today())) };
    });
  }

  /** Opens a report that an occasion or the end of the work calls for. @throws InvalidInput, WrongStage */
  open(caller: Caller, body: OpenReportDto): Promise<ReportResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const { engagementId, periodFrom, periodUntil } = body;
      const dossier = await this.dossiers.lockNamed(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await this.dossiers.postWith(tx, caller, 'report:submit', dossier);
      const kind = kindNamed(dossier, body.kind, false);
      refuse(periodFaults(periodFrom, periodUntil, '#/periodUntil'));
      const dueOn = await this.dueDayOf(tx, caller, dossier, kind, body);
      const opened = { engagementId, kind: kind.id, periodFrom, periodUntil, dueOn };
      const row = await this.reports.open(tx, caller, opened);
      await this.dossiers.touch(tx, caller, dossier);
      return reportOf(row, this.clock.today());
    });
  }

  private async dueDayOf(
    tx: Tx,
    caller: Caller,
    { pack }: Dossier,
    { dueSetting }: ReportKind,
    body: OpenReportDto,
  ): Promise<string> {
    if (body.dueOn !== undefined) {
      refuse(periodFaults(body.periodFrom, body.dueOn, '#/dueOn'));
      return body.dueOn;
    }
    if (dueSetting === undefined) throw new InvalidInput([DUE_DAY_MISSING]);
    const days = numberSetting(await this.bodyPolicy.settings(tx, caller, pack), dueSetting);
    return addBusinessDays(calendarDate(body.periodUntil), days, OFFICE_CALENDAR);
  }
}

/** The kind of report, where it is periodic or not as asked. @throws InvalidInput */
function kindNamed({ engagement, pack }: Dossier, id: string, isScheduled: boolean): ReportKind {
  const kind = pack.reports.find((candidate) => candidate.id === id);
  const facts = new Set(engagement.facts);
  const arising = pack.reports.filter(({ when }) => holds(when, facts));
  const faults = kindFaults(kind, arising, isScheduled);
  if (kind === undefined || faults.length > 0) throw new InvalidInput(faults);
  return kind;
}

const INTERVAL_MISSING = {
  pointer: '#/everyMonths',
  detail: {
    ja: 'ポリシーに報告の間隔の定めがないため、指定が必要です。',
    en: 'The policy sets no interval for it; give one.',
  },
};

const DUE_DAY_MISSING = {
  pointer: '#/dueOn',
  detail: {
    ja: 'この報告の期限の定めがないため、指定が必要です。',
    en: 'No setting gives the time limit of this report; give the day.',
  },
};
