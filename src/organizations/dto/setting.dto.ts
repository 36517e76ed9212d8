import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn } from 'class-validator';
import type { SettingValue } from '../../policies/index.js';
import { PageQuery } from '../../shared/http/page.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { LongText, MayBeLeftOut } from '../../shared/http/validators.js';

const VALUE = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] as const;
const VALUE_OR_NULL = [...VALUE, { type: 'null' }] as const;

export class DecideSettingDto {
  /** A value of the setting's type, within its limits and choices (`GET /v1/organization/settings`); decimals as text, e.g. `"0.80"`; for a role its id. */
  @ApiProperty({ oneOf: [...VALUE] })
  @IsDefined()
  value!: SettingValue;

  /** Why; required where a safeguard that is on by default is switched off. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;
}

export class ListSettingsQuery extends PageQuery {
  /** `true` for what the body has still to decide, `false` for the rest. */
  @MayBeLeftOut()
  @IsIn(['true', 'false'])
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  missing?: 'true' | 'false';
}

/** What the policy leaves open, and what the body decided on it. */
export class SettingResponseDto {
  /** @example 'report-due-business-days' */
  id!: string;

  /** 0 while the body has not decided. Also sent as `ETag`. */
  version!: number;

  label!: TextDto;

  /** `integer`, `decimal`, `role`, `choice`, `boolean` or `text`. */
  type!: string;

  unit!: TextDto | null;

  minimum!: number | null;

  maximum!: number | null;

  /** Where only these may be chosen. */
  choices!: string[] | null;

  /** What holds unless the body decides, or what is proposed where it must decide; null where nothing is. */
  @ApiProperty({ oneOf: [...VALUE_OR_NULL] })
  default!: SettingValue | null;

  /** What holds now. */
  @ApiProperty({ oneOf: [...VALUE_OR_NULL] })
  value!: SettingValue | null;

  decidedByBody!: boolean;

  reason!: string | null;

  /** Key of the article it belongs to. */
  article!: string | null;

  /** True while the body has still to decide: no engagement goes live before. */
  missing!: boolean;
}

export class SettingPageDto {
  items!: SettingResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
