import { ApiProperty } from '@nestjs/swagger';
import { TextDto } from '../../shared/http/text.dto.js';

/** Over the facts of an engagement: every part that is given must hold; an empty one always holds. */
export class ConditionDto {
  /** Each is a fact. */
  all?: string[];

  /** At least one is a fact. */
  any?: string[];

  /** None is a fact. */
  none?: string[];
}

/** What discharges an obligation. */
export class ProofRuleDto {
  /** Kind of the record. @example 'contract-clause' */
  kind!: string;

  /** Any one of these suffices: ids of clauses, report kinds, record kinds or rule-document kinds. */
  of?: string[];
}

/** Counted in the unit of a setting, from the start or the end of the engagement. */
export class DueRuleDto {
  /** `start` or `end`. */
  from!: string;

  /** Id of the setting. */
  setting!: string;
}

/** One duty that an article puts on an engagement. */
export class ObligationRuleDto {
  id!: string;

  /** Key of the article. */
  article!: string;

  /** `body`, or `vendor` through the contract. */
  owedBy!: string;

  /** Who acts for the body: any one of these roles. */
  roles!: string[];

  /** `before`, `during` or `end`. */
  phase!: string;

  /** The step that is refused while this is unproven; left out where none waits for it. */
  gate?: string;

  when!: ConditionDto;

  proof!: ProofRuleDto;

  /** What would meet it. */
  remedy!: TextDto;

  due?: DueRuleDto;
}

/** One article, or item of an article, in our own words. */
export class ArticleDto {
  /** @example 'K9-1-2a-5' */
  key!: string;

  /** As printed in the policy. @example '９（１）②ア（オ）' */
  label!: string;

  /** Id of the policy document it stands in. */
  document!: string;

  title!: TextDto;

  summary!: TextDto;

  obligations!: ObligationRuleDto[];

  /** Why it puts no obligation on an engagement; given exactly where it puts none. */
  none?: TextDto;
}

export class ArticlePageDto {
  items!: ArticleDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** A control of an external catalogue; only its id, never its text. */
export class PointerDto {
  /** @example 'iso27017:2015' */
  scheme!: string;

  id!: string;

  /** True where it is near rather than exact. */
  loose?: boolean;
}

/** One question of the checklist. */
export class CriterionDto {
  id!: string;

  topic!: TextDto;

  question!: TextDto;

  /** Which engagements are asked. */
  when!: ConditionDto;

  /** Who answers: the candidate vendor, or the body's own applying staff. */
  @ApiProperty({ enum: ['vendor', 'staff'] })
  answeredBy!: 'vendor' | 'staff';

  /** When it is asked. */
  @ApiProperty({ enum: ['selection', 'application', 'start'] })
  askedAt!: 'selection' | 'application' | 'start';

  /** What shows it. */
  evidence!: TextDto;

  evidenceRequired!: boolean;

  /** Where this holds, `no` makes the candidate unsuitable whatever the score. */
  knockOut?: ConditionDto;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 3 })
  weight!: number;

  /** Keys of the articles it serves. */
  articles!: string[];

  pointers!: PointerDto[];

  /** Whether the procurement specification must carry it. */
  selectionCondition!: boolean;
}

export class CriterionPageDto {
  items!: CriterionDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
