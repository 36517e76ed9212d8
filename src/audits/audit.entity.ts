import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { auditedPeople } from './audited-people.js';
import type { AuditMode, AuditStatus } from './domain/audit.js';

/** An audit of a firm of the chain on observing the policy (10(1)④). */
@Entity('audits')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_audits_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_audits_vendor',
})
@ForeignKey('Person', ['organizationId', 'concludedBy'], ['organizationId', 'id'], {
  name: 'fk_audits_auditor',
})
@Unique('uq_audits_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_audits_planned', ['organizationId', 'plannedOn', 'id'])
@Check(
  'ck_audits_mode',
  `mode IN ('document', 'questionnaire', 'remote', 'on-site', 'substitute-report')`,
)
@Check('ck_audits_status', `status IN ('planned', 'concluded')`)
@Check(
  'ck_audits_concluded',
  `(status = 'concluded') = (held_on IS NOT NULL AND opinion IS NOT NULL AND concluded_by IS NOT NULL)`,
)
@SeparatesDuties({
  name: 'sd_audits',
  rule: 'audit-audited',
  record: 'audit',
  by: ['NEW.concluded_by'],
  apartFrom: `ARRAY(SELECT t.person_id
    FROM (${auditedPeople({
      ...{ organization: 'NEW.organization_id', engagement: 'NEW.engagement_id' },
      ...{ from: 'NEW.held_on', until: 'NEW.held_on' },
    })}) t)`,
  on: 'NEW.held_on',
  engagement: 'NEW.engagement_id',
})
@ActedInPost('fk_audits_concluded_in', 'concludedIn')
@OwnedBy('organization')
export class Audit {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: AuditStatus;

  /** The firm audited. */
  @Column('uuid')
  vendorId!: string;

  @Column('text')
  mode!: AuditMode;

  @Column('date')
  plannedOn!: string;

  /** Keys of the articles whose observance is audited. */
  @Column('text', { array: true })
  scope!: string[];

  @Column('uuid')
  plannedBy!: string;

  /** Who drafted the engagement, and so does not audit it. */
  @Column('uuid')
  draftedBy!: string;

  @Column('date', { nullable: true })
  heldOn!: string | null;

  @Column('text', { nullable: true })
  opinion!: string | null;

  /** Where the evidence is kept. */
  @Column('text', { array: true })
  evidence!: string[];

  /** The auditor who answers for the opinion. */
  @Column('uuid', { nullable: true })
  concludedBy!: string | null;

  /** The role in which it was concluded. */
  @Column('text', { nullable: true })
  concludedAs!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  concludedIn!: HeldPost | null;

  /** The waiver under which someone audited what they had a part in; null for an independent auditor. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;
}
