import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  ENGAGEMENT_STATUSES,
  OBLIGATION_STATES,
  PROOF_EFFECTS,
  type EngagementStatus,
  type ObligationState,
  type ProofEffect,
} from '../../engagements/index.js';
import { GATES, PHASES, type Gate, type Phase } from '../../policies/index.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';
import { ObligationCountsDto } from './obligation-counts.dto.js';

const FORMATS = ['json', 'html'] as const;

export class ChainQuery {
  /** `html` is one page to read and print. */
  @MayBeLeftOut()
  @IsIn(FORMATS)
  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  format?: (typeof FORMATS)[number];
}

/** A record behind a proof. */
export class ChainRecordDto {
  /** Kind of the record. @example 'trust-judgement' */
  kind!: string;

  id!: string;

  /** What kind of record it is, in the words of the policy where it has some. */
  title!: TextDto;

  /** What it is called, or how it begins; null where the record has no name of its own. */
  name!: string | null;

  /** The day it speaks of. */
  on!: string;

  /** Who recorded or decided it. */
  by!: string | null;

  /** The role in which they did. */
  as!: TextDto | null;

  /** Where it is read. */
  href!: string;
}

/** A record's effect on a duty. */
export class ChainProofDto {
  id!: string;

  @ApiProperty({ enum: PROOF_EFFECTS })
  effect!: ProofEffect;

  validFrom!: string;

  /** Last day of the effect; null without end. */
  validUntil!: string | null;

  /** From this day on it counts no more. */
  voidedOn!: string | null;

  voidedReason!: string | null;

  /** Whether it counts today. */
  counts!: boolean;

  record!: ChainRecordDto;
}

/** Something the policy names, by its id. */
export class ChainTermDto {
  id!: string;

  label!: TextDto;
}

/** The decision that a duty does not arise here. */
export class ChainNotApplicableDto {
  on!: string;

  reason!: string | null;

  /** Who decided it; null for duties from before adoption. */
  by!: string | null;

  /** Since when that, or the confirmation of the clause left out that it follows from, is to be decided anew; it counts meanwhile. */
  reReviewSince!: string | null;
}

/** One duty of the engagement. */
export class ChainObligationDto {
  id!: string;

  /** Id of the duty in the policy. */
  rule!: string;

  /** Who owes it: the body, or the vendor through the contract. */
  @ApiProperty({ enum: ['body', 'vendor'] })
  owedBy!: 'body' | 'vendor';

  /** Any one of these roles acts for the body. */
  roles!: ChainTermDto[];

  @ApiProperty({ enum: PHASES })
  phase!: Phase;

  /** The step refused while it is unproven; null where no step waits for it. */
  @ApiProperty({ enum: [...GATES, null], nullable: true, type: 'string' })
  gate!: Gate | null;

  @ApiProperty({ enum: OBLIGATION_STATES })
  state!: ObligationState;

  dueOn!: string | null;

  /** What would meet it. */
  remedy!: TextDto;

  @ApiProperty({ type: () => ChainNotApplicableDto, nullable: true })
  notApplicable!: ChainNotApplicableDto | null;

  proofs!: ChainProofDto[];
}

/** A question asked about the article. */
export class ChainCriterionDto {
  id!: string;

  question!: TextDto;

  @ApiProperty({ enum: ['selection', 'application', 'start'] })
  askedAt!: 'selection' | 'application' | 'start';

  /** Whether answering no makes a candidate unsuitable here. */
  knockOut!: boolean;
}

/** A clause that carries the article into the contract. */
export class ChainClauseDto {
  id!: string;

  title!: TextDto;

  /** Whether the contract of this engagement must have it. */
  required!: boolean;
}

/** A kind of report on the article, and how those of the engagement stand. */
export class ChainReportDto {
  /** Id of the report kind in the policy. */
  kind!: string;

  title!: TextDto;

  /** Those scheduled, handed in or accepted. */
  @ApiProperty({ type: 'integer' })
  total!: number;

  @ApiProperty({ type: 'integer' })
  accepted!: number;

  @ApiProperty({ type: 'integer' })
  overdue!: number;

  nextDueOn!: string | null;

  href!: string;
}

/** What was found wrong about the article. */
export class ChainFindingDto {
  id!: string;

  @ApiProperty({ enum: ['major', 'minor', 'observation'] })
  severity!: 'major' | 'minor' | 'observation';

  @ApiProperty({ enum: ['open', 'planned', 'implemented', 'verified'] })
  status!: 'open' | 'planned' | 'implemented' | 'verified';

  statement!: string;

  raisedOn!: string;

  dueOn!: string;

  isOverdue!: boolean;

  href!: string;
}

/** One article of the policy and everything that hangs on it. */
export class ChainArticleDto {
  key!: string;

  /** The article as printed. @example '９（１）②ア（オ）' */
  label!: string;

  /** Id of the policy document it stands in. */
  document!: string;

  /** The section it stands in, by its printed number; null where the number names none. */
  section!: string | null;

  title!: TextDto;

  /** The duty in short. */
  summary!: TextDto;

  /** True where the body chose the article: it is no text of its published policy. */
  chosen!: boolean;

  /** `internal` where the document it stands in is not public: keep it from vendors and the public. */
  @ApiProperty({ enum: ['public', 'internal'] })
  disclosure!: 'public' | 'internal';

  /** As the worst of its duties stands; null where it puts none on this engagement. */
  @ApiProperty({ enum: [...OBLIGATION_STATES, null], nullable: true, type: 'string' })
  state!: ObligationState | null;

  /** Why it puts no duty on this engagement; null where it puts one. */
  @ApiProperty({ type: () => TextDto, nullable: true })
  reason!: TextDto | null;

  obligations!: ChainObligationDto[];

  criteria!: ChainCriterionDto[];

  clauses!: ChainClauseDto[];

  reports!: ChainReportDto[];

  findings!: ChainFindingDto[];
}

export class ChainEngagementDto {
  id!: string;

  title!: string;

  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  status!: EngagementStatus;

  unitName!: string;

  vendorName!: string | null;

  cloudServiceName!: string | null;

  startsOn!: string;

  endsOn!: string | null;
}

/** The policy version the engagement runs on. */
export class ChainPolicyDto {
  id!: string;

  title!: TextDto;

  version!: string;
}

/** The whole chain of one engagement: from every article to its proofs, reports and findings. */
export class ChainDto {
  /** The day it was drawn up. */
  on!: string;

  engagement!: ChainEngagementDto;

  policy!: ChainPolicyDto;

  regimes!: ChainTermDto[];

  /** The documents of the policy, in order. */
  documents!: ChainTermDto[];

  /** How many duties stand how. */
  counts!: ObligationCountsDto;

  /** Every article of the policy, in its order. */
  articles!: ChainArticleDto[];
}
