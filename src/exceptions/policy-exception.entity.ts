import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { ExceptionKind, ExceptionStatus } from './domain/policy-exception.js';

/** A time-limited permission to deviate from articles of the policy (例外措置, 8(4)). */
@Entity('policy_exceptions')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_policy_exceptions_engagement',
})
@ForeignKey('Person', ['organizationId', 'requestedBy'], ['organizationId', 'id'], {
  name: 'fk_policy_exceptions_requester',
})
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_policy_exceptions_decider',
})
@Index('ix_policy_exceptions_until', ['organizationId', 'untilOn', 'id'])
@Index('ix_policy_exceptions_engagement', ['organizationId', 'engagementId', 'untilOn', 'id'])
@Check('ck_policy_exceptions_kind', `kind IN ('ordinary', 'emergency')`)
@Check(
  'ck_policy_exceptions_status',
  `status IN ('applied', 'permitted', 'denied', 'ended', 'voided')`,
)
@Check('ck_policy_exceptions_period', 'until_on >= from_on')
@Check('ck_policy_exceptions_emergency', `(kind = 'emergency') = (acted_on IS NOT NULL)`)
@Check('ck_policy_exceptions_decision', `(status = 'applied') = (decided_by IS NULL)`)
@Check(
  'ck_policy_exceptions_voided',
  `(status = 'voided') = (voided_on IS NOT NULL) AND (voided_on IS NULL) = (voided_reason IS NULL)`,
)
@Check('ck_policy_exceptions_end', `(status = 'ended') = (ended_on IS NOT NULL)`)
@SeparatesDuties({
  name: 'sd_policy_exceptions',
  rule: 'request-permit',
  record: 'policy-exception',
  by: ['NEW.decided_by', `(NEW.made_elsewhere ->> 'deciderId')::uuid`],
  apartFrom: 'ARRAY[NEW.requested_by]',
  on: 'NEW.decided_on',
  engagement: 'NEW.engagement_id',
})
@ActedInPost('fk_policy_exceptions_decided_in', 'decidedIn')
@OwnedBy('organization')
export class PolicyException {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: ExceptionKind;

  @Column('text')
  status!: ExceptionStatus;

  /** Keys of the articles it deviates from. */
  @Column('text', { array: true })
  articles!: string[];

  @Column('text')
  reason!: string;

  /** What is done instead (代替措置). */
  @Column('text')
  alternativeMeasure!: string;

  @Column('text')
  residualRisk!: string;

  @Column('date')
  fromOn!: string;

  /** The last day. */
  @Column('date')
  untilOn!: string;

  /** In an emergency, the day on which it was acted before permission (8(4)②). */
  @Column('date', { nullable: true })
  actedOn!: string | null;

  /** The last day on which an emergency is reported in time. */
  @Column('date', { nullable: true })
  reportDueOn!: string | null;

  @Column('uuid')
  requestedBy!: string;

  @Column('date')
  requestedOn!: string;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  /** The role in which it was decided. */
  @Column('text', { nullable: true })
  decidedAs!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  decidedIn!: HeldPost | null;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Column('jsonb', { nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  /** The waiver under which one person did both; null where the acts fell to two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  endedReason!: string | null;

  /**
   * SHA-256 of the material content: as it is while applied for, then as decided on. Null where it was
   * decided on before hashes were kept.
   */
  @Column('text', { nullable: true })
  contentHash!: string | null;

  /** Since when it is to be looked at again, as what was decided on changed after the work had begun. */
  @Column('date', { nullable: true })
  reReviewSince!: string | null;

  @Column('date', { nullable: true })
  voidedOn!: string | null;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
