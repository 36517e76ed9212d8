import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import {
  CAIQ_EDITIONS,
  CAIQ_RELATIONS,
  type CaiqEdition,
  type CaiqRelation,
} from '../../policies/index.js';
import { LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { CAIQ_COVERAGES, type CaiqCoverage } from '../domain/caiq/coverage.js';
import { CAIQ_WORDS, type CaiqWord } from '../domain/caiq/read-caiq.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';
import { AnswerFileDto, SheetFaultDto } from './answer-sheet.dto.js';

/** An answer that is given on the strength of the CAIQ. */
export class ConfirmedAnswerDto {
  /** Id of a criterion that the CAIQ speaks to (`criteria` of the preview). @example 'C-08' */
  @ShortText()
  criterionId!: string;

  /** The answer that the vendor, or whoever enters it for them, gives. */
  @IsIn(ANSWERS)
  @ApiProperty({ enum: ANSWERS })
  answer!: Answer;

  /** Left out, what the provider wrote in the CAIQ. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;
}

export class EnterCaiqDto extends AnswerFileDto {
  /** What is entered beside the answers that follow by themselves; left out, nothing. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ConfirmedAnswerDto)
  confirmed?: ConfirmedAnswerDto[];
}

/** What the provider says to a question. */
export class CaiqAnswerDto {
  /** Its id in the file. @example 'STA-09.1' */
  id!: string;

  /** Its id in CAIQ 4.1.0; null where that has no such question. @example 'STA-11.1' */
  question!: string | null;

  @ApiProperty({ enum: CAIQ_WORDS })
  answer!: CaiqWord;

  /** Who is responsible, as the file says it. */
  ownership!: string | null;

  /** What the provider wrote. */
  description!: string | null;

  /** Where the answer stands. @example 'C14' */
  cell!: string;
}

/** What the CAIQ says to a criterion asked in this round. */
export class CaiqCriterionDto {
  criterionId!: string;

  knockOut!: boolean;

  /** `full`: every question that speaks to it is answered; `part`: some are; `none`: none is; `unmapped`: no question speaks to it. */
  @ApiProperty({ enum: CAIQ_COVERAGES })
  coverage!: CaiqCoverage;

  /** `equivalent`: a yes to all questions is a yes to the criterion; `related`: no answer follows; null: unmapped. */
  @ApiProperty({ enum: [...CAIQ_RELATIONS, null], nullable: true, type: 'string' })
  relation!: CaiqRelation | null;

  questions!: CaiqAnswerDto[];

  /** Ids, in CAIQ 4.1.0, of the questions that speak to it and are not answered. */
  missing!: string[];

  /** The answer that follows; null where none does. */
  @ApiProperty({ enum: [...CAIQ_WORDS, null], nullable: true, type: 'string' })
  suggested!: CaiqWord | null;

  /** Whether it is entered only when `confirmed` names it: always for a knock-out, and where an answer stands already. */
  needsConfirmation!: boolean;

  /** What the provider wrote to the questions; the reason of the answer unless another is given. */
  text!: string | null;
}

/** A question that does not apply, without a word why. */
export class CaiqPlaceDto {
  id!: string;

  cell!: string;
}

/** What a CAIQ covers of the checklist. Nothing is changed yet. */
export class CaiqCoverageDto {
  /** Null where it cannot be told. */
  @ApiProperty({ enum: [...CAIQ_EDITIONS, null], nullable: true, type: 'string' })
  edition!: CaiqEdition | null;

  /** Version of the table that says which questions speak to which criterion. */
  @ApiProperty({ type: 'integer' })
  mappingVersion!: number;

  criteria!: CaiqCriterionDto[];

  /** Ids, as the file has them, of answers that speak to nothing asked in this round. */
  unmapped!: string[];

  /** Ids of questions without an answer. */
  unanswered!: string[];

  /** Questions answered NA without a reason; they count as unanswered. */
  naWithoutReason!: CaiqPlaceDto[];

  /** With any of them nothing can be entered. */
  faults!: SheetFaultDto[];
}
