import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BusinessCalendar,
  NEW_YEAR_CLOSURE,
  NeverOpen,
  addBusinessDays,
  businessDayOnOrAfter,
  isBusinessDay,
  isMonthDay,
  monthDay,
  nextBusinessDay,
} from './business-calendar.js';
import { CalendarDateInvalid, addDays, calendarDate } from './calendar-date.js';

const calendar: BusinessCalendar = {
  holidays: new Set(['2026-05-04', '2026-05-05', '2026-05-06', '2027-01-01'].map(calendarDate)),
  closedRanges: [NEW_YEAR_CLOSURE, { from: monthDay('08-13'), to: monthDay('08-14') }],
};
const never: BusinessCalendar = {
  holidays: new Set(),
  closedRanges: [{ from: monthDay('01-01'), to: monthDay('12-31') }],
};
const date = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => addDays(calendarDate('2025-01-01'), days));

describe('a business day', () => {
  test.each([
    ['2026-06-05', true, 'an ordinary Friday'],
    ['2026-06-06', false, 'a Saturday'],
    ['2026-06-07', false, 'a Sunday'],
    ['2026-05-05', false, 'a holiday'],
    ['2026-12-28', true, 'the last day of work in a year'],
    ['2026-12-29', false, 'the first day of the closure'],
    ['2026-12-31', false, 'the end of the year'],
    ['2028-01-03', false, 'the last day of the closure'],
    ['2028-01-04', true, 'the first day of work in a year'],
    ['2026-08-12', true, 'the day before the body closes'],
    ['2026-08-13', false, 'a day the body closes itself'],
    ['2026-08-14', false, 'the last day the body closes itself'],
  ])('%s: %s, for it is %s', (day, open) => {
    expect(isBusinessDay(calendarDate(day), calendar)).toBe(open);
  });

  test('is every weekday where nothing is closed', () => {
    const plain = { holidays: new Set<never>(), closedRanges: [] };
    expect(isBusinessDay(calendarDate('2026-12-31'), plain)).toBe(true);
  });
});

describe('reckoning in business days', () => {
  test.each([
    ['2026-05-01', 1, '2026-05-07'],
    ['2026-05-02', 1, '2026-05-07'],
    ['2026-06-05', 5, '2026-06-12'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2026-05-07', -1, '2026-05-01'],
    ['2027-01-04', -2, '2026-12-25'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i of them is %s', (from, count, to) => {
    expect(addBusinessDays(calendarDate(from), count, calendar)).toBe(to);
  });

  test('the next one is never the day itself', () => {
    expect(nextBusinessDay(calendarDate('2026-06-04'), calendar)).toBe('2026-06-05');
    expect(nextBusinessDay(calendarDate('2026-06-05'), calendar)).toBe('2026-06-08');
  });

  test('a deadline rolls only from a day that is closed', () => {
    expect(businessDayOnOrAfter(calendarDate('2026-06-05'), calendar)).toBe('2026-06-05');
    expect(businessDayOnOrAfter(calendarDate('2026-06-06'), calendar)).toBe('2026-06-08');
  });

  test('counts every business day it passes', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const reached = addBusinessDays(from, count, calendar);
        const open = [];
        for (let day = addDays(from, 1); day <= reached; day = addDays(day, 1)) {
          if (isBusinessDay(day, calendar)) open.push(day);
        }
        expect(open).toHaveLength(count);
        expect(open.at(-1)).toBe(reached);
      }),
    );
  });

  test('comes back from a business day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40, max: 40 }), (day, count) => {
        const from = businessDayOnOrAfter(day, calendar);
        const there = addBusinessDays(from, count, calendar);
        expect(addBusinessDays(there, -count, calendar)).toBe(from);
      }),
    );
  });

  test('is refused on a calendar that is never open', () => {
    const day = calendarDate('2026-06-05');
    expect(() => addBusinessDays(day, 1, never)).toThrow(NeverOpen);
    expect(() => businessDayOnOrAfter(day, never)).toThrow(NeverOpen);
  });
});

test.each([
  ['02-29', true],
  ['12-31', true],
  ['02-30', false],
  ['1-1', false],
  ['01-01-01', false],
])('%s is a day of the year: %s', (text, exists) => {
  expect(isMonthDay(text)).toBe(exists);
});

test('a day of no year is refused', () => {
  expect(() => monthDay('02-30')).toThrow(CalendarDateInvalid);
});
