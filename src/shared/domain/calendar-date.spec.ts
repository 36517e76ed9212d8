import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  CalendarDateInvalid,
  addDays,
  addMonths,
  calendarDate,
  compareDates,
  dateOfParts,
  daysBetween,
  fiscalYearOf,
  isCalendarDate,
  japanDateOf,
  partsOf,
  weekdayOf,
} from './calendar-date.js';

const date = fc
  .integer({ min: 0, max: 100_000 })
  .map((days) => addDays(calendarDate('1900-01-01'), days));
const shift = fc.integer({ min: -2000, max: 2000 });

describe('a calendar date', () => {
  test.each(['2026-06-05', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(calendarDate(text)).toBe(text);
    },
  );

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '0000-01-01',
    '26-01-01',
    '+002026-01-01',
    '2026-06-05T00:00:00Z',
    '2026-06-05\n',
    '２０２６-06-05',
    '',
  ])('%j does not exist', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(CalendarDateInvalid);
  });

  test.each([20260605, null, undefined, new Date(0)])('%s is not one', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  test('is the same after it was taken apart', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(dateOfParts(partsOf(day))).toBe(day);
      }),
    );
  });

  test('is none where its parts make no day', () => {
    expect(dateOfParts({ year: 2026, month: 2, day: 29 })).toBeUndefined();
    expect(dateOfParts({ year: 12026, month: 2, day: 1 })).toBeUndefined();
  });
});

describe('counting days', () => {
  test.each([
    ['2026-03-31', 1, '2026-04-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-06-05', 0, '2026-06-05'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(addDays(calendarDate(from), days)).toBe(to);
  });

  test('back and forth agrees', () => {
    fc.assert(
      fc.property(date, shift, (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('orders days as their text does', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(a === b ? 0 : a < b ? -1 : 1);
      }),
    );
  });

  test.each([1, Number.MAX_SAFE_INTEGER])('refuses to leave year 9999 by %i days', (days) => {
    expect(() => addDays(calendarDate('9999-12-31'), days)).toThrow(CalendarDateInvalid);
  });

  test('goes through the week', () => {
    expect(weekdayOf(calendarDate('2026-06-07'))).toBe(0);
    expect(weekdayOf(calendarDate('2026-06-06'))).toBe(6);
  });
});

describe('counting months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-30', -1, '2026-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-06-05', 0, '2026-06-05'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(calendarDate(from), months)).toBe(to);
  });

  test('moves exactly that many months and never to a later day', () => {
    fc.assert(
      fc.property(date, shift, (from, months) => {
        fc.pre(partsOf(from).year * 12 + months > 24);
        const before = partsOf(from);
        const after = partsOf(addMonths(from, months));
        expect((after.year - before.year) * 12 + after.month - before.month).toBe(months);
        expect(after.day).toBeLessThanOrEqual(before.day);
      }),
    );
  });

  test.each([12 * 8000, -12 * 2027])('refuses to leave the calendar by %i months', (months) => {
    expect(() => addMonths(calendarDate('2026-06-05'), months)).toThrow(CalendarDateInvalid);
  });
});

describe('the day it is in Japan', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('does not depend on %s', (zone) => {
    vi.stubEnv('TZ', zone);

    expect(japanDateOf(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31');
    expect(japanDateOf(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
    expect(weekdayOf(calendarDate('2026-06-05'))).toBe(5);
    expect(addDays(calendarDate('2026-03-08'), 1)).toBe('2026-03-09');
  });

  test('is refused for no instant', () => {
    expect(() => japanDateOf(new Date(Number.NaN))).toThrow(CalendarDateInvalid);
  });
});

test.each([
  ['2026-03-31', 2025],
  ['2026-04-01', 2026],
  ['2026-12-31', 2026],
  ['2027-01-01', 2026],
])('%s is in fiscal year %i', (day, year) => {
  expect(fiscalYearOf(calendarDate(day))).toBe(year);
});
