import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export const FOUND_KINDS = ['vendor', 'cloud-service', 'engagement'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export class SearchQuery {
  /** Part of a name, in any width, kana or case; or a whole corporate number. @example 'ｶﾌﾞｼｷｶﾞｲｼｬ' */
  @ShortText()
  q!: string;

  /** How many of each kind at most. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 50, default: 20 })
  limit = 20;
}

/** Something whose name matches. */
export class FoundDto {
  @ApiProperty({ enum: FOUND_KINDS })
  kind!: FoundKind;

  id!: string;

  /** As typed. */
  name!: string;

  /** What tells it from others of the name: the corporate number, the provider, the section. */
  detail!: string | null;

  /** Where it is read. */
  href!: string;
}

export class SearchResultDto {
  /** Vendors, then cloud services, then engagements; each kind the best match first. */
  items!: FoundDto[];

  /** False where a kind has more matches than the limit: narrow the text. */
  isComplete!: boolean;
}
