import { IsOptional } from 'class-validator';
import { CalendarDay, IsId, ShortText } from '../../shared/http/validators.js';

export class AdoptPolicyDto {
  /** A version of `/v1/policies` that can be adopted. */
  @IsId()
  policyVersionId!: string;

  /** The day it comes into force: today or later. */
  @CalendarDay()
  effectiveFrom!: string;

  /** Document number where it was decided in the body's own document system (起案・決裁). @example '総第123号' */
  @IsOptional()
  @ShortText()
  documentNumber?: string | null;
}

/** The recorded decision of the body to run on a policy version from a day on. */
export class PolicyAdoptionResponseDto {
  id!: string;

  policyVersionId!: string;

  effectiveFrom!: string;

  /** When it was recorded (UTC). */
  decidedAt!: string;

  /** Who recorded it; null for the first adoption, made when the body was set up. */
  decidedBy!: string | null;

  documentNumber!: string | null;
}

export class PolicyAdoptionPageDto {
  items!: PolicyAdoptionResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
