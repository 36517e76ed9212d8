import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { CalendarDay, IsId, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import { VendorPersonDto } from '../../shared/http/vendor-person.dto.js';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '../domain/assessment-lifecycle.js';
import { RESULTS, type Result } from '../domain/judgement.js';
import { TOLERATED_DIFFERENCES, type ToleratedDifference } from '../domain/reviews.js';
import { SELECTION_METHODS, type SelectionMethod } from '../domain/selection.js';

/** A firm that is asked. */
export class InviteCandidateDto {
  /** The candidate. */
  @IsId()
  vendorId!: string;

  /** The service offered; needed for a cloud use, and only then. It may be another firm's. */
  @MayBeLeftOut()
  @IsId()
  cloudServiceId?: string;
}

export class SendAssessmentDto extends InviteCandidateDto {
  /** The last day for the answers; not in the past. */
  @CalendarDay()
  dueOn!: string;
}

export class ReopenAssessmentDto {
  /** Why the vendor is asked again. */
  @LongText()
  reason!: string;

  /** The last day for the new answers; not in the past. */
  @CalendarDay()
  dueOn!: string;

  /**
   * Ids of the criteria to be answered anew; the other answers stand. Left out, those whose knock-out
   * is open or, where none is, all that were not met in full.
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  criteria?: string[];
}

export class WithdrawAssessmentDto {
  /** Why the candidate is assessed no further. */
  @LongText()
  reason!: string;
}

export class ListAssessmentsQuery extends PageQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(ASSESSMENT_STATUSES)
  @ApiPropertyOptional({ enum: ASSESSMENT_STATUSES })
  status?: AssessmentStatus;

  /** Only those of a vendor. */
  @MayBeLeftOut()
  @IsId()
  vendorId?: string;
}

/** Lowest scores from 0 to 1, as decimals. */
export class ThresholdsDto {
  /** @example '0.80' */
  suitable!: string;

  /** @example '0.60' */
  conditional!: string;
}

/** The assessment of one candidate of an engagement. */
export class AssessmentDto {
  id!: string;

  engagementId!: string;

  /** The selection procedure it belongs to; null where the candidate was asked by itself. */
  procedureId!: string | null;

  /** The procurement method; `negotiated` where the candidate was asked by itself. */
  @ApiProperty({ enum: SELECTION_METHODS })
  method!: SelectionMethod;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  /** `sent` and `answering`: with the vendor. `submitted` and `reviewing`: with the reviewers. */
  @ApiProperty({ enum: ASSESSMENT_STATUSES })
  status!: AssessmentStatus;

  vendorId!: string;

  vendorName!: string;

  cloudServiceId!: string | null;

  cloudServiceName!: string | null;

  /** 1 at first; each reopening begins another. */
  @ApiProperty({ type: 'integer' })
  round!: number;

  /** The last day for the answers of the round. */
  dueOn!: string;

  /** Whether the answers are late today. */
  isOverdue!: boolean;

  /** How many criteria are asked in the round, and how many of them are answered. */
  @ApiProperty({ type: 'integer' })
  asked!: number;

  @ApiProperty({ type: 'integer' })
  answered!: number;

  /** The policy version whose criteria were sent. */
  policyVersionId!: string;

  /** As they were when it was sent. */
  thresholds!: ThresholdsDto;

  /** Independent reviews needed, and those given in the round. */
  @ApiProperty({ type: 'integer' })
  reviewersRequired!: number;

  /** The largest difference between reviews that is averaged rather than decided. */
  @ApiProperty({ enum: TOLERATED_DIFFERENCES })
  toleratedDifference!: ToleratedDifference;

  @ApiProperty({ type: 'integer' })
  reviewsGiven!: number;

  /** The outcome that stands; null while there is none. */
  @ApiProperty({ enum: [...RESULTS, null], nullable: true, type: 'string' })
  result!: Result | null;

  /** From 0 to 1 with four decimals; null where there is no outcome or nothing has weight. @example '0.8125' */
  score!: string | null;

  sentBy!: string;

  sentOn!: string;

  withdrawnOn!: string | null;

  withdrawnReason!: string | null;

  /** Who of the vendor withdrew (辞退); null where the body did, or nobody. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  withdrawnByVendor!: VendorPersonDto | null;
}

export class AssessmentPageDto {
  items!: AssessmentDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

export class AssessmentListDto {
  items!: AssessmentDto[];
}
