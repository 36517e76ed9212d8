import { expect, it } from 'vitest';
import { auditProvesUntil, dependenceOf } from './audit.js';

it.each([
  ['the drafter', 'drafter', false, 'drafter'],
  ['someone of the section', 'clerk', true, 'unit'],
  ['someone from elsewhere', 'auditor', false, undefined],
])('asks whether %s is independent', (_, person, isInUnit, dependence) => {
  expect(dependenceOf(person, { draftedBy: 'drafter', isInUnit })).toBe(dependence);
});

it('proves for one cycle from the day it was held', () => {
  expect(auditProvesUntil('2026-11-30', 12)).toBe('2027-11-30');
  expect(auditProvesUntil('2028-02-29', 12)).toBe('2029-02-28');
});
