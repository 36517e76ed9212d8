import { ApiProperty } from '@nestjs/swagger';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { MadeElsewhereDto } from '../../shared/http/made-elsewhere.dto.js';
import { EXTENTS, type Extent } from '../domain/subcontract-input.js';
import { DECIDED_OUTCOMES, type DecidedOutcome } from '../domain/subcontract-lifecycle.js';

/** An item of information as it was classified then. */
export class SubmittedItemDto {
  id!: string;
  name!: string;
  confidentiality!: string;
  personalInformation!: boolean;
}

/** What was applied for. */
export class SubmittedContentDto {
  passedOnById!: string | null;
  vendorId!: string;
  work!: string;
  @ApiProperty({ enum: [...EXTENTS, null], nullable: true, type: 'string' })
  extent!: Extent | null;
  reason!: string | null;
  items!: SubmittedItemDto[];
  place!: string | null;
  country!: string | null;
  safeguards!: string | null;
  flowDown!: string | null;
  pledge!: string | null;
  affiliate!: boolean;
  fromOn!: string | null;
  untilOn!: string | null;
}

/** An application as it was taken in. */
export class SubcontractSubmissionDto {
  /** 1 for the first. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  /** Who of the body took it in. */
  applicantId!: string;

  /** The role in which that was done; null where another system did. */
  applicantRole!: string | null;

  /** The post of that role, and whether it was held for another (職務代理). */
  submittedIn!: HeldPostDto | null;

  submittedAt!: string;

  appliedBy!: string;

  appliedOn!: string;

  documentNumber!: string;

  content!: SubmittedContentDto;
}

/** A rule document that the decision was made by, in the version then in force. */
export class CitedCriterionDto {
  kind!: string;
  ruleDocumentId!: string;
  title!: string;
  number!: string;
  effectiveFrom!: string;
}

/** What was decided about a hop. */
export class SubcontractDecisionDto {
  id!: string;

  /** The application decided on. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  /** `complete`: the application was found complete; `revoke`: an approval was taken back. */
  @ApiProperty({ enum: DECIDED_OUTCOMES })
  outcome!: DecidedOutcome;

  comment!: string | null;

  /** The versions of the criteria that an approval or refusal was decided by (9(2)③カ). */
  criteria!: CitedCriterionDto[];

  /** The rank at the time. */
  @ApiProperty({ type: 'integer' })
  rank!: number;

  /** SHA-256 of what was decided on. */
  contentHash!: string;

  decidedOn!: string;

  /** Who decided here, or recorded what was decided elsewhere. */
  decidedBy!: string;

  decidedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理). */
  decidedIn!: HeldPostDto;

  recordedAt!: string;

  madeElsewhere!: MadeElsewhereDto | null;

  /** The waiver under which one person applied and decided; null where these were two people. */
  dutyWaiverId!: string | null;
}

/** That the firm was found at work without approval. */
export class SubcontractDiscoveryDto {
  id!: string;

  discoveredOn!: string;

  statement!: string;

  /** The finding it opened. */
  findingId!: string;

  recordedBy!: string;

  recordedIn!: HeldPostDto | null;
}

/** What happened to a hop, oldest first. */
export class SubcontractHistory {
  submissions!: SubcontractSubmissionDto[];
  decisions!: SubcontractDecisionDto[];
  discoveries!: SubcontractDiscoveryDto[];
}
