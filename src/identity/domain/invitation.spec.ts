import { describe, expect, it } from 'vitest';
import { expiryOf, standingOf } from './invitation.js';

const SENT = new Date('2026-11-21T00:00:00Z');
const expiresAt = expiryOf(SENT).toISOString();

describe('an invitation', () => {
  it('can be used for fourteen days', () => {
    expect(expiresAt).toBe('2026-12-05T00:00:00.000Z');
  });

  it.each([
    ['open until its last moment', 'open', '2026-12-04T23:59:59.999Z', 'open'],
    ['expired from then on', 'open', '2026-12-05T00:00:00.000Z', 'expired'],
    ['accepted, however old', 'accepted', '2027-12-05T00:00:00.000Z', 'accepted'],
    ['withdrawn, however old', 'withdrawn', '2027-12-05T00:00:00.000Z', 'withdrawn'],
    ['superseded', 'superseded', '2026-11-22T00:00:00.000Z', 'superseded'],
  ] as const)('is %s', (_, status, now, expected) => {
    expect(standingOf({ status, expiresAt }, new Date(now))).toBe(expected);
  });
});
