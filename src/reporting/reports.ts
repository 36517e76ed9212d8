import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../audit-trail/index.js';
import { MaterialChanges, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { OFFICE_CALENDAR } from '../shared/time/office-calendar.js';
import {
  provesUntil,
  reportPeriods,
  scheduleChange,
  type ReportPeriod,
} from './domain/schedule.js';
import { ScheduleAnswered } from './domain/report-standing.js';
import { ReportBooks } from './report-books.js';
import type { ReportTerms } from './report-terms.js';
import type { ScheduleRow } from './report-schedules.repository.js';
import type { ReportRow } from './reports.repository.js';

const UNANSWERED = {
  isLate: false,
  acceptedOn: null,
  waivedOn: null,
  waivedBy: null,
  waivedReason: null,
};

/** The reports that are due for engagements, and for how long an accepted one proves its duty. */
@Injectable()
export class Reports implements OnModuleInit {
  constructor(
    private readonly books: ReportBooks,
    private readonly changes: MaterialChanges,
    private readonly clock: BusinessClock,
  ) {}

  /** The schedules follow the term of the engagement: a period begun is cut short, later ones fall away. */
  onModuleInit(): void {
    this.changes.subscribe(async (tx, actor, dossier) => {
      const { schedules } = this.books;
      for (const schedule of await schedules.ofEngagement(tx, actor, dossier.engagement.id)) {
        await this.align(tx, actor, dossier, schedule);
        await this.restate(tx, actor, schedule.id);
      }
    });
  }

  /**
   * Puts a kind of report on a schedule; asked again with the same terms, nothing changes. The caller
   * has locked the dossier. @throws ScheduleAnswered where terms change after a report was answered
   */
  async schedule(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    terms: ReportTerms,
  ): Promise<readonly ReportRow[]> {
    const { id: engagementId, startsOn, takenOverFrom } = dossier.engagement;
    await this.refuseChangeOfAnswered(tx, actor, engagementId, terms);
    const countsFrom = takenOverFrom === null ? startsOn : this.clock.today();
    const { kind, everyMonths, dueBusinessDays } = terms;
    const row = { id: uuidv7(), engagementId, kind, everyMonths, dueBusinessDays, countsFrom };
    const schedule = await this.books.schedules.keep(tx, actor, row);
    await this.align(tx, actor, dossier, schedule);
    return this.books.reports.ofSchedule(tx, actor, schedule.id);
  }

  /** Opens one report outside any schedule. */
  async open(
    tx: Tx,
    actor: Actor,
    report: ReportPeriod & { readonly engagementId: string; readonly kind: string },
  ): Promise<ReportRow> {
    const { reports, trail } = this.books;
    const after = newReport(report, report, null);
    await reports.insert(tx, actor, [after]);
    const subject = { kind: 'report', id: after.id };
    await trail.append(tx, actor, { action: 'report.opened', subject, after });
    return after;
  }

  /** Lets an accepted report prove its duty until the next one is due. */
  async prove(tx: Tx, actor: Actor, dossier: Dossier, report: ReportRow): Promise<void> {
    const { id, kind, scheduleId, acceptedOn } = report;
    const schedule = await this.scheduleOf(tx, actor, dossier, scheduleId);
    await this.books.ledger.discharge(tx, actor, dossier, {
      ...{ kind: 'report', id, of: [kind], validUntil: provesUntil(report, schedule) },
      ...(acceptedOn !== null && { validFrom: acceptedOn }),
    });
  }

  /** Says anew until when the accepted reports of a schedule prove, after its due dates moved. */
  async restate(tx: Tx, actor: Actor, scheduleId: string): Promise<void> {
    const reports = await this.books.reports.ofSchedule(tx, actor, scheduleId);
    for (const report of reports.filter(({ status }) => status === 'accepted')) {
      const record = { kind: 'report', id: report.id } as const;
      await this.books.ledger.limit(tx, actor, record, provesUntil(report, reports));
    }
  }

  /** The reports of a schedule, foreseen as far ahead as it goes from today. */
  private async scheduleOf(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    scheduleId: string | null,
  ): Promise<readonly ReportRow[]> {
    if (scheduleId === null) return [];
    const schedules = await this.books.schedules.ofEngagement(tx, actor, dossier.engagement.id);
    const schedule = schedules.find(({ id }) => id === scheduleId);
    if (schedule !== undefined) await this.align(tx, actor, dossier, schedule);
    return this.books.reports.ofSchedule(tx, actor, scheduleId);
  }

  /** Brings the reports of a schedule to its plan. */
  private async align(
    tx: Tx,
    actor: Actor,
    { engagement: { startsOn, endsOn } }: Dossier,
    schedule: ScheduleRow,
  ): Promise<void> {
    const { reports, trail } = this.books;
    const standing = await reports.ofSchedule(tx, actor, schedule.id);
    const plan = { ...schedule, startsOn, endsOn };
    const periods = reportPeriods(plan, this.clock.today(), OFFICE_CALENDAR);
    const { added, redated, voided } = scheduleChange(standing, periods);
    if (added.length + redated.length + voided.length === 0) return;
    await reports.insert(
      tx,
      actor,
      added.map((period) => newReport(schedule, period, schedule.id)),
    );
    const patches = new Map<string, Partial<ReportRow>>([
      ...redated.map((period) => [period.id, { ...period, status: 'scheduled' }] as const),
      ...voided.map((id) => [id, { status: 'void' }] as const),
    ]);
    for (const report of standing) {
      const patch = patches.get(report.id);
      if (patch !== undefined) await reports.update(tx, actor, report, patch);
    }
    await trail.append(tx, actor, {
      action: 'reports.scheduled',
      subject: { kind: 'engagement', id: schedule.engagementId },
      after: schedule,
      facts: { kind: schedule.kind, added, redated, voided },
    });
  }

  private async refuseChangeOfAnswered(
    tx: Tx,
    actor: Actor,
    engagementId: string,
    terms: ReportTerms,
  ): Promise<void> {
    const { schedules, reports } = this.books;
    const kept = await schedules.ofEngagement(tx, actor, engagementId);
    const schedule = kept.find(({ kind }) => kind === terms.kind);
    if (schedule === undefined || isSame(schedule, terms)) return;
    const standing = await reports.ofSchedule(tx, actor, schedule.id);
    if (standing.every(({ status }) => status === 'scheduled' || status === 'void')) return;
    throw new ScheduleAnswered(terms.kind);
  }
}

function isSame(schedule: ScheduleRow, terms: ReportTerms): boolean {
  return (
    schedule.everyMonths === terms.everyMonths && schedule.dueBusinessDays === terms.dueBusinessDays
  );
}

function newReport(
  { engagementId, kind }: { readonly engagementId: string; readonly kind: string },
  { periodFrom, periodUntil, dueOn }: ReportPeriod,
  scheduleId: string | null,
): ReportRow {
  return {
    ...{ id: uuidv7(), engagementId, scheduleId, kind, version: 1, status: 'scheduled' },
    ...{ periodFrom, periodUntil, dueOn, originalDueOn: dueOn },
    ...UNANSWERED,
  };
}
