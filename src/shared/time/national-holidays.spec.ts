import { expect, test } from 'vitest';
import { calendarDate } from '../domain/calendar-date.js';
import { NATIONAL_HOLIDAYS } from './national-holidays.js';

test.each([
  ['2019-05-01', 'the accession'],
  ['2020-07-24', 'a holiday moved by law'],
  ['2026-05-06', 'a substitute holiday'],
  ['2026-09-22', 'a day between two holidays'],
  ['2027-01-01', 'New Year'],
])('%s is a holiday: %s', (day) => {
  expect(NATIONAL_HOLIDAYS.has(calendarDate(day))).toBe(true);
});

test('a day of work is no holiday', () => {
  expect(NATIONAL_HOLIDAYS.has(calendarDate('2026-06-05'))).toBe(false);
});

test('every year from 1970 to 2050 has its holidays', () => {
  const years = new Set([...NATIONAL_HOLIDAYS].map((day) => Number(day.slice(0, 4))));

  expect([...years]).toEqual(Array.from({ length: 81 }, (_, index) => 1970 + index));
});
