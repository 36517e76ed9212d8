import { describe, expect, it } from 'vitest';
import {
  canMove,
  COURSES,
  ENGAGEMENT_STATUSES,
  gatesOf,
  nextStatuses,
  phasesBegun,
  type Course,
  type EngagementStatus,
} from './engagement-lifecycle.js';

function reachable(course: Course): Set<EngagementStatus> {
  const found = new Set<EngagementStatus>(['planned']);
  for (const status of found) for (const next of nextStatuses(course, status)) found.add(next);
  return found;
}

describe('the life of an engagement', () => {
  it('reaches every status by procurement', () => {
    expect([...reachable('procurement')].sort()).toEqual([...ENGAGEMENT_STATUSES].sort());
  });

  it('has no selection, contract or acceptance on the light course', () => {
    expect([...reachable('light')].sort()).toEqual(
      ['active', 'cancelled', 'closed', 'planned', 'suspended', 'terminating'].sort(),
    );
  });

  it.each(COURSES)('ends only closed or cancelled (%s)', (course) => {
    const ends = [...reachable(course)].filter(
      (status) => nextStatuses(course, status).length === 0,
    );
    expect(ends.sort()).toEqual(['cancelled', 'closed']);
  });

  it('cannot skip from contract to close', () => {
    expect(canMove('procurement', 'active', 'closed')).toBe(false);
    expect(canMove('procurement', 'contracted', 'closed')).toBe(false);
  });

  it('goes back to selection until the work has begun', () => {
    for (const from of ['selected', 'contracting', 'contracted'] as const) {
      expect(canMove('procurement', from, 'selecting')).toBe(true);
    }
    expect(canMove('procurement', 'active', 'selecting')).toBe(false);
  });

  it('asks start and go-live again when suspended work is resumed', () => {
    expect(canMove('procurement', 'suspended', 'active')).toBe(true);
    expect(gatesOf('active')).toEqual(expect.arrayContaining(['start', 'go-live']));
  });

  it.each([
    ['selected', 'specified'],
    ['contracted', 'selected'],
    ['active', 'contracted'],
  ] as const)('asks on the way to %s again what %s asked', (to, earlier) => {
    expect(gatesOf(to)).toEqual(expect.arrayContaining([...gatesOf(earlier)]));
  });

  it.each([
    ['planned', ['before']],
    ['contracted', ['before']],
    ['active', ['before', 'during']],
    ['suspended', ['before', 'during']],
    ['accepting', ['before', 'during', 'end']],
    ['terminating', ['before', 'during', 'end']],
  ] as const)('owes, %s, the duties of %j', (status, phases) => {
    expect(phasesBegun(status)).toEqual(phases);
  });
});
