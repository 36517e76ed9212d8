import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { ContractSort } from '../organizations/index.js';
import type { FrozenCriterion } from './domain/frozen-checklist.js';
import type { ToleratedDifference } from './domain/reviews.js';
import type { SelectionMethod } from './domain/selection.js';

/** How the vendor of an engagement is sought: several candidates, one frozen checklist, one last day (選定手続). */
@Entity('selection_procedures')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_selection_procedures_engagement',
})
@ForeignKey('Person', ['organizationId', 'openedBy'], ['organizationId', 'id'], {
  name: 'fk_selection_procedures_opener',
})
@ForeignKey('PolicyVersion', ['policyVersionId'], ['id'], {
  name: 'fk_selection_procedures_policy_version',
})
@ActedInPost('fk_selection_procedures_opened_in', 'openedIn')
@Index('ix_selection_procedures_engagement', ['organizationId', 'engagementId', 'id'])
@Check(
  'ck_selection_procedures_method',
  `method IN ('tender', 'comprehensive-evaluation', 'proposal', 'negotiated')`,
)
@Check('ck_selection_procedures_light', `NOT is_light OR method = 'negotiated'`)
@Check('ck_selection_procedures_amount', 'estimated_amount >= 0')
@Check('ck_selection_procedures_cancelled', '(cancelled_on IS NULL) = (cancelled_reason IS NULL)')
@OwnedBy('organization')
export class SelectionProcedure {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  engagementId!: string;

  @Column('text')
  method!: SelectionMethod;

  /** The light way of small contracts: knock-outs only, one reviewer. */
  @Column('boolean')
  isLight!: boolean;

  /** Why this method; the reason for contracting without competition (随意契約理由) among others. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Estimated price (予定価格) in yen. */
  @Column('numeric', { precision: 15, scale: 0, nullable: true })
  estimatedAmount!: string | null;

  @Column('text', { nullable: true })
  contractSort!: ContractSort | null;

  @Column('uuid')
  policyVersionId!: string;

  /** The checklist as every candidate gets it. */
  @Column('jsonb')
  criteria!: readonly FrozenCriterion[];

  /** SHA-256 of its canonical JSON (RFC 8785), with the scores needed. */
  @Column('text')
  checklistHash!: string;

  @Column('integer')
  reviewersRequired!: number;

  @Column('text')
  scoreSuitable!: string;

  @Column('text')
  scoreConditional!: string;

  /** The largest difference between reviews that is averaged rather than decided. */
  @Column('text')
  toleratedDifference!: ToleratedDifference;

  @Column('uuid')
  openedBy!: string;

  /** The post in which that was done. */
  @PostOfAct()
  openedIn!: HeldPost | null;

  @Column('date')
  openedOn!: string;

  /** The last day for answers. */
  @Column('date')
  closesOn!: string;

  /** Closed before its last day, as every candidate had handed in. */
  @Column('date', { nullable: true })
  closedOn!: string | null;

  @Column('date', { nullable: true })
  cancelledOn!: string | null;

  @Column('text', { nullable: true })
  cancelledReason!: string | null;
}
