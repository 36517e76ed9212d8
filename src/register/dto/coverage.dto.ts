import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  ENGAGEMENT_STATUSES,
  OBLIGATION_STATES,
  type EngagementStatus,
  type ObligationState,
} from '../../engagements/index.js';
import { PageQuery } from '../../shared/http/page.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { CalendarDay, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { StateCountsDto } from './obligation-counts.dto.js';

export const COVERAGE_STATES = ['unproven', ...OBLIGATION_STATES] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export class CoverageQuery extends PageQuery {
  /** Key of the article asked about. Without it every article of the policy is counted. @example 'K9-1-2a-5' */
  @MayBeLeftOut()
  @ShortText()
  article?: string;

  /** Only engagements in which the article stands so; `unproven` is open, overdue or breached. Needs `article`. */
  @MayBeLeftOut()
  @IsIn(COVERAGE_STATES)
  @ApiPropertyOptional({ enum: COVERAGE_STATES })
  state?: CoverageState;

  /** As of this day, today where left out; never a day to come. */
  @MayBeLeftOut()
  @CalendarDay()
  @ApiPropertyOptional({ type: 'string', format: 'date' })
  on?: string;
}

/** An article of the policy as it is printed. */
export class CoveredArticleDto {
  key!: string;

  /** @example '９（１）②ア（オ）' */
  label!: string;

  title!: TextDto;
}

/** One duty that the article puts on the engagement. */
export class CoverageDutyDto {
  /** The obligation. */
  id!: string;

  /** Id of the duty in the policy. */
  rule!: string;

  @ApiProperty({ enum: OBLIGATION_STATES })
  state!: ObligationState;

  dueOn!: string | null;
}

/** An engagement that carries the article. */
export class EngagementCoverageDto {
  /** The engagement. */
  id!: string;

  title!: string;

  /** Its status today. */
  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  status!: EngagementStatus;

  unitName!: string;

  vendorName!: string | null;

  /** As the worst of its duties stands: breached, overdue, open, pending, excepted, met, not applicable. */
  @ApiProperty({ enum: OBLIGATION_STATES })
  state!: ObligationState;

  duties!: CoverageDutyDto[];
}

/** Where one article stands in every engagement that carries it and ran on the day. */
export class ArticleCoverageDto {
  on!: string;

  article!: CoveredArticleDto;

  items!: EngagementCoverageDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** In how many engagements an article stands how. */
export class ArticleCountsDto extends StateCountsDto {
  article!: CoveredArticleDto;

  /** Running engagements that carry it. */
  @ApiProperty({ type: 'integer' })
  engagements!: number;
}

/** Every article of the policy in force today, in its order. */
export class PolicyCoverageDto {
  on!: string;

  /** The version whose articles these are. */
  policyVersionId!: string;

  items!: ArticleCountsDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
