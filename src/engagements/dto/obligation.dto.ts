import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { GATES, PROOF_KINDS, type Gate, type ProofKind } from '../../policies/index.js';
import { UndecidedSettingDto } from '../../organizations/index.js';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { ENGAGEMENT_STATUSES, type EngagementStatus } from '../domain/engagement-lifecycle.js';
import {
  OBLIGATION_STATES,
  PROOF_EFFECTS,
  type ObligationState,
  type ProofEffect,
} from '../domain/obligation-state.js';

/** A record that proves an obligation, stands in for it, or shows a breach of it. */
export class ProofDto {
  id!: string;

  @ApiProperty({ enum: PROOF_EFFECTS })
  effect!: ProofEffect;

  /** Kind of the record. @example 'assessment' */
  recordKind!: string;

  recordId!: string;

  validFrom!: string;

  /** Last day of the effect; null without end. */
  validUntil!: string | null;

  /** From this day on it counts no more. */
  voidedOn!: string | null;

  voidedReason!: string | null;
}

/** A name the policy tells records of one kind apart by. */
export class NamedKindDto {
  /** Sent as the `kind` of a record, rule document or report, or the id of a clause. @example 'impact-review' */
  id!: string;

  title!: TextDto;
}

/** What would prove a duty. */
export class ProofDemandDto {
  @ApiProperty({ enum: PROOF_KINDS })
  kind!: ProofKind;

  /** Any one of these; empty where every record of the kind does. */
  anyOf!: NamedKindDto[];
}

/** That a decision that a duty does not arise was taken back. */
export class TakenBackDto {
  on!: string;

  reason!: string;

  by!: string;

  /** The post in which that was done, and whether it was held for another (職務代理). */
  @ApiProperty({ type: () => HeldPostDto, nullable: true })
  in!: HeldPostDto | null;
}

/** One duty that the policy puts on the engagement, and where it stands today. */
export class ObligationDto {
  id!: string;

  /** Id of the duty in the policy. @example 'K9-1-2a-5' */
  rule!: string;

  /** Key of the article it comes from. */
  article!: string;

  /** The article as printed. @example '９（１）②ア（オ）' */
  label!: string;

  title!: TextDto;

  /** True where the body chose the article: it is no text of its published policy. */
  chosen!: boolean;

  /** Who owes it: the body, or the vendor through the contract. */
  @ApiProperty({ enum: ['body', 'vendor'] })
  owedBy!: 'body' | 'vendor';

  /** Roles that act for the body; any one of them. */
  roles!: string[];

  @ApiProperty({ enum: ['before', 'during', 'end'] })
  phase!: 'before' | 'during' | 'end';

  /** The step refused while it is unproven; null where no step waits for it. */
  @ApiProperty({ enum: [...GATES, null], nullable: true, type: 'string' })
  gate!: Gate | null;

  @ApiProperty({ enum: OBLIGATION_STATES })
  state!: ObligationState;

  dueOn!: string | null;

  /** What would meet it. */
  remedy!: TextDto;

  proof!: ProofDemandDto;

  /** Why it does not apply here, where that was decided. */
  notApplicableReason!: string | null;

  /** Who decided that, or the decision it follows from; null for duties from before adoption. */
  notApplicableBy!: string | null;

  /** The post in which it was decided; null where it follows from another record, or was decided before this was kept. */
  @ApiProperty({ type: () => HeldPostDto, nullable: true })
  notApplicableIn!: HeldPostDto | null;

  /** SHA-256 of what that was decided on; null where it follows from another record, or was decided before this was kept. */
  notApplicableHash!: string | null;

  /** Since when that is to be decided anew, as the engagement changed after the work had begun; it counts meanwhile. */
  notApplicableReReviewSince!: string | null;

  /** The waiver under which one person drafted the engagement and decided that; null where these were two people. */
  dutyWaiverId!: string | null;

  /** How such a decision was last taken back; null where none was. */
  @ApiProperty({ type: () => TakenBackDto, nullable: true })
  takenBack!: TakenBackDto | null;

  proofs!: ProofDto[];
}

export class ObligationListDto {
  items!: ObligationDto[];
}

export class ListObligationsQuery {
  /** Only obligations in this state today. */
  @MayBeLeftOut()
  @IsIn(OBLIGATION_STATES)
  @ApiPropertyOptional({ enum: OBLIGATION_STATES })
  state?: ObligationState;

  /** Only obligations that guard this gate. */
  @MayBeLeftOut()
  @IsIn(GATES)
  @ApiPropertyOptional({ enum: GATES })
  gate?: Gate;

  /** Only obligations that an article puts on the engagement, by its key. @example 'K9-1-2a-5' */
  @MayBeLeftOut()
  @ShortText()
  article?: string;
}

/** An obligation that keeps a gate shut. */
export class UnmetObligationDto {
  obligationId!: string;

  rule!: string;

  article!: string;

  label!: string;

  title!: TextDto;

  /** True where the body chose the article: it is no text of its published policy. */
  chosen!: boolean;

  @ApiProperty({ enum: GATES })
  gate!: Gate;

  @ApiProperty({ enum: ['body', 'vendor'] })
  owedBy!: 'body' | 'vendor';

  @ApiProperty({ enum: OBLIGATION_STATES })
  state!: ObligationState;

  dueOn!: string | null;

  /** What would meet it. */
  remedy!: TextDto;

  proof!: ProofDemandDto;
}

/** A gate and what keeps it shut today. */
export class GateDto {
  @ApiProperty({ enum: GATES })
  gate!: Gate;

  open!: boolean;

  unmet!: UnmetObligationDto[];

  /** At `go-live`: what the body has still to decide before anything goes live; empty at the others. */
  undecidedSettings!: UndecidedSettingDto[];
}

export class GateListDto {
  items!: GateDto[];
}

export class TransitionDto {
  /** The step to take. */
  @IsIn(ENGAGEMENT_STATUSES)
  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  to!: EngagementStatus;

  /** Needed to cancel, suspend or terminate. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;
}

export class DecideNotApplicableDto {
  /** Why the duty does not arise here. It stays readable for auditors. */
  @LongText()
  reason!: string;

  /** Document number where it was decided in the body's document system. */
  @MayBeLeftOut()
  @ShortText()
  documentNumber?: string;
}

export class TakeBackNotApplicableDto {
  /** Why the duty arises after all. */
  @LongText()
  reason!: string;
}
