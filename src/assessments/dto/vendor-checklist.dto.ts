import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  ValidateNested,
} from 'class-validator';
import { CompiledForm } from '../../shared/http/compiled-form.js';
import { PageQuery } from '../../shared/http/page.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { VendorPersonDto } from '../../shared/http/vendor-person.dto.js';
import { ANSWERS, type Answer } from '../domain/judgement.js';
import { SELECTION_METHODS, type SelectionMethod } from '../domain/selection.js';
import { VENDOR_STATUSES, type VendorStatus } from '../domain/vendor-checklist.js';
import { EvidenceDto, GiveAnswerDto } from './answer.dto.js';
import { GIVE_ANSWERS_SCHEMA } from './answers.schema.js';
import { ThresholdsDto } from './assessment.dto.js';
import { VendorOfferDto } from './offer.dto.js';

export class ListPortalAssessmentsQuery extends PageQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(VENDOR_STATUSES)
  @ApiPropertyOptional({ enum: VENDOR_STATUSES })
  status?: VendorStatus;
}

@CompiledForm(GIVE_ANSWERS_SCHEMA)
export class DraftAnswersDto {
  /**
   * Each replaces what was drafted before; questions left out stay as they are. All are taken, or none. Files are those
   * of `POST /v1/portal/files`.
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GiveAnswerDto)
  answers!: GiveAnswerDto[];
}

export class HandInAnswersDto {
  /** That whoever hands the answers in has read them and stands by them; `true`. */
  @IsIn([true])
  @ApiProperty({ type: 'boolean', enum: [true] })
  confirmed!: true;
}

export class TakePrefilledAnswersDto {
  /** Ids of the questions whose `prefill` is taken as it is. All are taken, or none. @example ['G-01', 'G-02'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @ShortText({ each: true })
  criterionIds!: string[];
}

export class WithdrawCandidateDto {
  /** Why the vendor withdraws (辞退の理由). */
  @LongText()
  reason!: string;
}

/** A checklist that a body sent to the vendor of the firm, as it is listed. */
export class PortalAssessmentDto {
  id!: string;

  /** Rises with every change of the checklist or of what is drafted; also sent as `ETag` where one is read. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  /** The body that asks. */
  organizationName!: string;

  /** What is sought, as it was called when the checklist was sent. */
  title!: string;

  @ApiProperty({ enum: SELECTION_METHODS })
  method!: SelectionMethod;

  /** `open`: to be answered; `submitted`: handed in; `withdrawn`: by the vendor (辞退) or the body. */
  @ApiProperty({ enum: VENDOR_STATUSES })
  status!: VendorStatus;

  /** 1 at first; it rises when the body asks again. */
  @ApiProperty({ type: 'integer' })
  round!: number;

  /** The last day for the answers. */
  dueOn!: string;

  /** Whether that day has passed without answers. */
  isOverdue!: boolean;

  sentOn!: string;

  withdrawnOn!: string | null;

  /** Who of the vendor withdrew; null where the body did, or nobody, or another firm that the vendor was linked to. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  withdrawnByVendor!: VendorPersonDto | null;
}

export class PortalAssessmentPageDto {
  items!: PortalAssessmentDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** An answer as it is kept. */
export class KeptAnswerDto {
  @ApiProperty({ enum: ANSWERS })
  answer!: Answer;

  reason!: string | null;

  evidence!: EvidenceDto[];

  /** The last day the evidence counts; null where it does not lapse. */
  validUntil!: string | null;
}

/** What the firm answered before; it is no answer until the firm takes it or answers anew. */
export class PrefillDto extends KeptAnswerDto {
  /** The day the firm last handed it in, to whichever body. */
  answeredOn!: string;

  /** Whether it was asked otherwise then; it is answered anew. */
  questionChanged!: boolean;

  /** Whether its evidence counts no more, by its last day or because a file is gone; it is answered anew. */
  evidenceLapsed!: boolean;
}

/** An answer so far. */
export class VendorAnswerDto extends KeptAnswerDto {
  /** Whether it is drafted only; else it was handed in, or the body entered it on behalf of the vendor. */
  isDraft!: boolean;

  /** The day the firm gave it before, where the draft was taken from its library as it was; else null. */
  prefilledFrom!: string | null;
}

/** A question to the vendor. */
export class VendorCriterionDto {
  criterionId!: string;

  topic!: TextDto;

  question!: TextDto;

  /** What evidence is looked for. */
  evidence!: TextDto;

  /** Whether an answer without evidence does not pass where it is a knock-out. */
  evidenceRequired!: boolean;

  /** Whether a vendor that does not meet it is not suitable, whatever else it meets. */
  knockOut!: boolean;

  /** What it weighs, where the method has that published beforehand; else null. */
  @ApiProperty({ type: 'integer', nullable: true })
  weight!: number | null;

  /** Whether it is answered in this round; else the answer stands from the round before. */
  isAsked!: boolean;

  @ApiProperty({ type: VendorAnswerDto, nullable: true })
  answer!: VendorAnswerDto | null;

  /** Whether an answer stands that another firm gave, which the vendor was linked to before; it is not shown. */
  isAnsweredByOthers!: boolean;

  /** What the library of the firm has for it, while it is asked and has no answer; else null. */
  @ApiProperty({ type: PrefillDto, nullable: true })
  prefill!: PrefillDto | null;
}

/** A checklist with its questions and the answers so far. */
export class VendorChecklistDto extends PortalAssessmentDto {
  /** Why the body asks again; null in the first round. */
  reason!: string | null;

  /** The scores needed, where the method has them published beforehand; else null. */
  @ApiProperty({ type: ThresholdsDto, nullable: true })
  thresholds!: ThresholdsDto | null;

  submittedOn!: string | null;

  /** Who of the vendor handed the answers in; null where the body did on its behalf, another firm did, or nobody yet. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  givenBy!: VendorPersonDto | null;

  /** What is offered beside the answers (`PUT …/offer`); one of an earlier round stands until another is made. Null where nothing is. */
  @ApiProperty({ type: VendorOfferDto, nullable: true })
  offer!: VendorOfferDto | null;

  /** Ids of the questions without an answer. */
  unanswered!: string[];

  criteria!: VendorCriterionDto[];
}
