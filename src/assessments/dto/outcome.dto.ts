import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { CalendarDay, LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import {
  ANSWERS,
  KNOCK_OUT_FINDINGS,
  RESULTS,
  type Answer,
  type KnockOutFinding,
  type Result,
} from '../domain/judgement.js';
import { ThresholdsDto } from './assessment.dto.js';

export class NameConditionDto {
  /** The criterion it is about; left out where it is about none. */
  @MayBeLeftOut()
  @ShortText()
  criterionId?: string;

  /** What the vendor must do or keep to, in words that can be checked on the day. */
  @LongText()
  text!: string;

  /** The day by which it must be met. */
  @CalendarDay()
  dueOn!: string;
}

export class SettleOutcomeDto {
  /**
   * Conditions of a conditional outcome. What was not met in full is one without being named, due by
   * the start of the work.
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NameConditionDto)
  conditions?: NameConditionDto[];
}

/** What a criterion adds to the score. */
export class ContributionDto {
  criterionId!: string;

  @ApiProperty({ type: 'integer' })
  weight!: number;

  /** What it follows from: the value agreed on or decided, or that of each review where their mean counts. */
  @ApiProperty({ enum: ANSWERS, isArray: true })
  marks!: readonly Answer[];

  /** From 0 to 1 in at most four decimals; null where the criterion does not apply. @example '0.5' */
  value!: string | null;

  /** Weight times value, in at most four decimals; null where the criterion does not apply. @example '1.5' */
  contribution!: string | null;
}

/** Permitted exceptions that stand in for a knock-out. */
export class CoverDto {
  exceptionIds!: string[];

  /** The last day they do. */
  until!: string;
}

/** A knock-out that is not passed. */
export class OpenKnockOutDto {
  criterionId!: string;

  @ApiProperty({ enum: KNOCK_OUT_FINDINGS })
  finding!: KnockOutFinding;

  /** The exceptions because of which it does not decide; null where it does. */
  @ApiProperty({ type: CoverDto, nullable: true })
  cover!: CoverDto | null;
}

/** What a conditional outcome asks for. */
export class OutcomeConditionDto {
  criterionId!: string | null;

  text!: string;

  dueOn!: string;
}

/** A certificate of the candidate that was taken into account, as it stood. */
export class ConsideredCertificateDto {
  id!: string;

  scheme!: string;

  number!: string | null;

  standing!: string;

  /** The last day it counts for; null where none is set. */
  lastDay!: string | null;
}

/** The outcome of a round with everything it follows from. */
export class OutcomeDto {
  id!: string;

  assessmentId!: string;

  @ApiProperty({ type: 'integer' })
  round!: number;

  @ApiProperty({ enum: RESULTS })
  result!: Result;

  /** Σ(weight · value) / Σ weight over what applies, from 0 to 1 with four decimals; null where nothing has weight. */
  score!: string | null;

  /** Sum of the contributions; exact. */
  points!: string;

  /** Sum of the weights that apply. */
  @ApiProperty({ type: 'integer' })
  maximum!: number;

  /** The score itself is compared with them, not its rounded form. */
  thresholds!: ThresholdsDto;

  contributions!: ContributionDto[];

  /** Knock-outs that are not passed, those covered by an exception included. */
  knockOuts!: OpenKnockOutDto[];

  conditions!: OutcomeConditionDto[];

  certificates!: ConsideredCertificateDto[];

  /** Who of the body submitted the answers; null where the vendor did. */
  submittedBy!: string | null;

  reviewedBy!: string[];

  settledBy!: string;

  settledOn!: string;

  /** The last day it counts, where it rests on an exception. */
  validUntil!: string | null;

  /** Since when the engagement asks more than the checklist did. */
  outdatedOn!: string | null;

  /** The day another took its place or the assessment was reopened or withdrawn. */
  supersededOn!: string | null;
}
