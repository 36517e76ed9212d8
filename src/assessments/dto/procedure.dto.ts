import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  ValidateNested,
} from 'class-validator';
import { CONTRACT_SORTS, type ContractSort } from '../../organizations/index.js';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { AmountOfYen, CalendarDay, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '../domain/assessment-lifecycle.js';
import { PROCEDURE_STATUSES, type ProcedureStatus } from '../domain/procedure.js';
import { TOLERATED_DIFFERENCES, type ToleratedDifference } from '../domain/reviews.js';
import { SELECTION_METHODS, type SelectionMethod } from '../domain/selection.js';
import { InviteCandidateDto, ThresholdsDto } from './assessment.dto.js';

export class OpenProcedureDto {
  /**
   * 入札 (`tender`): pass or fail, no late answer, nobody asked again. 総合評価 (`comprehensive-evaluation`) and
   * プロポーザル (`proposal`): points announced beforehand, late answers by permission. 随意契約 (`negotiated`): free.
   */
  @IsIn(SELECTION_METHODS)
  @ApiProperty({ enum: SELECTION_METHODS })
  method!: SelectionMethod;

  /** The last day for answers, the same for every candidate; not in the past. */
  @CalendarDay()
  closesOn!: string;

  /** Why this method; needed for a negotiated contract (随意契約理由) unless it is a small one. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;

  /**
   * The light way of a small negotiated contract (少額随意契約): only knock-outs are asked and one review is enough. Open where
   * the estimated price is within the limit of the body and the review tier is the lightest.
   */
  @MayBeLeftOut()
  @IsBoolean()
  light?: boolean;

  /** Estimated price (予定価格); needed for the light way. It is not shown to candidates. */
  @MayBeLeftOut()
  @AmountOfYen()
  estimatedAmount?: string;

  /** What is contracted for, by which the limit of small contracts is told; `other`, such as services, where left out. */
  @MayBeLeftOut()
  @IsIn(CONTRACT_SORTS)
  @ApiPropertyOptional({ enum: CONTRACT_SORTS })
  contractSort?: ContractSort;

  /**
   * The largest difference between reviews that is averaged rather than decided by somebody else: none where left out, or
   * half a point. On knock-outs every difference is decided.
   */
  @MayBeLeftOut()
  @IsIn(TOLERATED_DIFFERENCES)
  @ApiPropertyOptional({ enum: TOLERATED_DIFFERENCES, default: '0' })
  toleratedDifference?: ToleratedDifference;

  /** The firms invited at once; others may be invited until the last day. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique(
    ({ vendorId, cloudServiceId }: InviteCandidateDto) => `${vendorId} ${cloudServiceId ?? ''}`,
  )
  @ValidateNested({ each: true })
  @Type(() => InviteCandidateDto)
  candidates?: InviteCandidateDto[];
}

export class ExtendProcedureDto {
  /** The new last day for every candidate; after the present one. */
  @CalendarDay()
  closesOn!: string;

  /** Why it is extended. */
  @LongText()
  reason!: string;
}

export class CancelProcedureDto {
  /** Why the procedure is given up (不調, 中止 など). */
  @LongText()
  reason!: string;
}

export class PermitLateAnswersDto {
  /** Why this candidate may answer late. */
  @LongText()
  reason!: string;

  /** The last day for its answers; not in the past. */
  @CalendarDay()
  dueOn!: string;
}

/** A candidate of a procedure. */
export class ProcedureCandidateDto {
  assessmentId!: string;

  vendorId!: string;

  vendorName!: string;

  cloudServiceId!: string | null;

  cloudServiceName!: string | null;

  @ApiProperty({ enum: ASSESSMENT_STATUSES })
  status!: AssessmentStatus;

  /** Its own last day, where late answers were permitted or it was asked again. */
  dueOn!: string;
}

/** How a method has candidates treated. */
export class MethodRulesDto {
  /** Who passes may be selected; scores are not compared, and no exception stands in for a knock-out. */
  isPassOrFail!: boolean;

  /** Candidates are told weights and the scores needed. */
  publishesPoints!: boolean;

  /** Whether answers are taken after the last day: never, by a recorded permission, or as they come. */
  @ApiProperty({ enum: ['never', 'permitted', 'free'] })
  lateAnswers!: 'never' | 'permitted' | 'free';

  /** Answers are reviewed only once the procedure is closed. */
  isSealed!: boolean;

  /** A candidate may be asked again for what it did not meet. */
  asksAgain!: boolean;
}

/** How the vendor of an engagement is sought among candidates (選定手続). */
export class ProcedureDto {
  id!: string;

  engagementId!: string;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  /** `closed` from the day after `closesOn`, or once closed before; `concluded` while one of its candidates is selected. */
  @ApiProperty({ enum: PROCEDURE_STATUSES })
  status!: ProcedureStatus;

  @ApiProperty({ enum: SELECTION_METHODS })
  method!: SelectionMethod;

  rules!: MethodRulesDto;

  /** The light way of a small contract. */
  isLight!: boolean;

  reason!: string | null;

  /** In yen. */
  estimatedAmount!: string | null;

  @ApiProperty({ enum: [...CONTRACT_SORTS, null], nullable: true, type: 'string' })
  contractSort!: ContractSort | null;

  /** The policy version whose criteria are asked. */
  policyVersionId!: string;

  /** SHA-256 of the frozen checklist (`GET /v1/selection-procedures/{id}/checklist`). */
  checklistHash!: string;

  /** How many criteria are asked. */
  @ApiProperty({ type: 'integer' })
  asked!: number;

  thresholds!: ThresholdsDto;

  /** Independent reviews needed for each candidate. */
  @ApiProperty({ type: 'integer' })
  reviewersRequired!: number;

  /** The largest difference between reviews that is averaged rather than decided. */
  @ApiProperty({ enum: TOLERATED_DIFFERENCES })
  toleratedDifference!: ToleratedDifference;

  openedBy!: string;

  /** The post of that; null for another system. */
  openedIn!: HeldPostDto | null;

  openedOn!: string;

  /** The last day for answers. */
  closesOn!: string;

  /** When it was closed before its last day, as every candidate had handed in. */
  closedOn!: string | null;

  cancelledOn!: string | null;

  cancelledReason!: string | null;

  candidates!: ProcedureCandidateDto[];
}

/** The procedures of an engagement, the first opened first. */
export class ProcedureListDto {
  items!: ProcedureDto[];
}

/** A criterion as every candidate gets it. */
export class FrozenCriterionDto {
  criterionId!: string;

  /** Place in the checklist, from 1. */
  @ApiProperty({ type: 'integer' })
  position!: number;

  topic!: TextDto;

  question!: TextDto;

  /** What evidence is looked for. */
  evidence!: TextDto;

  /** Whether a knock-out is open without evidence. */
  evidenceRequired!: boolean;

  knockOut!: boolean;

  @ApiProperty({ type: 'integer' })
  weight!: number;

  /** Keys of the articles it serves. */
  articles!: string[];

  @ApiProperty({ enum: ['vendor', 'staff'] })
  answeredBy!: 'vendor' | 'staff';
}

/** The frozen checklist of a procedure, as it is published. */
export class FrozenChecklistDto {
  /** SHA-256 of the canonical JSON (RFC 8785) of `thresholds` and `criteria`. */
  checklistHash!: string;

  /** Whether weights and the scores needed are announced to candidates. */
  publishesPoints!: boolean;

  thresholds!: ThresholdsDto;

  criteria!: FrozenCriterionDto[];
}
