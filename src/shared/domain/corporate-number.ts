import { DomainError } from './domain-error.js';
import { compactNumber } from './japanese-text.js';
import type { Text } from './text.js';

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
  return has13Digits(value) && hasRightCheckDigit(value);
}

/**
 * Reads a number as people write it: any digit width, with spaces or hyphens between groups.
 * @throws CorporateNumberInvalid with `facts.reason` `not-13-digits` or `check-digit`
 */
export function parseCorporateNumber(input: string): CorporateNumber {
  const digits = compactNumber(input);
  if (isCorporateNumber(digits)) return digits;
  throw new CorporateNumberInvalid(corporateNumberFault(digits), {
    reason: has13Digits(digits) ? 'check-digit' : 'not-13-digits',
  });
}

/** What is wrong with what is no corporate number: its length, or its check digit (検査用数字). */
export function corporateNumberFault(value: unknown): Text {
  return has13Digits(value)
    ? {
        ja: '法人番号の検査用数字（先頭の1桁）が合いません。番号に誤りがないか確認してください。',
        en: 'The check digit, the first of the 13, does not fit the others. Look for a slip in the number.',
      }
    : {
        ja: '法人番号は13桁の数字（ハイフンや空白なし）の文字列で指定してください。',
        en: 'A corporate number is a string of 13 digits without hyphens or blanks.',
      };
}

function has13Digits(value: unknown): value is string {
  return typeof value === 'string' && /^\d{13}$/.test(value);
}

function hasRightCheckDigit(digits: string): boolean {
  return Number(digits[0]) === corporateNumberCheckDigit(digits.slice(1));
}
