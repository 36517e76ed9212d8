import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import {
  FINDING_STATUSES,
  SEVERITIES,
  type FindingStatus,
  type Severity,
} from '../domain/finding.js';

const RESULTS = ['effective', 'not-effective'] as const;

export class RaiseFindingDto {
  /** The engagement in which it was found. */
  @IsId()
  engagementId!: string;

  /** The audit of this engagement in which it was found; left out where it was found otherwise. */
  @MayBeLeftOut()
  @IsId()
  auditId?: string;

  /** Key of the article that is not met; it puts an obligation on the engagement. @example 'K9-1-3a-1' */
  @ShortText()
  articleKey!: string;

  /** `major` breaches the obligations of the article until the correction is verified. */
  @IsIn(SEVERITIES)
  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  /** What was found, and how it falls short. */
  @LongText()
  statement!: string;

  /** By when it is to be corrected; left out, the days the body sets for the severity. */
  @MayBeLeftOut()
  @CalendarDay()
  dueOn?: string;
}

export class RecordCorrectiveActionDto {
  /** What is done against the cause, and by when. */
  @LongText()
  plan!: string;

  /** The day it was carried out; left out while it is only planned. */
  @MayBeLeftOut()
  @CalendarDay()
  implementedOn?: string;

  /** Who carries it out or, where the vendor does, answers for it; left out, whoever records it. */
  @MayBeLeftOut()
  @IsId()
  implementedBy?: string;
}

export class VerifyFindingDto {
  /** `effective` closes the finding and remedies the breach; `not-effective` opens it again. */
  @IsIn(RESULTS)
  @ApiProperty({ enum: RESULTS })
  result!: (typeof RESULTS)[number];

  /** What was checked, with what result. */
  @LongText()
  comment!: string;
}

export class ListFindingsQuery extends PageQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(FINDING_STATUSES)
  @ApiPropertyOptional({ enum: FINDING_STATUSES })
  status?: FindingStatus;

  /** Only those of an engagement. */
  @MayBeLeftOut()
  @IsId()
  engagementId?: string;
}

/** How a finding is corrected, and what a second person found of it. */
export class CorrectiveActionDto {
  id!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  plan!: string;

  implementedOn!: string | null;

  implementedBy!: string;

  recordedBy!: string;

  @ApiProperty({ enum: [...RESULTS, null], nullable: true, type: 'string' })
  result!: (typeof RESULTS)[number] | null;

  comment!: string | null;

  verifiedBy!: string | null;

  verifiedOn!: string | null;

  /** Whether the body lets one person correct and verify. */
  dutiesJoined!: boolean;

  /** The waiver under which one person corrected and verified; null where these were two people. */
  dutyWaiverId!: string | null;

  /** The waiver under which someone of the section verified; null where it was someone else. */
  auditWaiverId!: string | null;
}

/** A gap between what an article demands and what was found (指摘事項). */
export class FindingResponseDto {
  id!: string;

  engagementId!: string;

  auditId!: string | null;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ enum: FINDING_STATUSES })
  status!: FindingStatus;

  articleKey!: string;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  statement!: string;

  dueOn!: string;

  raisedBy!: string;

  raisedOn!: string;
}

/** A finding with its corrective actions, the last of which counts. */
export class FindingDetailDto extends FindingResponseDto {
  correctiveActions!: CorrectiveActionDto[];
}

export class FindingPageDto {
  items!: FindingResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
