import { DomainError } from './domain-error.js';
import { compactNumber } from './japanese-text.js';

declare const corporateNumberBrand: unique symbol;

/**
 * A corporate number (法人番号): 13 ASCII digits of which the first checks the other twelve. It is
 * fixed for the life of a corporation. A sole proprietor has none.
 * Source: 法人番号の指定等に関する省令 第2条.
 */
export type CorporateNumber = string & { readonly [corporateNumberBrand]: true };

/** The input is never echoed: somebody may have typed an Individual Number (個人番号) by mistake. */
export class CorporateNumberInvalid extends DomainError {
  readonly code = 'corporate-number.invalid';
  readonly kind = 'invalid';
  readonly title = { ja: '法人番号に誤りがあります', en: 'Not a corporate number' };
}

/** The check digit, 1 to 9, of the twelve base digits. The sum cannot tell 0 from 9. */
export function corporateNumberCheckDigit(base: string): number {
  const sum = Array.from(base, Number)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}

export function isCorporateNumber(value: unknown): value is CorporateNumber {
  return typeof value === 'string' && /^\d{13}$/.test(value) && hasRightCheckDigit(value);
}

/**
 * Reads a number as people write it: any digit width, with spaces or hyphens between groups.
 * @throws CorporateNumberInvalid with `facts.reason` `not-13-digits` or `check-digit`
 */
export function parseCorporateNumber(input: string): CorporateNumber {
  const digits = compactNumber(input);
  if (isCorporateNumber(digits)) return digits;
  throw new CorporateNumberInvalid(
    {
      ja: '法人番号は検査数字の合う 13 桁で指定してください。',
      en: 'A corporate number has 13 digits of which the first checks the others.',
    },
    { reason: /^\d{13}$/.test(digits) ? 'check-digit' : 'not-13-digits' },
  );
}

function hasRightCheckDigit(digits: string): boolean {
  return Number(digits[0]) === corporateNumberCheckDigit(digits.slice(1));
}
