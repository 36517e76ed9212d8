import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { AssessmentStatus } from './domain/assessment-lifecycle.js';
import type { ToleratedDifference } from './domain/reviews.js';
import type { SelectionMethod } from './domain/selection.js';

/** The assessment of one candidate of an engagement (選定における評価), 9(1)①ア and 9(2)③イ. */
@Entity('assessments')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_assessments_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_assessments_vendor',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_assessments_cloud_service',
})
@ForeignKey('Organization', ['firmId'], ['id'], { name: 'fk_assessments_firm' })
@ForeignKey('SelectionProcedure', ['organizationId', 'procedureId'], ['organizationId', 'id'], {
  name: 'fk_assessments_procedure',
})
@ForeignKey('Person', ['organizationId', 'sentBy'], ['organizationId', 'id'], {
  name: 'fk_assessments_sender',
})
@ForeignKey('PolicyVersion', ['policyVersionId'], ['id'], { name: 'fk_assessments_policy_version' })
@Unique('uq_assessments_candidate', ['organizationId', 'id', 'engagementId', 'vendorId'])
@Index('uq_assessments_vendor', ['organizationId', 'engagementId', 'vendorId'], {
  unique: true,
  where: `cloud_service_id IS NULL AND status <> 'withdrawn'`,
})
@Index('uq_assessments_service', ['organizationId', 'engagementId', 'vendorId', 'cloudServiceId'], {
  unique: true,
  where: `status <> 'withdrawn'`,
})
@Index('ix_assessments_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_assessments_procedure', ['organizationId', 'procedureId', 'id'])
@Index('ix_assessments_firm', ['firmId', 'dueOn', 'id'])
@Index('ix_assessments_due', ['organizationId', 'dueOn', 'id'])
@Index('ix_assessments_status', ['organizationId', 'status', 'dueOn', 'id'])
@Index('ix_assessments_vendor', ['organizationId', 'vendorId', 'dueOn', 'id'])
@Check(
  'ck_assessments_status',
  `status IN ('sent', 'answering', 'submitted', 'reviewing', 'reconciling', 'concluded', 'withdrawn')`,
)
@Check('ck_assessments_round', 'round > 0 AND reviewers_required > 0')
@Check(
  'ck_assessments_withdrawn',
  `(status = 'withdrawn') = (withdrawn_on IS NOT NULL) AND (withdrawn_on IS NULL) = (withdrawn_reason IS NULL)`,
)
@Check('ck_assessments_withdrawn_by_vendor', `withdrawn_by_vendor IS NULL OR status = 'withdrawn'`)
@OwnedBy('shared-with-firm')
export class Assessment {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Rises with every change of the assessment or of anything that belongs to it. */
  @Column('integer')
  version!: number;

  @Column('uuid')
  engagementId!: string;

  /** Rises with what the vendor drafts, which is none of the body's business until it is handed in. */
  @Column('integer', { default: 0 })
  draftVersion!: number;

  @Column('uuid')
  vendorId!: string;

  /** The account of the firm with which it is shared, as long as the vendor is linked to it. */
  @Column('uuid', { nullable: true })
  firmId!: string | null;

  /** What the vendor is told the engagement is called, as it was when sent. */
  @Column('text')
  title!: string;

  /** The service offered, where the engagement is a cloud use. */
  @Column('uuid', { nullable: true })
  cloudServiceId!: string | null;

  /** The procedure in which it was sent; null where it was sent by itself. */
  @Column('uuid', { nullable: true })
  procedureId!: string | null;

  /** How candidates are treated; one that was asked by itself may be contracted with without competition only. */
  @Column('text', { default: 'negotiated' })
  method!: SelectionMethod;

  @Column('text')
  status!: AssessmentStatus;

  /** 1 at first; each reopening begins another. */
  @Column('integer')
  round!: number;

  /** The last day for the answers of the round. */
  @Column('date')
  dueOn!: string;

  /** The policy version whose criteria were sent. */
  @Column('uuid')
  policyVersionId!: string;

  /** Independent reviews needed, by the review tier when it was sent. */
  @Column('integer')
  reviewersRequired!: number;

  /** Lowest score that is suitable, as it was when sent. */
  @Column('text')
  scoreSuitable!: string;

  /** Lowest score that is conditionally suitable, as it was when sent. */
  @Column('text')
  scoreConditional!: string;

  /** The largest difference between reviews that is averaged, as it was when sent. */
  @Column('text', { default: '0' })
  toleratedDifference!: ToleratedDifference;

  @Column('uuid')
  sentBy!: string;

  @Column('date')
  sentOn!: string;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;

  @Column('text', { nullable: true })
  withdrawnReason!: string | null;

  /** Who of the vendor withdrew (辞退); null where the body did, or nobody. */
  @Column('jsonb', { nullable: true })
  withdrawnByVendor!: VendorPerson | null;
}
