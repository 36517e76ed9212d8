import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { SYSTEM_PERMISSIONS } from '../../shared/authorization/permissions.js';
import { CalendarDay, ShortText } from '../../shared/http/validators.js';

export class IssueApiTokenDto {
  /** The system that is to use it; tokens of the same name are of the same system. @example '契約管理システム' */
  @ShortText()
  system!: string;

  /**
   * What it may do: read, and enter what people then decide on. What the policy has somebody decide,
   * confirm or administer cannot be given to a system.
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SYSTEM_PERMISSIONS.length)
  @IsIn(SYSTEM_PERMISSIONS, { each: true })
  @ApiProperty({ enum: SYSTEM_PERMISSIONS, isArray: true })
  scopes!: string[];

  /** The last day it is good for; at most a year from today. */
  @CalendarDay()
  expiresOn!: string;
}

/** A token of another system, without the token itself. */
export class ApiTokenResponseDto {
  id!: string;

  /** The system, as it is named where it did something. */
  systemId!: string;

  systemName!: string;

  scopes!: string[];

  issuedBy!: string;

  issuedAt!: string;

  expiresOn!: string;

  /** When it was last used, to the minute; null until it is. */
  lastUsedAt!: string | null;

  revokedAt!: string | null;
}

export class IssuedApiTokenResponseDto extends ApiTokenResponseDto {
  /**
   * Send it as `Authorization: Bearer …`. Told here and nowhere else; null where the first reply is
   * given again (Idempotency-Key).
   */
  token!: string | null;
}

export class ApiTokenPageDto {
  items!: ApiTokenResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
