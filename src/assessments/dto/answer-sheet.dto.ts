import { ApiProperty } from '@nestjs/swagger';
import { TextDto } from '../../shared/http/text.dto.js';
import { IsId } from '../../shared/http/validators.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';
import { EvidenceDto } from './answer.dto.js';

export class AnswerFileDto {
  /** The XLSX file with the answers, uploaded before (`POST /v1/files`); attached to the assessment once they are entered, it stays. */
  @IsId()
  fileId!: string;
}

/** An answer as a sheet has it. */
export class SheetAnswerDto {
  @ApiProperty({ enum: ANSWERS })
  answer!: Answer;

  reason!: string | null;

  evidence!: EvidenceDto[];

  /** The last day the evidence counts; null where it does not lapse. */
  validUntil!: string | null;
}

/** What a row of the sheet changes. */
export class SheetChangeDto {
  criterionId!: string;

  /** Its number in the sheet. */
  @ApiProperty({ type: 'integer' })
  row!: number;

  /** The answer that stands; null where there is none. */
  @ApiProperty({ type: SheetAnswerDto, nullable: true })
  before!: SheetAnswerDto | null;

  after!: SheetAnswerDto;
}

/** What is wrong in a cell of a workbook. */
export class SheetFaultDto {
  /** The name of the sheet. @example '回答' */
  sheet!: string;

  /** @example 'F7' */
  cell!: string;

  detail!: TextDto;
}

/** What the file would change. Nothing is changed yet. */
export class AnswerSheetPreviewDto {
  /** Empty where there are faults. */
  changes!: SheetChangeDto[];

  /** Ids of the criteria asked that would have no answer. */
  unanswered!: string[];

  /** With any of them nothing can be entered. */
  faults!: SheetFaultDto[];
}
