import { describe, expect, it, test } from 'vitest';
import { REPORT_LIFECYCLE, standingOn, STORED_STATUSES, type StoredStatus } from './report.js';

describe('the life of a report', () => {
  it('reaches every status and ends accepted or waived', () => {
    expect([...REPORT_LIFECYCLE.reachable()].sort()).toEqual([...STORED_STATUSES].sort());
    expect(REPORT_LIFECYCLE.terminals()).toEqual(['accepted', 'waived']);
  });
});

test.each<[StoredStatus, string, string, boolean]>([
  ['scheduled', '2026-04-30', 'scheduled', false],
  ['scheduled', '2026-05-01', 'due', false],
  ['scheduled', '2026-05-19', 'due', false],
  ['scheduled', '2026-05-20', 'due', true],
  ['returned', '2026-05-19', 'returned', false],
  ['returned', '2026-05-20', 'returned', true],
  ['submitted', '2026-05-20', 'submitted', false],
  ['accepted', '2027-01-01', 'accepted', false],
  ['waived', '2027-01-01', 'waived', false],
  ['void', '2027-01-01', 'void', false],
])('a %s report is on %s %s, overdue: %s', (status, day, shown, isOverdue) => {
  const report = { status, periodUntil: '2026-04-30', dueOn: '2026-05-19' };

  expect(standingOn(day, report)).toEqual({ status: shown, isOverdue });
});
