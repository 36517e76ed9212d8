import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { DUTY_RULES, type DutyRule } from '../../shared/domain/separation-of-duties.js';
import { PageQuery } from '../../shared/http/page.js';
import { IsId, MayBeLeftOut } from '../../shared/http/validators.js';

export class JoinedDutiesQuery extends PageQuery {
  /** Only those of a rule. */
  @MayBeLeftOut()
  @IsIn(DUTY_RULES)
  @ApiPropertyOptional({ enum: DUTY_RULES })
  rule?: DutyRule;

  /** Only those of a person. */
  @MayBeLeftOut()
  @IsId()
  personId?: string;

  /** Only those under a waiver. */
  @MayBeLeftOut()
  @IsId()
  waiverId?: string;
}

/** An act by someone who also did the one it is kept apart from (兼務した行為). */
export class JoinedDutyDto {
  @ApiProperty({ enum: DUTY_RULES })
  rule!: DutyRule;

  /** What records the act. @example 'use-decision' */
  recordKind!: string;

  recordId!: string;

  engagementId!: string;

  personId!: string;

  /** The day of the act. */
  actedOn!: string;

  /** The waiver that admits it; null where a setting of the body does. */
  waiverId!: string | null;

  /** The setting by which the body joined the duties; null where a waiver admits it. */
  settingId!: string | null;
}

export class JoinedDutyPageDto {
  items!: JoinedDutyDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
