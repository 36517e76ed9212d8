import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { CalendarDay, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { PERSON_KINDS, type PersonKind } from '../domain/person-kind.js';

export class RegisterPersonDto {
  /** Family name and given name. @example '田上 正臣' */
  @ShortText()
  name!: string;

  /** The address at work, by which they sign in. @example 'tanoue@kikuyo.example' */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** The category of staff, by its id (`staffCategories` of `GET /v1/policies/{id}`). @example 'fiscal-year-appointed' */
  @IsOptional()
  @ShortText()
  category?: string | null;
}

export class ChangePersonDto {
  /** Family name and given name. */
  @MayBeLeftOut()
  @ShortText()
  name?: string;

  /** The category of staff, by its id; null where it is not told. */
  @IsOptional()
  @ShortText()
  category?: string | null;

  /** The last day they serve (退職日); sign-in is refused from the next day. Null while no end is known. */
  @IsOptional()
  @CalendarDay()
  endedOn?: string | null;
}

/** A member of staff (職員等). What they may do follows from the posts they hold. */
export class PersonResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  /** `system` for another system that has API tokens: it holds no post, and decides nothing. */
  @ApiProperty({ enum: PERSON_KINDS })
  kind!: PersonKind;

  name!: string;

  /** Null for someone who does not sign in. */
  email!: string | null;

  /** The category of staff; null where it is not told. */
  category!: string | null;

  endedOn!: string | null;
}

export class RegisteredPersonResponseDto extends PersonResponseDto {
  /**
   * The password to begin with, told here and nowhere else. Only its hash is kept, so it is null
   * where the first reply is given again (Idempotency-Key).
   */
  initialPassword!: string | null;
}

export class PersonPageDto {
  items!: PersonResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
