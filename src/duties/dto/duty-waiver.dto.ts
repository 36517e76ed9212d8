import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, MinLength, ValidateNested } from 'class-validator';
import { DUTY_RULES, type DutyRule } from '../../shared/domain/separation-of-duties.js';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { MadeElsewhereDto } from '../../shared/http/made-elsewhere.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import { CalendarDay, IsId, LongText, MayBeLeftOut } from '../../shared/http/validators.js';

const YES_OR_NO = ['true', 'false'] as const;

export class PermitDutyWaiverDto {
  /**
   * Which two acts: `apply-approve` (申請と承認), `request-permit` (許可の申請と許可), `audit-audited`
   * (監査を受けることと監査), `submit-score` (提出と審査), `score-approve` (審査と選定), `implement-verify` (是正と確認).
   */
  @IsIn(DUTY_RULES)
  @ApiProperty({ enum: DUTY_RULES })
  rule!: DutyRule;

  /** Who may do both; never whoever permits it. */
  @IsId()
  personId!: string;

  /** The one engagement it is for; left out for a standing one, which ends with the fiscal year. */
  @MayBeLeftOut()
  @IsId()
  engagementId?: string;

  /** Why it cannot be avoided. @example '職員が五名で、審査できる者がほかにいないため。' */
  @LongText()
  @MinLength(10)
  @ApiProperty({ minLength: 10 })
  reason!: string;

  /** First day, not before it is permitted. */
  @CalendarDay()
  validFrom!: string;

  /** Last day, within a year; of a standing one, within the fiscal year. */
  @CalendarDay()
  validUntil!: string;

  /** Where it was permitted in the body's own document system. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

export class EndDutyWaiverDto {
  /** Why it is no longer needed, or must end. */
  @LongText()
  reason!: string;
}

export class ListDutyWaiversQuery extends PageQuery {
  /** Only those of a rule. */
  @MayBeLeftOut()
  @IsIn(DUTY_RULES)
  @ApiPropertyOptional({ enum: DUTY_RULES })
  rule?: DutyRule;

  /** Only those of a person. */
  @MayBeLeftOut()
  @IsId()
  personId?: string;

  /** `true`: only standing ones; `false`: only those for an engagement. */
  @MayBeLeftOut()
  @IsIn(YES_OR_NO)
  @ApiPropertyOptional({ enum: YES_OR_NO })
  standing?: (typeof YES_OR_NO)[number];

  /** Only those that admit an act of this day. */
  @MayBeLeftOut()
  @CalendarDay()
  on?: string;
}

/** A permission that one person does both of two acts that fall to two people (兼務の許可). */
export class DutyWaiverDto {
  id!: string;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ enum: DUTY_RULES })
  rule!: DutyRule;

  /** Who may do both. */
  personId!: string;

  /** The one engagement it is for; null for a standing one. */
  engagementId!: string | null;

  reason!: string;

  /** Who permitted it; null where it was someone elsewhere without an entry among the people. */
  permittedBy!: string | null;

  /** The role in which it was permitted here, or in which a permission given elsewhere was recorded. */
  permittedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  permittedIn!: HeldPostDto | null;

  permittedOn!: string;

  recordedBy!: string;

  @ApiProperty({ type: MadeElsewhereDto, nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  validFrom!: string;

  validUntil!: string;

  /** The day it was ended early; it admits nothing from then on. */
  endedOn!: string | null;

  endedBy!: string | null;

  endedReason!: string | null;
}

export class DutyWaiverPageDto {
  items!: DutyWaiverDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
