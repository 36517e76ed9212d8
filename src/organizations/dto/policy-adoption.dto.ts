import { IsOptional } from 'class-validator';
import { TextDto } from '../../shared/http/text.dto.js';
import { CalendarDay, IsId, ShortText } from '../../shared/http/validators.js';

export class AdoptPolicyDto {
  /** A version of `/v1/policies` that can be adopted. */
  @IsId()
  policyVersionId!: string;

  /** The day it comes into force: today or later. */
  @CalendarDay()
  effectiveFrom!: string;

  /** The day the policy was published (公表の日); needed where it comes into force on that day. */
  @IsOptional()
  @CalendarDay()
  publishedOn?: string | null;

  /** Document number where it was decided in the body's own document system (起案・決裁). @example '総第123号' */
  @IsOptional()
  @ShortText()
  documentNumber?: string | null;
}

/** What the policy leaves to the body and the body has not decided. */
export class UndecidedSettingDto {
  /** Decided at `PUT /v1/organization/settings/{id}`. @example 'authorizing-official-role' */
  id!: string;

  label!: TextDto;

  /** Key of the article it belongs to. */
  article!: string | null;
}

/** The recorded decision of the body to run on a policy version from a day on. */
export class PolicyAdoptionResponseDto {
  id!: string;

  policyVersionId!: string;

  effectiveFrom!: string;

  /** The day the policy was published, where it was given. */
  publishedOn!: string | null;

  /** When it was recorded (UTC). */
  decidedAt!: string;

  /** Who recorded it; null for the first adoption, made when the body was set up. */
  decidedBy!: string | null;

  documentNumber!: string | null;

  /** What the body has still to decide: until then no engagement under it goes live. */
  undecidedSettings!: UndecidedSettingDto[];
}

export class PolicyAdoptionPageDto {
  items!: PolicyAdoptionResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
