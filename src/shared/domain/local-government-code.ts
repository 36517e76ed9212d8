import { DomainError } from './domain-error.js';
import { compactNumber } from './japanese-text.js';
import type { Text } from './text.js';

declare const localGovernmentCodeBrand: unique symbol;

/**
 * A local government code (全国地方公共団体コード): two digits of the prefecture (01 to 47), three of
 * the body, one check digit. Associations and wide-area unions have codes too.
 * Source: 総務省 全国地方公共団体コード; prefectures as in JIS X 0401.
 */
export type LocalGovernmentCode = string & { readonly [localGovernmentCodeBrand]: true };

export class LocalGovernmentCodeInvalid extends DomainError {
  readonly code = 'local-government-code.invalid';
  readonly kind = 'invalid';
  readonly title = {
    ja: '全国地方公共団体コードに誤りがあります',
    en: 'Not a local government code',
  };
}

const SHAPE = /^(0[1-9]|[1-3]\d|4[0-7])\d{4}$/;

/** The check digit of the first five digits. */
export function localGovernmentCheckDigit(base: string): number {
  const sum = Array.from(base, Number).reduce(
    (total, digit, index) => total + digit * (6 - index),
    0,
  );
  // A remainder of 1 or 0 gives 10 or 11, of which only the last digit is written.
  return (11 - (sum % 11)) % 10;
}

export function isLocalGovernmentCode(value: unknown): value is LocalGovernmentCode {
  return (
    typeof value === 'string' &&
    SHAPE.test(value) &&
    Number(value[5]) === localGovernmentCheckDigit(value.slice(0, 5))
  );
}

/**
 * Reads a code as people write it: any digit width, with spaces or a hyphen before the check digit.
 * @throws LocalGovernmentCodeInvalid
 */
export function parseLocalGovernmentCode(input: string): LocalGovernmentCode {
  const digits = compactNumber(input);
  if (isLocalGovernmentCode(digits)) return digits;
  throw new LocalGovernmentCodeInvalid(localGovernmentCodeFault(digits));
}

/** What is wrong with what is no such code: its form, or its check digit (検査数字, JIS X 0402). */
export function localGovernmentCodeFault(value: unknown): Text {
  return typeof value === 'string' && SHAPE.test(value)
    ? {
        ja: '全国地方公共団体コードの検査数字（末尾の1桁）が合いません。コードに誤りがないか確認してください。',
        en: 'The check digit, the last of the 6, does not fit the others. Look for a slip in the code.',
      }
    : {
        ja: '全国地方公共団体コードは、都道府県の番号（01〜47）で始まる6桁の数字の文字列で指定してください。',
        en: 'A local government code is a string of 6 digits that begins with a prefecture, 01 to 47.',
      };
}
