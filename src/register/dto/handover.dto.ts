import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CalendarDay, IsId, MayBeLeftOut } from '../../shared/http/validators.js';
import { HANDOVER_KINDS, type HandoverKind } from '../handed-over.js';

const FORMATS = ['json', 'xlsx'] as const;

export class HandoverQuery {
  /** Only this post. */
  @MayBeLeftOut()
  @IsId()
  @ApiPropertyOptional({ type: 'string', format: 'uuid' })
  postId?: string;

  /** Only the posts of this person. */
  @MayBeLeftOut()
  @IsId()
  @ApiPropertyOptional({ type: 'string', format: 'uuid' })
  personId?: string;

  /** Only the posts that end on the day before this one, e.g. that of the transfers. */
  @MayBeLeftOut()
  @CalendarDay()
  @ApiPropertyOptional({ type: 'string', format: 'date' })
  on?: string;

  /** `json` where left out. */
  @MayBeLeftOut()
  @IsIn(FORMATS)
  @ApiPropertyOptional({ enum: FORMATS })
  format?: (typeof FORMATS)[number];
}

export class HandoverItemDto {
  id!: string;

  engagementId!: string;

  engagementTitle!: string;

  dueOn!: string | null;
}

export class HandoverOpenDto {
  @ApiProperty({ enum: HANDOVER_KINDS })
  kind!: HandoverKind;

  label!: string;

  @ApiProperty({ type: 'integer' })
  count!: number;

  /** The 20 that are due first. */
  items!: HandoverItemDto[];
}

/** A post with what is open for it: in its unit and those below, or in the whole body where its role is of that. */
export class HandoverPostDto {
  id!: string;

  roleId!: string;

  roleLabel!: string;

  unitId!: string | null;

  unitName!: string | null;

  personId!: string;

  personName!: string;

  validFrom!: string;

  validUntil!: string | null;

  /** Standing in for the holder (職務代理). */
  acting!: boolean;

  open!: HandoverOpenDto[];
}

export class HandoverDto {
  /** The day the list was made. */
  asOf!: string;

  /** 200 at most. */
  posts!: HandoverPostDto[];
}
