import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, MaxLength } from 'class-validator';
import { ShortText } from '../../shared/http/validators.js';
import type { AnswerLinkStanding } from '../domain/answer-link.js';

export const ANSWER_LINK_STANDINGS = [
  'open',
  'superseded',
  'expired',
  'withdrawn',
  'linked',
] as const satisfies readonly AnswerLinkStanding[];

export class IssueAnswerLinkDto {
  /** Who of the vendor is to answer. @example '山田 花子' */
  @ShortText()
  name!: string;

  /** Where the link is sent to, by you: the service sends no mail. */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** A link by which somebody of a vendor answers on a page. */
export class AnswerLinkDto {
  id!: string;

  assessmentId!: string;

  name!: string;

  email!: string;

  issuedBy!: string;

  issuedAt!: string;

  /** The last day for answers; with an extension the link lives on. */
  expiresOn!: string;

  /** `superseded` by a later one or by an account that is linked no more; `linked`: the vendor has an account by now and answers there. */
  @ApiProperty({ enum: ANSWER_LINK_STANDINGS })
  standing!: AnswerLinkStanding;
}

export class IssuedAnswerLinkDto extends AnswerLinkDto {
  /** Told in the first reply only, and good for whoever holds it; null where a repeated request is answered. */
  url!: string | null;
}

export class AnswerLinkListDto {
  items!: AnswerLinkDto[];
}
