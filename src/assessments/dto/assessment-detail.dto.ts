import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';
import { VendorPersonDto } from '../../shared/http/vendor-person.dto.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';
import { EvidenceDto } from './answer.dto.js';
import { AssessmentDto } from './assessment.dto.js';
import { OutcomeDto } from './outcome.dto.js';
import { ReconciledCriterionDto } from './review.dto.js';

export class ReadRoundQuery {
  /** An earlier round; left out, the present one. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1000 })
  round?: number;
}

/** An answer of the vendor. */
export class AnswerDto {
  @ApiProperty({ enum: ANSWERS })
  answer!: Answer;

  reason!: string | null;

  evidence!: EvidenceDto[];

  /** The last day the evidence counts; null where it does not lapse. */
  validUntil!: string | null;

  /** Who of the body entered it on behalf of the vendor; null where the vendor gave it itself. */
  enteredBy!: string | null;

  /** Who of the vendor gave it; null where it was entered on its behalf. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  givenBy!: VendorPersonDto | null;

  enteredAt!: string;
}

/** A criterion as it was sent, with its answer. */
export class AssessmentCriterionDto {
  criterionId!: string;

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

  /** `vendor`, or `staff` of the body. */
  answeredBy!: string;

  /** Whether it is answered in the round; else the answer stands from the round before. */
  isAsked!: boolean;

  @ApiProperty({ type: AnswerDto, nullable: true })
  answer!: AnswerDto | null;
}

/** One time the vendor is asked. */
export class RoundDto {
  @ApiProperty({ type: 'integer' })
  round!: number;

  openedOn!: string;

  openedBy!: string;

  /** Why it was reopened; null for the first. */
  reason!: string | null;

  dueOn!: string;

  submittedOn!: string | null;

  /** Who of the body handed the answers in; null where the vendor did, or nobody yet. */
  submittedBy!: string | null;

  /** Who of the vendor handed them in. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  givenBy!: VendorPersonDto | null;

  /** Who answered at the vendor. */
  respondent!: string | null;
}

/** What a reviewer accepts of an answer. */
export class ScoreDto {
  criterionId!: string;

  @ApiProperty({ enum: ANSWERS })
  accepted!: Answer;

  comment!: string | null;
}

/** An independent review. */
export class ReviewDto {
  id!: string;

  reviewedBy!: string;

  /** The role in which it was reviewed. */
  reviewedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  reviewedIn!: HeldPostDto | null;

  reviewedOn!: string;

  /** Whether the body lets one person submit and review. */
  dutiesJoined!: boolean;

  /** The waiver under which one person answered and reviewed; null where these were two people. */
  dutyWaiverId!: string | null;

  comment!: string | null;

  /** Null while others still review, so that they score for themselves; one's own are shown. */
  @ApiProperty({ type: [ScoreDto], nullable: true })
  scores!: ScoreDto[] | null;
}

/** The decision on what the reviews differed on. */
export class ReconciliationDto {
  decidedBy!: string;

  /** The post in which it was decided, and whether it was held for another (職務代理); null for what was decided before this was kept. */
  decidedIn!: HeldPostDto | null;

  decidedOn!: string;

  /** The waiver under which one person answered or reviewed, and reconciled; null where these were two people. */
  dutyWaiverId!: string | null;

  decisions!: ReconciledCriterionDto[];
}

/** An assessment with the checklist, the answers and what became of them in one round. */
export class AssessmentDetailDto extends AssessmentDto {
  /** The round shown. */
  @ApiProperty({ type: 'integer' })
  shownRound!: number;

  criteria!: AssessmentCriterionDto[];

  rounds!: RoundDto[];

  reviews!: ReviewDto[];

  /** Criteria on which the reviews differ; empty while others still review. */
  differing!: string[];

  @ApiProperty({ type: ReconciliationDto, nullable: true })
  reconciliation!: ReconciliationDto | null;

  /** The last outcome of the round. */
  @ApiProperty({ type: OutcomeDto, nullable: true })
  outcome!: OutcomeDto | null;
}
