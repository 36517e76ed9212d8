import {
  type CalendarDate,
  CalendarDateInvalid,
  NOT_A_DAY,
  addDays,
  isCalendarDate,
  weekdayOf,
} from './calendar-date.js';
import { DomainError } from './domain-error.js';

declare const monthDayBrand: unique symbol;

/** A day of every year as `MM-DD`; 29 February is one. */
export type MonthDay = string & { readonly [monthDayBrand]: true };

/** Days closed every year, both ends included; may run over the end of a year. */
export interface ClosedRange {
  readonly from: MonthDay;
  readonly to: MonthDay;
}

/** When a body is open: never at weekends, on holidays or in a closed range. */
export interface BusinessCalendar {
  readonly holidays: ReadonlySet<CalendarDate>;
  readonly closedRanges: readonly ClosedRange[];
}

/** The calendar of a body is closed from end to end, so no deadline can be reckoned by it. */
export class NeverOpen extends DomainError {
  readonly code = 'business-calendar.never-open';
  readonly kind = 'rule-violated';
  readonly title = { ja: '開庁日がありません', en: 'No open day' };
}

const SOME_LEAP_YEAR = '2024';

/** No real closure is as long; the search must end even on a calendar without an open day. */
const LONGEST_SEARCH_IN_DAYS = 400;

/** 29 December to 3 January, on which offices are closed (行政機関の休日に関する法律 第1条第1項第3号). */
export const NEW_YEAR_CLOSURE: ClosedRange = { from: monthDay('12-29'), to: monthDay('01-03') };

export function isMonthDay(value: unknown): value is MonthDay {
  return typeof value === 'string' && isCalendarDate(`${SOME_LEAP_YEAR}-${value}`);
}

/** @throws CalendarDateInvalid */
export function monthDay(text: string): MonthDay {
  if (isMonthDay(text)) return text;
  throw new CalendarDateInvalid(NOT_A_DAY);
}

export function isBusinessDay(date: CalendarDate, calendar: BusinessCalendar): boolean {
  return (
    ![0, 6].includes(weekdayOf(date)) &&
    !calendar.holidays.has(date) &&
    !calendar.closedRanges.some((range) => isIn(range, date.slice(5)))
  );
}

/**
 * The first business day after a date, never the date itself.
 * @throws NeverOpen
 */
export function nextBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return firstOpen(addDays(date, 1), 1, calendar);
}

/**
 * The date itself where it is a business day, otherwise the next one: where a deadline rolls to.
 * @throws NeverOpen
 */
export function businessDayOnOrAfter(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return firstOpen(date, 1, calendar);
}

/**
 * The nth business day after a date, or before it where n is negative. The date itself is not
 * counted (民法 第140条), and 0 gives it back as it is.
 * @throws NeverOpen
 */
export function addBusinessDays(
  date: CalendarDate,
  count: number,
  calendar: BusinessCalendar,
): CalendarDate {
  const step = Math.sign(count);
  let reached = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    reached = firstOpen(addDays(reached, step), step, calendar);
  }
  return reached;
}

function firstOpen(from: CalendarDate, step: number, calendar: BusinessCalendar): CalendarDate {
  let date = from;
  for (let searched = 0; searched < LONGEST_SEARCH_IN_DAYS; searched += 1) {
    if (isBusinessDay(date, calendar)) return date;
    date = addDays(date, step);
  }
  throw new NeverOpen(
    {
      ja: '業務カレンダーに開庁日がありません。',
      en: 'The business calendar has no open day.',
    },
    { from },
  );
}

function isIn({ from, to }: ClosedRange, day: string): boolean {
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}
