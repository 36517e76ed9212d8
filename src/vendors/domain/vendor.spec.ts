import { describe, expect, it } from 'vitest';
import { isSuspendedOn } from './vendor.js';

describe('a vendor suspended from tendering', () => {
  it.each([
    { suspendedUntil: null, day: '2026-04-01', suspended: false },
    { suspendedUntil: '2026-04-01', day: '2026-03-31', suspended: true },
    { suspendedUntil: '2026-04-01', day: '2026-04-01', suspended: true },
    { suspendedUntil: '2026-04-01', day: '2026-04-02', suspended: false },
  ])('until $suspendedUntil is so on $day: $suspended', ({ suspendedUntil, day, suspended }) => {
    expect(isSuspendedOn({ suspendedUntil }, day)).toBe(suspended);
  });
});
