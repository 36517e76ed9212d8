import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam, ApiProperty } from '@nestjs/swagger';
import {
  IsInt,
  isISO31661Alpha2,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { isCalendarDate, NOT_A_DAY } from '../domain/calendar-date.js';
import { corporateNumberFault, isCorporateNumber } from '../domain/corporate-number.js';
import { InvalidInput } from '../domain/domain-error.js';
import {
  isLocalGovernmentCode,
  localGovernmentCodeFault,
} from '../domain/local-government-code.js';
import type { ToldByItself } from './validation-texts.js';

/** Spaces of every width, joiners and control characters are no text. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const BLANK = { ja: '空（空白だけを含む）にはできません。', en: 'It must not be blank.' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const YEN = /^(0|[1-9][0-9]{0,14})$/;
const PERCENTAGE = /^(100(\.0{1,2})?|[1-9]?[0-9](\.[0-9]{1,2})?)$/;
const SHA_256 = /^[0-9a-f]{64}$/;

/** A one-line text of 1 to 200 characters. */
export function ShortText(options?: ValidationOptions): PropertyDecorator {
  return text(200, options);
}

/** A text of 1 to 10,000 characters, lines allowed. */
export function LongText(): PropertyDecorator {
  return text(10_000);
}

function text(length: number, options?: ValidationOptions): PropertyDecorator {
  return applyDecorators(IsString(options), IsNotBlank(options), MaxLength(length, options));
}

/** Something can be read in it: a letter, a digit or a sign, not white space alone. */
export function IsNotBlank(options?: ValidationOptions): PropertyDecorator {
  return rule(
    'isNotBlank',
    () => BLANK,
    (value) => VISIBLE.test(value),
    options,
  );
}

/**
 * The member may be left out, but not be null: for what has no way of being empty. Where null empties
 * it, `IsOptional()` stands instead.
 */
export function MayBeLeftOut(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/** The id of something (UUID). */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  return applyDecorators(
    IsUUID(undefined, options),
    ApiProperty({
      type: 'string',
      format: 'uuid',
      ...(options?.each === true && { isArray: true }),
    }),
  );
}

/** A whole number within bounds. */
export function WholeNumber(minimum: number, maximum: number): PropertyDecorator {
  return applyDecorators(
    IsInt(),
    Min(minimum),
    Max(maximum),
    ApiProperty({ type: 'integer', minimum, maximum }),
  );
}

/** A day that exists, `YYYY-MM-DD`. */
export function CalendarDay(): PropertyDecorator {
  return applyDecorators(
    rule('isCalendarDate', () => NOT_A_DAY, isCalendarDate),
    ApiProperty({ type: 'string', format: 'date' }),
  );
}

/** A corporate number (法人番号): 13 digits whose check digit is right. */
export function IsCorporateNumber(): PropertyDecorator {
  return applyDecorators(
    rule('isCorporateNumber', corporateNumberFault, isCorporateNumber),
    ApiProperty({ type: 'string', pattern: '^[1-9][0-9]{12}$', example: '4011001098993' }),
  );
}

/** A local government code (全国地方公共団体コード): six digits of which the last checks the others. */
export function IsLocalGovernmentCode(): PropertyDecorator {
  return applyDecorators(
    rule('isLocalGovernmentCode', localGovernmentCodeFault, isLocalGovernmentCode),
    ApiProperty({ type: 'string', pattern: '^[0-9]{6}$', example: '434043' }),
  );
}

/** A country by its code of ISO 3166-1 alpha-2, in upper case. */
export function CountryCode(options?: ValidationOptions): PropertyDecorator {
  return applyDecorators(
    rule(
      'isCountryCode',
      () => ({
        ja: 'ISO 3166-1 の2文字の国名コードを大文字で指定してください（例：JP）。',
        en: 'It must be a country code of ISO 3166-1 alpha-2 in upper case, e.g. JP.',
      }),
      (value) => /^[A-Z]{2}$/.test(value) && isISO31661Alpha2(value),
      options,
    ),
    ApiProperty({
      type: 'string',
      pattern: '^[A-Z]{2}$',
      ...(options?.each === true && { isArray: true }),
    }),
  );
}

/** An amount in whole yen as a text of digits, so that none is lost. */
export function AmountOfYen(): PropertyDecorator {
  return applyDecorators(
    rule(
      'isAmountOfYen',
      () => ({
        ja: '金額（円）を、15桁までの数字だけの文字列で指定してください（例："1000000"）。',
        en: 'It must be an amount in whole yen as a string of at most 15 digits, e.g. "1000000".',
      }),
      (value) => YEN.test(value),
    ),
    ApiProperty({ type: 'string', pattern: YEN.source }),
  );
}

/** A percentage from 0 to 100 with at most two decimals as a text of digits, so that sums are exact. */
export function Percentage(): PropertyDecorator {
  return applyDecorators(
    rule(
      'isPercentage',
      () => ({
        ja: '割合（%）を、0 から 100 まで小数点以下2桁以内の数字の文字列で指定してください（例："66.67"）。',
        en: 'It must be a percentage from 0 to 100 with at most two decimals as a string, e.g. "66.67".',
      }),
      (value) => PERCENTAGE.test(value),
    ),
    ApiProperty({ type: 'string', pattern: PERCENTAGE.source }),
  );
}

/** The SHA-256 of a file, in hexadecimal digits. */
export function Sha256(): PropertyDecorator {
  return applyDecorators(
    rule(
      'isSha256',
      () => ({
        ja: 'SHA-256 のハッシュ値を、小文字の16進数64文字で指定してください。',
        en: 'It must be a SHA-256 of 64 hexadecimal digits in lower case.',
      }),
      (value) => SHA_256.test(value),
    ),
    ApiProperty({ type: 'string', pattern: SHA_256.source }),
  );
}

function rule(
  name: string,
  tell: ToldByItself['tell'],
  holds: (value: string) => boolean,
  options?: ValidationOptions,
): PropertyDecorator {
  const context: ToldByItself = { tell };
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      options: { ...options, message: name, context },
      validator: { validate: (value: unknown) => typeof value === 'string' && holds(value) },
    });
  };
}

/** Whether a text is an id as the service writes it. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

class IdPipe implements PipeTransform<unknown, string> {
  constructor(private readonly name: string) {}

  transform(value: unknown): string {
    if (typeof value === 'string' && isId(value)) return value;
    throw new InvalidInput([
      {
        parameter: this.name,
        detail: {
          ja: 'パスの ID は UUID（小文字）で指定してください。',
          en: 'The id in the path must be a UUID in lower case.',
        },
      },
    ]);
  }
}

/** An id in the path. A malformed one is 400; one that names nothing is 404. */
export function Id(name = 'id'): ParameterDecorator {
  return Param(name, new IdPipe(name));
}

/** Documents the id in the path; `@Id()` reads it. */
export function ApiId(name = 'id'): MethodDecorator {
  return ApiParam({ name, schema: { type: 'string', format: 'uuid' } });
}
