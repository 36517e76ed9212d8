import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LocalGovernmentCodeInvalid,
  isLocalGovernmentCode,
  localGovernmentCheckDigit,
  parseLocalGovernmentCode,
} from './local-government-code.js';

describe('a local government code', () => {
  test.each([
    ['434043', '菊陽町'],
    ['322075', '江津市'],
    ['406252', 'みやこ町'],
    ['430005', '熊本県'],
    ['200000', '長野県, whose remainder of 1 gives 10'],
    ['012131', '苫小牧市, whose remainder of 0 gives 11'],
  ])('%s (%s) is valid', (text) => {
    expect(parseLocalGovernmentCode(text)).toBe(text);
  });

  test.each(['４３４０４３', '43404-3', ' ４３４０４－３ '])('is read from %s', (input) => {
    expect(parseLocalGovernmentCode(input)).toBe('434043');
  });

  test.each([
    ['a wrong check digit', '434044'],
    ['no such prefecture', '480002'],
    ['the prefecture 00', '001007'],
    ['five digits', '43404'],
    ['seven digits', '4340430'],
    ['letters', '43404a'],
  ])('is refused with %s', (_, input) => {
    expect(() => parseLocalGovernmentCode(input)).toThrow(LocalGovernmentCodeInvalid);
  });

  test('is stored in ASCII digits only', () => {
    expect(isLocalGovernmentCode('４３４０４３')).toBe(false);
    expect(isLocalGovernmentCode(434043)).toBe(false);
  });

  test('has exactly one right check digit', () => {
    const base = fc.integer({ min: 1000, max: 47999 }).map((n) => String(n).padStart(5, '0'));
    fc.assert(
      fc.property(base, (digits) => {
        const valid = Array.from({ length: 10 }, (_, digit) => digits + String(digit)).filter(
          isLocalGovernmentCode,
        );
        expect(valid).toEqual([digits + String(localGovernmentCheckDigit(digits))]);
      }),
    );
  });
});
