import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { LongText, MayBeLeftOut, ShortText, WholeNumber } from '../../shared/http/validators.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';

export class GiveScoreDto {
  /** Id of a criterion asked (`criteria` of `GET /v1/assessments/{id}`). */
  @ShortText()
  criterionId!: string;

  /** What the reviewer accepts, in the values of an answer; another value than the answer needs a comment. */
  @IsIn(ANSWERS)
  @ApiProperty({ enum: ANSWERS })
  accepted!: Answer;

  /** What the reviewer found; needed where another value than the answer is accepted. */
  @MayBeLeftOut()
  @LongText()
  comment?: string;
}

export class ReviewAnswersDto {
  /** The round that was read. */
  @WholeNumber(1, 1000)
  round!: number;

  /** One for each criterion of the checklist. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GiveScoreDto)
  scores!: GiveScoreDto[];

  /** On the whole. */
  @MayBeLeftOut()
  @LongText()
  comment?: string;
}

export class ReconciledCriterionDto {
  /** Id of a criterion on which the reviews differ (`GET /v1/assessments/{id}`). */
  @ShortText()
  criterionId!: string;

  /** What is accepted in the end, in the values of an answer. */
  @IsIn(ANSWERS)
  @ApiProperty({ enum: ANSWERS })
  accepted!: Answer;

  /** Why this value and not the one of the other review. */
  @LongText()
  reason!: string;
}

export class ReconcileReviewsDto {
  /** One for each criterion on which the reviews differ. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReconciledCriterionDto)
  decisions!: ReconciledCriterionDto[];
}
