import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar-date.js';
import { firstDayWithin } from './trail-cut.js';

it.each([
  [1, '2028-03-31', '2026-04-01'],
  [1, '2028-04-01', '2027-04-01'],
  [5, '2026-11-21', '2021-04-01'],
  [100, '2026-03-31', '1925-04-01'],
])('kept for %i years, on %s entries from %s on are within the period', (years, today, day) => {
  expect(firstDayWithin(years, calendarDate(today))).toBe(day);
});
