import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { CalendarDay, IsId, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import {
  DECISION_MANNERS,
  MadeElsewhereDto,
  type DecisionManner,
} from '../../shared/http/made-elsewhere.dto.js';
import { DECISION_OUTCOMES, type DecisionOutcome } from '../domain/use-application-lifecycle.js';

/** A condition of an approval. */
export class ApprovalConditionDto {
  /** What whoever uses the service must do or keep to. */
  @LongText()
  text!: string;

  /** The day by which it must be met. */
  @CalendarDay()
  dueOn!: string;
}

export class DecideUseApplicationDto {
  /** `approve`, `return` to be mended and submitted again, or `reject`, which ends the application. */
  @IsIn(DECISION_OUTCOMES)
  @ApiProperty({ enum: DECISION_OUTCOMES })
  outcome!: DecisionOutcome;

  /** Why; needed to return or reject. */
  @MayBeLeftOut()
  @LongText()
  comment?: string;

  /** Conditions of an approval. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ApprovalConditionDto)
  conditions?: ApprovalConditionDto[];

  /** The person appointed cloud service manager or, for a social-media service, the person responsible for it (責任者); needed to approve. */
  @MayBeLeftOut()
  @IsId()
  cloudServiceManagerId?: string;

  /** The day the approval is looked at again; the interval of the body's setting if left out. */
  @MayBeLeftOut()
  @CalendarDay()
  reviewOn?: string;

  /** Where the decision was made in the document system and is only recorded here. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

/** A decision on a submitted application. */
export class UseDecisionDto {
  id!: string;

  /** The submission decided on. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: DECISION_OUTCOMES })
  outcome!: DecisionOutcome;

  comment!: string | null;

  conditions!: ApprovalConditionDto[];

  /** SHA-256 of the material content decided on. */
  contentHash!: string;

  decidedOn!: string;

  /** Who decided; null where it was decided elsewhere by someone not among the people. */
  decidedBy!: string | null;

  /** The role in which it was decided, or in which a decision made elsewhere was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  recordedIn!: HeldPostDto | null;

  recordedBy!: string;

  recordedAt!: string;

  @ApiProperty({ enum: [...DECISION_MANNERS, null], nullable: true, type: 'string' })
  manner!: DecisionManner | null;

  documentNumber!: string | null;

  deciderName!: string | null;

  deciderPost!: string | null;

  /** The waiver under which one person applied and decided; null where these were two people. */
  dutyWaiverId!: string | null;
}
