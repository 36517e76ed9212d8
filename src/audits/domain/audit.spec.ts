import { expect, it } from 'vitest';
import { auditProvesUntil } from './audit.js';

it('proves for one cycle from the day it was held', () => {
  expect(auditProvesUntil('2026-11-30', 12)).toBe('2027-11-30');
  expect(auditProvesUntil('2028-02-29', 12)).toBe('2029-02-28');
});
