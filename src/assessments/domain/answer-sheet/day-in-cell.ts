import { addDays, calendarDate, dateOfParts } from '../../../shared/domain/calendar-date.js';
import { parseEra } from '../../../shared/domain/era-date.js';

/** A day as ISO 8601, undefined for what is none. */
export type DayInCell = string | undefined;

const WESTERN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];

/** The days Excel counts from, and those of 1990 to 2099: other numbers are no dates. */
const DAY_ZERO = calendarDate('1899-12-30');
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_050;

/**
 * Reads a day as people write it (2027-03-31, 2027/3/31, 2027年3月31日, 令和9年3月31日, R9.3.31, in any width), or
 * as the number Excel keeps of it, which is all that is left of a date whose format was cleaned away.
 */
export function dayInCell(text: string): DayInCell {
  const compact = text.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{5}$/.test(compact)) return dayOfSerial(Number(compact));
  const [, year, month, day] =
    WESTERN.map((form) => form.exec(compact)).find((found) => found) ?? [];
  if (year !== undefined) {
    return dateOfParts({ year: Number(year), month: Number(month), day: Number(day) });
  }
  const era = parseEra(compact);
  return era.ok ? era.date : undefined;
}

function dayOfSerial(serial: number): DayInCell {
  const isDay = serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  return isDay ? addDays(DAY_ZERO, serial) : undefined;
}
