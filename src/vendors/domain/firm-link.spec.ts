import { describe, expect, it } from 'vitest';
import { isMeantFor, statusOnAcceptance } from './firm-link.js';

const NUMBER = '4011001098993';

describe('an invitation', () => {
  it.each([
    ['of the same number', NUMBER, NUMBER, true],
    ['of another number', NUMBER, '1010001000006', false],
    ['without a number, of a vendor with one', NUMBER, null, false],
    ['with a number, of a vendor without one', null, NUMBER, false],
    ['without a number, of a vendor without one', null, null, true],
  ])('is meant for a firm %s: %s %s', (_, vendor, firm, expected) => {
    const invited = { corporateNumber: vendor, email: 'x@firm.example' };

    expect(isMeantFor(invited, { corporateNumber: firm })).toBe(expected);
  });

  it.each([
    ['the one invited', 'Yamada@firm.example', 'yamada@firm.example', 'active'],
    ['somebody else', 'yamada@firm.example', 'sato@firm.example', 'awaiting-body'],
  ])('accepted by %s', (_, email, accepting, expected) => {
    const invited = { corporateNumber: NUMBER, email };

    expect(statusOnAcceptance(invited, { email: accepting })).toBe(expected);
  });
});
