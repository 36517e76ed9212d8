import { DomainError } from './domain-error.js';

declare const calendarDateBrand: unique symbol;

/**
 * A day as `YYYY-MM-DD` (ISO 8601 extended format, years 0001 to 9999). It has no time and no zone;
 * strings of it sort in the order of time.
 */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export class CalendarDateInvalid extends DomainError {
  readonly code = 'calendar-date.invalid';
  readonly kind = 'invalid';
  readonly title = { ja: '日付に誤りがあります', en: 'Not a calendar date' };
}

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = '0001-01-01';
/** The last day there is. */
export const LAST_DAY = '9999-12-31';
const BEYOND_THE_CALENDAR = {
  ja: '西暦 1 年から 9999 年までの日付ではありません。',
  en: 'The day is outside the years 1 to 9999.',
};

/** What is said of a text that is no day. */
export const NOT_A_DAY = {
  ja: '実在する日付を YYYY-MM-DD で指定してください。',
  en: 'Name an existing day as YYYY-MM-DD.',
};
const DAY_IN_MILLISECONDS = 86_400_000;
const JAPAN_OFFSET_IN_MILLISECONDS = 9 * 3_600_000;

export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !SHAPE.test(value) || value < FIRST_DAY) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  // 30 February reads as a day of March, so only a day that comes back as written exists.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}

/** @throws CalendarDateInvalid */
export function calendarDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new CalendarDateInvalid(NOT_A_DAY);
}

/** The day of these parts, or undefined where the calendar has none. */
export function dateOfParts({ year, month, day }: DateParts): CalendarDate | undefined {
  const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return isCalendarDate(text) ? text : undefined;
}

export function partsOf(date: CalendarDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  };
}

/** The day it is in Japan at an instant, wherever the process runs. Japan has no summer time. */
export function japanDateOf(instant: Date): CalendarDate {
  return dayAt(instant.getTime() + JAPAN_OFFSET_IN_MILLISECONDS);
}

/** @throws CalendarDateInvalid past year 9999 or before year 1 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayAt(millisecondsOf(date) + days * DAY_IN_MILLISECONDS);
}

/**
 * The same day of a month that many months later, or the last day of a month that is too short
 * (民法 第143条第2項 ただし書).
 * @throws CalendarDateInvalid past year 9999 or before year 1
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const found = [day, 30, 29, 28]
    .map((last) => dateOfParts({ ...target, day: Math.min(day, last) }))
    .find((candidate) => candidate !== undefined);
  if (found === undefined) throw new CalendarDateInvalid(BEYOND_THE_CALENDAR);
  return found;
}

/** Negative where `a` is earlier, positive where it is later, 0 where both are one day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return daysBetween(b, a);
}

/** How many days `to` is after `from`; 0 for the same day, negative where it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / DAY_IN_MILLISECONDS;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(millisecondsOf(date)).getUTCDay();
}

/** The fiscal year (会計年度) a day is in: the year in which its 1 April fell (地方自治法 第208条). */
export function fiscalYearOf(date: CalendarDate): number {
  const { year, month } = partsOf(date);
  return month >= 4 ? year : year - 1;
}

function millisecondsOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getTime();
}

function dayAt(milliseconds: number): CalendarDate {
  const instant = new Date(milliseconds);
  if (Number.isNaN(instant.getTime())) throw new CalendarDateInvalid(BEYOND_THE_CALENDAR);
  return calendarDate(instant.toISOString().slice(0, -'T00:00:00.000Z'.length));
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
