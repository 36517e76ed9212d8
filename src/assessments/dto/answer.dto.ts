import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsUrl,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CompiledForm } from '../../shared/http/compiled-form.js';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';
import { GIVE_ANSWERS_SCHEMA } from './answers.schema.js';

/** The addresses evidence may have, as class-validator tells them. */
export const EVIDENCE_ADDRESS = {
  protocols: ['https'],
  require_protocol: true,
  require_valid_protocol: true,
};

/** Where evidence is: at an address, in a document with a number, or in an uploaded file; one of the three. */
export class EvidenceDto {
  /** What the evidence is. @example 'ISMS登録証（写し）' */
  @ShortText()
  title!: string;

  /** The address (https) of at most 2,000 characters; it is kept, never fetched. */
  @MayBeLeftOut()
  @IsUrl(EVIDENCE_ADDRESS)
  @MaxLength(2000)
  @ApiProperty({ type: 'string', format: 'uri', maxLength: 2000, required: false })
  url?: string;

  /** Number under which the document is kept; instead of an address. @example '総第123号 別紙2' */
  @MayBeLeftOut()
  @ShortText()
  documentReference?: string;

  /** Evidence file uploaded before (`POST /v1/files`); attached to the assessment, it stays. */
  @MayBeLeftOut()
  @IsId()
  fileId?: string;
}

export class GiveAnswerDto {
  /** Id of a criterion asked (`criteria` of `GET /v1/assessments/{id}`). @example 'G-11' */
  @ShortText()
  criterionId!: string;

  /** `yes`, `partial` (met in part), `no`, `na` (does not apply) or `unknown` (the vendor cannot tell). `na` and `partial` need a reason. */
  @IsIn(ANSWERS)
  @ApiProperty({ enum: ANSWERS })
  answer!: Answer;

  /** Why it does not apply or is met only in part, or what else the vendor says; needed for `na` and `partial`. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;

  /** What bears the answer out; a knock-out that asks for evidence is not passed without any. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EvidenceDto)
  evidence?: EvidenceDto[];

  /** The last day the evidence counts; left out where it does not lapse. */
  @MayBeLeftOut()
  @CalendarDay()
  validUntil?: string;
}

/** What answers that are entered on behalf of the vendor were taken from; one of both. */
export class AnswerSourceDto {
  /** The paper as scanned or the mail as saved, uploaded before (`POST /v1/files`); attached to the assessment, it stays. */
  @MayBeLeftOut()
  @IsId()
  sourceFileId?: string;

  /** Number under which the paper or mail is kept. @example '総第123号' */
  @MayBeLeftOut()
  @ShortText()
  documentReference?: string;
}

@CompiledForm(GIVE_ANSWERS_SCHEMA)
export class GiveAnswersDto {
  /** Each replaces the answer given before; criteria left out stay as they are. All are taken, or none. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GiveAnswerDto)
  answers!: GiveAnswerDto[];

  /** Where the vendor did not enter its answers itself: what they were taken from. Kept in the trail. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => AnswerSourceDto)
  source?: AnswerSourceDto;
}

export class SubmitAnswersDto {
  /** Who answered at the vendor. @example '株式会社検証 品質管理部 山田 太郎' */
  @MayBeLeftOut()
  @ShortText()
  respondent?: string;
}
