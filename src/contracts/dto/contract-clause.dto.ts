import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { CLAUSE_DECISIONS, type ClauseDecisionKind } from '../domain/clause-decision.js';
import {
  COVERAGE_STATUSES,
  GAP_KINDS,
  type CoverageStatus,
  type GapKind,
} from '../domain/coverage.js';

const VALUES = {
  type: 'object',
  additionalProperties: true,
  description:
    'Parameters of the clause by id (`parameters` of `GET /v1/policies/{id}/clauses`): texts, whole numbers, days, truth values and ids of choices as they are; money as a text of digits (yen); lists as arrays of texts; tables as arrays of objects with a text for each column.',
  example: { frequency_months: 3, due_days: 10 },
} as const;

export class DecideClauseDto {
  /** Id of a clause offered for the engagement (`GET /v1/contracts/{id}/clauses`). @example 'CL-11a' */
  @ShortText()
  clauseId!: string;

  /** `included`, or `not-applicable` with a reason; a required clause that is left out is confirmed by another role. */
  @IsIn(CLAUSE_DECISIONS)
  @ApiProperty({ enum: CLAUSE_DECISIONS })
  decision!: ClauseDecisionKind;

  /** For an included clause. What is left out is filled with what the policy proposes; null leaves it blank. */
  @MayBeLeftOut()
  @IsObject()
  @ApiPropertyOptional(VALUES)
  values?: Record<string, unknown>;

  /** Why it is not applicable. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;
}

export class DecideClausesDto {
  /** Every decision on a clause; a clause that is not named is undecided again. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DecideClauseDto)
  clauses!: DecideClauseDto[];
}

/** Numbered paragraphs of a clause; `{id}` stands for a parameter. */
export class ClauseTextDto {
  ja!: string[];

  en!: string[];
}

/** A clause offered for a contract, with what was decided on it. */
export class ContractClauseDto {
  clauseId!: string;

  title!: TextDto;

  /** Keys of the articles it serves. */
  articles!: string[];

  /** Whether leaving it out needs a reason that the permitted role confirms. */
  isRequired!: boolean;

  /** Null while nothing is decided. */
  @ApiProperty({ enum: CLAUSE_DECISIONS, nullable: true, type: 'string' })
  decision!: ClauseDecisionKind | null;

  @ApiProperty(VALUES)
  values!: Record<string, unknown>;

  /** Why it is not applicable. */
  reason!: string | null;

  decidedBy!: string | null;

  /** Who confirmed that it is left out. */
  confirmedBy!: string | null;

  confirmedAs!: string | null;

  /** The post of that role, and whether it was held for another (職務代理); null until then, and for what was done before this was kept. */
  confirmedIn!: HeldPostDto | null;

  confirmedOn!: string | null;

  /** SHA-256 of what was confirmed; null until then, and for what was confirmed before this was kept. */
  contentHash!: string | null;

  /** Since when it is to be confirmed anew, as the engagement changed after the signature; it counts meanwhile. */
  reReviewSince!: string | null;

  /** The waiver under which one person drafted and confirmed; null where these were two people. */
  dutyWaiverId!: string | null;

  /** As it stood at signature for a clause of a signed contract. */
  paragraphs!: ClauseTextDto;
}

export class ContractClausesDto {
  /** Of the contract; also sent as `ETag`. */
  version!: string;

  /** In the order of the policy. */
  items!: ContractClauseDto[];
}

/** What the policy demands of the contract, and how the contract answers. */
export class CoverageItemDto {
  /** Id of the obligation. */
  rule!: string;

  article!: string;

  /** As printed in the policy. */
  label!: string;

  title!: TextDto;

  /** The clauses of which any one would do. */
  clauses!: string[];

  @ApiProperty({ enum: COVERAGE_STATUSES })
  status!: CoverageStatus;

  /** The clauses that include it, or that were found not applicable. */
  answeredBy!: string[];

  /** Why it is not applicable. */
  reason!: string | null;
}

/** Something that keeps the contract from being signed. */
export class CoverageGapDto {
  @ApiProperty({ enum: GAP_KINDS })
  kind!: GapKind;

  /** The clauses of which one would close it. */
  clauses!: string[];

  article!: string | null;

  label!: string | null;

  /** The parameter that is not filled. */
  parameter!: string | null;

  /** What would close it. */
  remedy!: TextDto;
}

export class CoverageCountsDto {
  @ApiProperty({ type: 'integer' })
  included!: number;

  @ApiProperty({ type: 'integer' })
  notApplicable!: number;

  @ApiProperty({ type: 'integer' })
  excepted!: number;

  @ApiProperty({ type: 'integer' })
  missing!: number;
}

/** What a contract covers of what the policy demands today. */
export class CoverageDto {
  /** Of the contract; also sent as `ETag`. */
  version!: string;

  /** Whether nothing in the contract itself keeps it from being signed. */
  isComplete!: boolean;

  counts!: CoverageCountsDto;

  /** In the order of the policy. */
  items!: CoverageItemDto[];

  gaps!: CoverageGapDto[];
}
