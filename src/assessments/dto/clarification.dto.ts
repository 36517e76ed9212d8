import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { VendorPersonDto } from '../../shared/http/vendor-person.dto.js';
import { IsId, LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import {
  AUDIENCES,
  CLARIFICATION_KINDS,
  type Audience,
  type ClarificationKind,
} from '../domain/clarification.js';

export class AskClarificationDto {
  /** `question` (質問): a candidate asks. `request` (照会): the body asks one candidate. `notice` (補足説明): the body tells all. */
  @IsIn(CLARIFICATION_KINDS)
  @ApiProperty({ enum: CLARIFICATION_KINDS })
  kind!: ClarificationKind;

  /** The assessment of the candidate who asks or is asked; left out for a notice. */
  @MayBeLeftOut()
  @IsId()
  assessmentId?: string;

  /** The criterion it is about; left out where about none in particular. */
  @MayBeLeftOut()
  @ShortText()
  criterionId?: string;

  /** Who gets to see it and its answer. Questions in a tender, comprehensive evaluation or proposal are for `all`, without the name of who asked. */
  @IsIn(AUDIENCES)
  @ApiProperty({ enum: AUDIENCES })
  visibleTo!: Audience;

  /** What is asked or told, as candidates read it. */
  @LongText()
  text!: string;
}

export class AnswerClarificationDto {
  /** The answer of the body to a question, or of the candidate to a request. It stands; what is to be added is a notice. */
  @LongText()
  answer!: string;

  /** Who gets to see both, decided anew; as it was entered where left out. What a candidate asked itself is for itself alone until then, unless candidates are treated alike. */
  @MayBeLeftOut()
  @IsIn(AUDIENCES)
  @ApiProperty({ enum: AUDIENCES })
  visibleTo?: Audience;

  /** The question as other candidates read it, where its own words tell who asked; only of a question for `all`. */
  @MayBeLeftOut()
  @LongText()
  shownAs?: string;
}

export class AskQuestionDto {
  /** The criterion it is about; left out where about none in particular. */
  @MayBeLeftOut()
  @ShortText()
  criterionId?: string;

  /** The question. The body may answer it to every candidate, without telling who asked; do not name yourselves in it. */
  @LongText()
  text!: string;
}

/** A question, a request or a notice in a selection procedure, and its answer (質問回答). */
export class ClarificationDto {
  id!: string;

  procedureId!: string;

  @ApiProperty({ enum: CLARIFICATION_KINDS })
  kind!: ClarificationKind;

  assessmentId!: string | null;

  criterionId!: string | null;

  @ApiProperty({ enum: AUDIENCES })
  visibleTo!: Audience;

  text!: string;

  /** The question as other candidates read it; null where as it was asked. */
  shownAs!: string | null;

  /** Null where the candidate asked itself. */
  askedBy!: string | null;

  /** Who of the candidate asked; null where staff entered it. No candidate is told. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  askedByVendor!: VendorPersonDto | null;

  askedOn!: string;

  /** Null while it is not answered; a notice has none. */
  answer!: string | null;

  answeredBy!: string | null;

  answeredOn!: string | null;
}

export class ClarificationPageDto {
  items!: ClarificationDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** A question, a request or a notice as a candidate reads it; who else asked is not told. */
export class CandidateClarificationDto {
  id!: string;

  @ApiProperty({ enum: CLARIFICATION_KINDS })
  kind!: ClarificationKind;

  criterionId!: string | null;

  /** Whether it is the candidate's own question, or a request to it. */
  isOwn!: boolean;

  text!: string;

  askedOn!: string;

  answer!: string | null;

  answeredOn!: string | null;
}

export class CandidateClarificationPageDto {
  items!: CandidateClarificationDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
