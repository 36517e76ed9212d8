import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CorporateNumberInvalid,
  corporateNumberCheckDigit,
  isCorporateNumber,
  parseCorporateNumber,
} from './corporate-number.js';

const base = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((digits) => digits.join(''));

function refusalOf(input: string): unknown {
  try {
    return parseCorporateNumber(input);
  } catch (error) {
    return error;
  }
}

describe('a corporate number', () => {
  test.each(['4011001098993', '7123456789012'])('%s is valid', (text) => {
    expect(isCorporateNumber(text)).toBe(true);
    expect(parseCorporateNumber(text)).toBe(text);
  });

  test.each([
    ['full-width digits', '４０１１００１０９８９９３'],
    ['hyphens between groups', '4-0110-0109-8993'],
    ['full-width hyphens', '４－０１１０－０１０９－８９９３'],
    ['minus signs', '4−0110−0109−8993'],
    ['spaces of both widths', ' 4 0110\u30000109 8993 '],
  ])('is read from %s', (_, input) => {
    expect(parseCorporateNumber(input)).toBe('4011001098993');
  });

  test.each([
    ['a wrong check digit', '5011001098993', 'check-digit'],
    ['a zero in front', '0011001098993', 'check-digit'],
    ['twelve digits', '123456789012', 'not-13-digits'],
    ['fourteen digits', '40110010989930', 'not-13-digits'],
    ['letters', '401100109899X', 'not-13-digits'],
    ['nothing', '', 'not-13-digits'],
  ])('is refused with %s', (_, input, reason) => {
    const refusal = refusalOf(input);

    expect(refusal).toBeInstanceOf(CorporateNumberInvalid);
    expect(refusal).toMatchObject({ facts: { reason } });
  });

  test('is stored in ASCII digits only', () => {
    expect(isCorporateNumber('４０１１００１０９８９９３')).toBe(false);
    expect(isCorporateNumber('4011001098993\n')).toBe(false);
    expect(isCorporateNumber(4011001098993)).toBe(false);
  });

  test('has exactly one right check digit', () => {
    fc.assert(
      fc.property(base, (digits) => {
        const valid = Array.from({ length: 10 }, (_, digit) => `${String(digit)}${digits}`).filter(
          isCorporateNumber,
        );
        expect(valid).toEqual([`${String(corporateNumberCheckDigit(digits))}${digits}`]);
      }),
    );
  });

  test('shows one mistyped digit, except 0 for 9 and 9 for 0', () => {
    const slip = fc.record({
      digits: base,
      at: fc.integer({ min: 0, max: 11 }),
      typed: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(slip, ({ digits, at, typed }) => {
        const mistyped = `${digits.slice(0, at)}${String(typed)}${digits.slice(at + 1)}`;
        const check = String(corporateNumberCheckDigit(digits));
        const unseen = Number(digits[at]) % 9 === typed % 9;
        expect(isCorporateNumber(check + mistyped)).toBe(unseen);
      }),
    );
  });
});
