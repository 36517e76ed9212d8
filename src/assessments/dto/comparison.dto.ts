import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { REGION_USES, type RegionUse } from '../../vendors/index.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '../domain/assessment-lifecycle.js';
import type {
  ComparedCandidate,
  ComparedCertificate,
  ComparedRegion,
  ComparisonContent,
} from '../domain/comparison.js';
import { EXIT_PARTS, type ExitPart, type WeighedExitPlan } from '../domain/exit-plan.js';
import { RESULTS, type Result } from '../domain/judgement.js';
import { SELECTION_METHODS, type SelectionMethod } from '../domain/selection.js';
import { OfferedSubcontractorDto } from './offer.dto.js';
import { OpenKnockOutDto, OutcomeConditionDto } from './outcome.dto.js';

export const COMPARISON_FORMATS = ['json', 'xlsx', 'pdf'] as const;

export class ReadComparisonQuery {
  /** JSON where left out; a workbook, or a page to be kept with the decision (決裁). */
  @MayBeLeftOut()
  @IsIn(COMPARISON_FORMATS)
  @ApiPropertyOptional({ enum: COMPARISON_FORMATS, default: 'json' })
  format?: (typeof COMPARISON_FORMATS)[number];
}

/** What a candidate scores on one topic. */
export class TopicScoreDto {
  topic!: TextDto;

  /** From 0 to 1 with four decimals, where page and workbook say points of 100; null where nothing of the topic has weight. */
  score!: string | null;
}

/** A certificate as it stands on the day of the comparison. */
export class ComparedCertificateDto implements ComparedCertificate {
  id!: string;

  scheme!: string;

  number!: string | null;

  standing!: string;

  /** The last day it counts for; null where none is known. */
  lastDay!: string | null;

  /** Whether it leaves out the service offered or a place of it; it then proves nothing of this use. */
  isMismatch!: boolean;

  /** Ids of the criteria it bears out: while it stands as looked up, and covers what is offered. */
  provesCriteria!: string[];
}

/** A place where the service offered handles information. */
export class ComparedRegionDto implements ComparedRegion {
  /** ISO 3166-1 alpha-2. */
  country!: string;

  providerRegion!: string | null;

  @ApiProperty({ enum: REGION_USES })
  use!: RegionUse;
}

/** A knock-out that is not passed, with what it is about. */
export class ComparedKnockOutDto extends OpenKnockOutDto {
  topic!: TextDto;
}

export class WeighedPartDto {
  @ApiProperty({ enum: EXIT_PARTS })
  part!: ExitPart;

  /** Days that the availability class needs; null where none are counted. */
  @ApiProperty({ type: 'integer', nullable: true })
  neededDays!: number | null;

  isMet!: boolean;
}

/** The exit plan offered, weighed against the availability class of the information. */
export class WeighedExitPlanDto implements WeighedExitPlan {
  /** The parts that the availability class asks for. */
  parts!: WeighedPartDto[];

  /** The share of them that is met, from 0 to 1 with four decimals. */
  score!: string;
}

/** A candidate as it stands beside the others. */
export class CandidateDto implements ComparedCandidate {
  assessmentId!: string;

  vendorId!: string;

  vendorName!: string;

  cloudServiceId!: string | null;

  cloudServiceName!: string | null;

  @ApiProperty({ enum: ASSESSMENT_STATUSES })
  status!: AssessmentStatus;

  @ApiProperty({ type: 'integer' })
  round!: number;

  @ApiProperty({ enum: SELECTION_METHODS })
  method!: SelectionMethod;

  /** Null while there is no outcome. */
  @ApiProperty({ enum: [...RESULTS, null], nullable: true, type: 'string' })
  result!: Result | null;

  /**
   * From 0 to 1 with four decimals, where page and workbook say points of 100; null in a tender, where scores are not
   * compared, and while there is no outcome.
   */
  score!: string | null;

  /** Knock-outs that are not passed. */
  knockOuts!: ComparedKnockOutDto[];

  conditions!: OutcomeConditionDto[];

  /** In the order of the checklist; empty in a tender. */
  topics!: TopicScoreDto[];

  certificates!: ComparedCertificateDto[];

  /** Of the service offered, as on the day of the comparison. */
  regions!: ComparedRegionDto[];

  /** Null where no offer was made. */
  @ApiProperty({ type: [OfferedSubcontractorDto], nullable: true })
  subcontractors!: OfferedSubcontractorDto[] | null;

  /** Null where none was offered. */
  @ApiProperty({ type: WeighedExitPlanDto, nullable: true })
  exit!: WeighedExitPlanDto | null;

  isSelected!: boolean;
}

/** The candidates of an engagement side by side, the best outcome first (比較表). */
export class ComparisonDto implements ComparisonContent {
  engagementId!: string;

  /** Of the engagement. */
  title!: string;

  comparedOn!: string;

  items!: CandidateDto[];
}

/** The comparison on which a candidate was selected, exactly as it stood. */
export class KeptComparisonDto extends ComparisonDto {
  id!: string;

  /** SHA-256 of the canonical JSON (RFC 8785) of everything but `id` and itself. */
  contentHash!: string;
}
