import { addBusinessDays, type BusinessCalendar } from '../../shared/domain/business-calendar.js';
import { addDays, addMonths, calendarDate } from '../../shared/domain/calendar-date.js';

/** How far ahead the reports of an engagement without an end are foreseen, in months. */
const FORESEEN_MONTHS = 24;

/** What a schedule is made of. */
export interface SchedulePlan {
  readonly startsOn: string;
  /** The last day; null for an engagement without an end. */
  readonly endsOn: string | null;
  /** Periods that ended before this day are not asked for: they were reported elsewhere. */
  readonly countsFrom: string;
  readonly everyMonths: number;
  /** Business days from the end of a period to its due date. */
  readonly dueBusinessDays: number;
}

/** A period to be reported on; days are `YYYY-MM-DD`, ends included. */
export interface ReportPeriod {
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly dueOn: string;
}

/**
 * The periods into which the term of an engagement is divided, counted from its first day, and when
 * the report on each is due. The last is short where fewer months remain. The due date of the last
 * report of a fiscal year is in the next one. Without an end, two years from `today` are foreseen.
 */
export function reportPeriods(
  plan: SchedulePlan,
  today: string,
  calendar: BusinessCalendar,
): readonly ReportPeriod[] {
  const { startsOn, endsOn, countsFrom, everyMonths } = plan;
  const later = startsOn > today ? startsOn : today;
  const horizon = endsOn ?? addMonths(calendarDate(later), FORESEEN_MONTHS);
  const periods: ReportPeriod[] = [];
  // Reckoned from the first day each time: 31 January, 28 February, 31 March.
  const begin = (index: number): string => addMonths(calendarDate(startsOn), index * everyMonths);
  for (let index = 0; begin(index) <= horizon; index += 1) {
    const whole = addDays(calendarDate(begin(index + 1)), -1);
    const periodUntil = endsOn !== null && endsOn < whole ? endsOn : whole;
    if (periodUntil < countsFrom) continue;
    const dueOn = addBusinessDays(calendarDate(periodUntil), plan.dueBusinessDays, calendar);
    periods.push({ periodFrom: begin(index), periodUntil, dueOn });
  }
  return periods;
}

/** A report on the schedule as it stands. */
export interface ScheduledReport extends ReportPeriod {
  readonly id: string;
  readonly status: string;
}

/** What bringing a schedule to its plan does to the reports of it. */
export interface ScheduleChange {
  readonly added: readonly ReportPeriod[];
  /** Reports whose period or due date is another one now, with what they become. */
  readonly redated: readonly (ReportPeriod & { readonly id: string })[];
  /** Reports that are owed no more. */
  readonly voided: readonly string[];
}

/**
 * Compares a schedule with its plan. Only reports nobody has answered yet change: where an engagement
 * ends early the period that has begun is cut short, and those that have not begun fall away.
 */
export function scheduleChange(
  reports: readonly ScheduledReport[],
  periods: readonly ReportPeriod[],
): ScheduleChange {
  const byFrom = new Map(reports.map((report) => [report.periodFrom, report]));
  const wanted = new Set(periods.map(({ periodFrom }) => periodFrom));
  return {
    added: periods.filter(({ periodFrom }) => !byFrom.has(periodFrom)),
    redated: periods.flatMap((period) => {
      const report = byFrom.get(period.periodFrom);
      return report !== undefined && isOutdated(report, period)
        ? [{ ...period, id: report.id }]
        : [];
    }),
    voided: reports
      .filter(({ status, periodFrom }) => status === 'scheduled' && !wanted.has(periodFrom))
      .map(({ id }) => id),
  };
}

function isOutdated(report: ScheduledReport, period: ReportPeriod): boolean {
  if (report.status === 'void') return true;
  const isSame = report.periodUntil === period.periodUntil && report.dueOn === period.dueOn;
  return report.status === 'scheduled' && !isSame;
}

/**
 * The last day on which an accepted report proves the periodic duty: the due date of the next report
 * that is owed. Null for the last of a schedule, and for a report outside any.
 */
export function provesUntil(
  report: { readonly periodFrom: string },
  schedule: readonly ScheduledReport[],
): string | null {
  const following = schedule
    .filter(({ status, periodFrom }) => isOwed(status) && periodFrom > report.periodFrom)
    .map(({ dueOn }) => dueOn)
    .sort();
  return following[0] ?? null;
}

function isOwed(status: string): boolean {
  return status !== 'waived' && status !== 'void';
}
