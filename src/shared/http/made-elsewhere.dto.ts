import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CalendarDay, IsId, MayBeLeftOut, ShortText } from './validators.js';

/** How a decision was taken: by the decider in person (決裁), by standing delegation (専決) or in substitution (代決). */
export const DECISION_MANNERS = ['in-person', 'standing-delegation', 'substitution'] as const;
export type DecisionManner = (typeof DECISION_MANNERS)[number];

/** A decision that was made in the body's own document system (起案・決裁) and is recorded here. */
export class MadeElsewhereDto {
  /** Number of the decision in the document system (文書番号). @example '総第123号' */
  @ShortText()
  documentNumber!: string;

  /** The day of the decision (決裁日). */
  @CalendarDay()
  decidedOn!: string;

  /** Name of who decided. @example '田上 正臣' */
  @ShortText()
  deciderName!: string;

  /** The post in which they decided. @example '副町長' */
  @ShortText()
  deciderPost!: string;

  /** `in-person` (決裁), `standing-delegation` (専決) or `substitution` (代決). */
  @IsIn(DECISION_MANNERS)
  @ApiProperty({ enum: DECISION_MANNERS })
  manner!: DecisionManner;

  /** Who decided, where they are known here; they must not be whom the decision is kept apart from. */
  @MayBeLeftOut()
  @IsId()
  deciderId?: string;
}
