import { expect, it } from 'vitest';
import { FINDING_LIFECYCLE, FINDING_STATUSES, type FindingStatus } from './finding.js';

it('reaches every status and ends only verified', () => {
  expect([...FINDING_LIFECYCLE.reachable()].sort()).toEqual([...FINDING_STATUSES].sort());
  expect(FINDING_LIFECYCLE.terminals()).toEqual(['verified']);
});

it.each<[FindingStatus, FindingStatus]>([
  ['open', 'verified'],
  ['planned', 'verified'],
  ['verified', 'open'],
  ['implemented', 'implemented'],
])('refuses to go from %s to %s', (from, to) => {
  expect(FINDING_LIFECYCLE.canMove(from, to)).toBe(false);
});
