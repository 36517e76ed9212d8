import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { LongText, MayBeLeftOut, ShortText, WholeNumber } from '../../shared/http/validators.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';

export class GiveScoreDto {
  @ShortText()
  criterionId!: string;

  /** What the reviewer accepts; another value than the answer needs a comment. */
  @IsIn(ANSWERS)
  @ApiProperty({ enum: ANSWERS })
  accepted!: Answer;

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
  @ShortText()
  criterionId!: string;

  @IsIn(ANSWERS)
  @ApiProperty({ enum: ANSWERS })
  accepted!: Answer;

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
