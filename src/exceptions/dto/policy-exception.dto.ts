import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { MadeElsewhereDto } from '../../shared/http/made-elsewhere.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import { CalendarDay, IsId, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import {
  EXCEPTION_KINDS,
  EXCEPTION_STATUSES,
  type ExceptionKind,
  type ExceptionStatus,
} from '../domain/policy-exception.js';

export class RequestExceptionDto {
  /** The engagement that deviates from the policy. */
  @IsId()
  engagementId!: string;

  /** `emergency` where it was acted first and is reported now (8(4)②). */
  @IsIn(EXCEPTION_KINDS)
  @ApiProperty({ enum: EXCEPTION_KINDS })
  kind!: ExceptionKind;

  /** Keys of the articles it deviates from; each puts an obligation on the engagement. @example ['K9-1-2a-5'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  articles!: string[];

  /** Why the rule cannot be followed while the work must go on. */
  @LongText()
  reason!: string;

  /** What is done instead, or that nothing is. */
  @LongText()
  alternativeMeasure!: string;

  /** The risk that remains. */
  @LongText()
  residualRisk!: string;

  /** First day. */
  @CalendarDay()
  from!: string;

  /** Last day. */
  @CalendarDay()
  until!: string;

  /** In an emergency, the day it was acted on. */
  @MayBeLeftOut()
  @CalendarDay()
  actedOn?: string;
}

export class DecideExceptionDto {
  /** `permit`, so that it stands in until its last day, or `deny`. */
  @IsIn(['permit', 'deny'])
  @ApiProperty({ enum: ['permit', 'deny'] })
  outcome!: 'permit' | 'deny';

  /** Why it is permitted or denied, weighing the risk that remains. */
  @LongText()
  reason!: string;

  /** Where it was decided in the body's own document system. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

export class EndExceptionDto {
  /** Why it is no longer needed, or must end. */
  @LongText()
  reason!: string;
}

export class ListExceptionsQuery extends PageQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(EXCEPTION_STATUSES)
  @ApiPropertyOptional({ enum: EXCEPTION_STATUSES })
  status?: ExceptionStatus;

  /** Only those of an engagement. */
  @MayBeLeftOut()
  @IsId()
  engagementId?: string;
}

/** A time-limited permission to deviate from articles of the policy (例外措置). */
export class ExceptionResponseDto {
  id!: string;

  engagementId!: string;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ enum: EXCEPTION_KINDS })
  kind!: ExceptionKind;

  /**
   * `ended` where it was ended early, `voided` where what it was permitted for changed before the work
   * began; one whose last day has passed stays `permitted`.
   */
  @ApiProperty({ enum: EXCEPTION_STATUSES })
  status!: ExceptionStatus;

  /** Whether it counts today. */
  isInForce!: boolean;

  articles!: string[];

  reason!: string;

  alternativeMeasure!: string;

  residualRisk!: string;

  from!: string;

  until!: string;

  actedOn!: string | null;

  /** The last day on which an emergency is reported in time; null for ordinary ones. */
  reportDueOn!: string | null;

  /** Whether an emergency was reported after that day. */
  isReportedLate!: boolean;

  requestedBy!: string;

  requestedOn!: string;

  decidedBy!: string | null;

  /** The role in which it was decided. */
  decidedAs!: string | null;

  /** The post of that role, and whether it was held for another (職務代理); null until then, and for what was done before this was kept. */
  decidedIn!: HeldPostDto | null;

  decidedOn!: string | null;

  decisionReason!: string | null;

  @ApiProperty({ type: MadeElsewhereDto, nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  /** The waiver under which one person applied and decided; null where these were two people. */
  dutyWaiverId!: string | null;

  endedOn!: string | null;

  endedReason!: string | null;

  /**
   * SHA-256 of what is decided on: what is asked for, and kind, segment and the classes of information of the
   * engagement. While it is applied for it follows the engagement; from the decision on it stands.
   * Null where it was decided on before hashes were kept.
   */
  contentHash!: string | null;

  /**
   * Since when it is to be looked at again, because what was decided on changed after the work had begun; it
   * counts meanwhile, until it is ended or its last day. Null where it is not.
   */
  reReviewSince!: string | null;

  /** Since when it counts no more, because what was decided on changed before the work began. */
  voidedOn!: string | null;

  voidedReason!: string | null;
}

export class ExceptionPageDto {
  items!: ExceptionResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
