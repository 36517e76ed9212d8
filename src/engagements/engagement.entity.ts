import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';
import type { Course, EngagementStatus } from './domain/engagement-lifecycle.js';

/** One piece of entrusted work, one cloud use or one social-media service (案件), whoever is contracted for it. */
@Entity('engagements')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_engagements_organization' })
@ForeignKey('OrgUnit', ['organizationId', 'unitId'], ['organizationId', 'id'], {
  name: 'fk_engagements_unit',
})
@ForeignKey('PolicyVersion', ['policyVersionId'], ['id'], { name: 'fk_engagements_policy_version' })
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_engagements_vendor',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_engagements_cloud_service',
})
@Index('ix_engagements_updated', ['organizationId', 'updatedAt', 'id'])
@Index('ix_engagements_status', ['organizationId', 'status', 'updatedAt', 'id'])
@Index('ix_engagements_social_media', ['organizationId', 'id'], {
  where: `kinds = ARRAY['social-media']`,
})
@Check(
  'ck_engagements_status',
  `status IN ('planned', 'specified', 'selecting', 'selected', 'contracting', 'contracted', 'active', 'suspended', 'accepting', 'accepted', 'terminating', 'closed', 'cancelled')`,
)
@Check('ck_engagements_course', `course IN ('procurement', 'light')`)
@Check(
  'ck_engagements_kinds',
  `kinds = ARRAY['social-media'] OR (kinds <@ ARRAY['outsourcing', 'cloud'] AND cardinality(kinds) > 0)`,
)
@Check('ck_engagements_period', 'ends_on IS NULL OR ends_on >= starts_on')
@Check('ck_engagements_closed', `closed_on IS NULL OR status IN ('closed', 'cancelled')`)
@KeepsAsWritten('sd_engagements', ['drafted_by'])
@OwnedBy('organization')
export class Engagement {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Rises with every change of the engagement or of anything that belongs to its dossier. */
  @Column('integer')
  version!: number;

  @Column('text')
  title!: string;

  /** The title in one form for search. */
  @Column('text')
  searchKey!: string;

  /** The work that is entrusted or supported (業務内容の特定). */
  @Column('text')
  description!: string;

  @Column('text', { array: true })
  kinds!: string[];

  @Column('text', { array: true })
  workTypes!: string[];

  /** Tier questions answered yes. */
  @Column('text', { array: true })
  tierAnswers!: string[];

  /** The responsible section (所管課). */
  @Column('uuid')
  unitId!: string;

  /** Network segment of the policy in which the information is handled. */
  @Column('text')
  segment!: string;

  @Column('uuid')
  policyVersionId!: string;

  @Column('date')
  startsOn!: string;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('text')
  status!: EngagementStatus;

  @Column('text')
  course!: Course;

  /** What follows from kind, classification and segment: marks, regimes, tier. */
  @Column('text', { array: true })
  facts!: string[];

  /** The vendor selected for it; null before selection. */
  @Column('uuid', { nullable: true })
  vendorId!: string | null;

  /** The cloud service it uses; null before selection, and for outsourcing without one. */
  @Column('uuid', { nullable: true })
  cloudServiceId!: string | null;

  /** Who drafted it; decisions on it are made by others. */
  @Column('uuid')
  draftedBy!: string;

  /** Since when it ran before it was taken over from another ledger; null for new ones. */
  @Column('date', { nullable: true })
  takenOverFrom!: string | null;

  /** The day it was entered here. */
  @Column('date')
  registeredOn!: string;

  /** The day it was closed or cancelled, from which on nothing is owed; null while it runs. */
  @Column('date', { nullable: true })
  closedOn!: string | null;

  @Column('timestamptz')
  updatedAt!: string;
}
