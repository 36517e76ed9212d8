import { describe, expect, test } from 'vitest';
import { endTerm, PostEndRefused } from './post-term.js';

const OPEN = { validFrom: '2026-04-01', validUntil: null };
const YEAR = { validFrom: '2026-04-01', validUntil: '2027-03-31' };

describe('a post', () => {
  test.each([
    [OPEN, '2026-04-01'],
    [OPEN, '2030-01-01'],
    [YEAR, '2027-03-31'],
    [YEAR, '2026-12-31'],
  ])('%j can end on %s', (term, day) => {
    expect(endTerm(term, day)).toEqual({ ...term, validUntil: day });
  });

  test('is withdrawn unheld on the day before it begins', () => {
    expect(endTerm(OPEN, '2026-03-31').validUntil).toBe('2026-03-31');
  });

  test.each([
    [OPEN, '2026-03-30'],
    [YEAR, '2027-04-01'],
  ])('%j cannot end on %s', (term, day) => {
    expect(() => endTerm(term, day)).toThrow(PostEndRefused);
  });
});
