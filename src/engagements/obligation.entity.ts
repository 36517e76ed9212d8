import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { FOLLOWS_FROM_CLAUSE } from './separated-acts.js';

/** One duty that the adopted policy puts on an engagement. */
@Entity('obligations')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_obligations_engagement',
})
@ForeignKey('Person', ['organizationId', 'notApplicableBy'], ['organizationId', 'id'], {
  name: 'fk_obligations_decider',
})
@ForeignKey('Person', ['organizationId', 'takenBackBy'], ['organizationId', 'id'], {
  name: 'fk_obligations_taker_back',
})
@ActedInPost('fk_obligations_not_applicable_in', 'notApplicableIn')
@ActedInPost('fk_obligations_taken_back_in', 'takenBackIn')
@Unique('uq_obligations_rule', ['organizationId', 'engagementId', 'ruleId'])
@Index('ix_obligations_article', ['organizationId', 'articleKey', 'engagementId'])
@Index('ix_obligations_due', ['organizationId', 'dueOn', 'id'], { where: 'due_on IS NOT NULL' })
@Check(
  'ck_obligations_not_applicable',
  'not_applicable_on IS NULL OR not_applicable_reason IS NOT NULL',
)
@Check(
  'ck_obligations_not_applicable_hash',
  `(not_applicable_hash IS NULL OR not_applicable_on IS NOT NULL)
    AND (not_applicable_re_review_since IS NULL OR not_applicable_hash IS NOT NULL)`,
)
@Check(
  'ck_obligations_taken_back',
  `(taken_back_on IS NULL) = (taken_back_by IS NULL) AND (taken_back_on IS NULL) = (taken_back_reason IS NULL)`,
)
@SeparatesDuties({
  name: 'sd_obligations',
  rule: 'request-permit',
  record: 'obligation',
  by: ['NEW.not_applicable_by'],
  excusedWhere: FOLLOWS_FROM_CLAUSE,
  apartFrom: `ARRAY(SELECT e.drafted_by FROM engagements e
    WHERE e.organization_id = NEW.organization_id AND e.id = NEW.engagement_id)`,
  on: 'NEW.not_applicable_on',
  engagement: 'NEW.engagement_id',
})
@OwnedBy('organization')
export class Obligation {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** Id of the obligation rule in the policy version of the engagement. */
  @Column('text')
  ruleId!: string;

  @Column('text')
  articleKey!: string;

  /** The day its phase began. */
  @Column('date', { nullable: true })
  openedOn!: string | null;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** The day the duty ceased to arise, because kind, class or segment changed. */
  @Column('date', { nullable: true })
  withdrawnOn!: string | null;

  /** Decided, with a reason, not to apply here; by whom is null for duties before adoption. */
  @Column('date', { nullable: true })
  notApplicableOn!: string | null;

  @Column('text', { nullable: true })
  notApplicableReason!: string | null;

  @Column('uuid', { nullable: true })
  notApplicableBy!: string | null;

  /** The post in which that was decided; null where it follows from another record. */
  @PostOfAct()
  notApplicableIn!: HeldPost | null;

  /**
   * SHA-256 of what that was decided on. Null where it follows from another record, or was decided before
   * hashes were kept.
   */
  @Column('text', { nullable: true })
  notApplicableHash!: string | null;

  /** Since when that is to be decided anew, as what it was decided on changed after the work had begun. */
  @Column('date', { nullable: true })
  notApplicableReReviewSince!: string | null;

  /** The waiver under which who drafted the engagement decided it; null where it was someone else. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  /** The day such a decision was last taken back. */
  @Column('date', { nullable: true })
  takenBackOn!: string | null;

  @Column('text', { nullable: true })
  takenBackReason!: string | null;

  @Column('uuid', { nullable: true })
  takenBackBy!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  takenBackIn!: HeldPost | null;
}
