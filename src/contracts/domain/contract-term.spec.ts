import { describe, expect, it } from 'vitest';
import { contractProvesUntil } from './contract-term.js';

describe('a contract proves what it agrees', () => {
  it.each([
    [
      'without end where the contract lasts to the end of the work',
      '2027-03-31',
      '2027-03-31',
      null,
    ],
    ['without end where it lasts longer than the work', '2028-03-31', '2027-03-31', null],
    ['without end where the contract has none', null, '2027-03-31', null],
    ['until its end where the work goes on', '2027-03-30', '2027-03-31', '2027-03-30'],
    ['until its end where no end of the work is known', '2027-03-31', null, '2027-03-31'],
  ])('%s', (_, contractEndsOn, workEndsOn, until) => {
    expect(contractProvesUntil(contractEndsOn, workEndsOn)).toBe(until);
  });
});
