import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam, ApiProperty } from '@nestjs/swagger';
import {
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { isCalendarDate } from '../domain/calendar-date.js';
import { isCorporateNumber } from '../domain/corporate-number.js';
import { InvalidInput } from '../domain/domain-error.js';
import { isLocalGovernmentCode } from '../domain/local-government-code.js';

/** Spaces of every width, joiners and control characters are no text. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A one-line text of 1 to 200 characters. */
export function ShortText(): PropertyDecorator {
  return text(200);
}

/** A text of 1 to 10,000 characters, lines allowed. */
export function LongText(): PropertyDecorator {
  return text(10_000);
}

function text(length: number): PropertyDecorator {
  return applyDecorators(IsString(), IsNotBlank(), MaxLength(length));
}

/** Something can be read in it: a letter, a digit or a sign, not white space alone. */
export function IsNotBlank(): PropertyDecorator {
  return rule('isNotBlank', 'must not be blank', (value) => VISIBLE.test(value));
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
    rule('isCalendarDate', 'must be an existing day, YYYY-MM-DD', isCalendarDate),
    ApiProperty({ type: 'string', format: 'date' }),
  );
}

/** A corporate number (法人番号): 13 digits whose check digit is right. */
export function IsCorporateNumber(): PropertyDecorator {
  return applyDecorators(
    rule('isCorporateNumber', 'must be 13 digits with a right check digit', isCorporateNumber),
    ApiProperty({ type: 'string', pattern: '^[1-9][0-9]{12}$', example: '4011001098993' }),
  );
}

/** A local government code (全国地方公共団体コード): six digits of which the last checks the others. */
export function IsLocalGovernmentCode(): PropertyDecorator {
  return applyDecorators(
    rule(
      'isLocalGovernmentCode',
      'must be 6 digits with a right check digit',
      isLocalGovernmentCode,
    ),
    ApiProperty({ type: 'string', pattern: '^[0-9]{6}$', example: '434043' }),
  );
}

function rule(name: string, message: string, holds: (value: string) => boolean): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      options: { message: `$property ${message}` },
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
        pointer: this.name,
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
