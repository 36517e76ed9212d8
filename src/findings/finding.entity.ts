import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { FindingStatus, Severity } from './domain/finding.js';

/** A gap between what an article demands of an engagement and what was found (指摘事項). */
@Entity('findings')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_findings_engagement',
})
@ForeignKey(
  'Audit',
  ['organizationId', 'engagementId', 'auditId'],
  ['organizationId', 'engagementId', 'id'],
  { name: 'fk_findings_audit' },
)
@ForeignKey('Person', ['organizationId', 'raisedBy'], ['organizationId', 'id'], {
  name: 'fk_findings_person',
})
@Index('ix_findings_due', ['organizationId', 'dueOn', 'id'])
@Index('ix_findings_engagement', ['organizationId', 'engagementId', 'dueOn', 'id'])
@Check('ck_findings_severity', `severity IN ('major', 'minor', 'observation')`)
@Check('ck_findings_status', `status IN ('open', 'planned', 'implemented', 'verified')`)
@OwnedBy('organization')
export class Finding {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** The audit it was found in; null where it was found otherwise. */
  @Column('uuid', { nullable: true })
  auditId!: string | null;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: FindingStatus;

  @Column('text')
  articleKey!: string;

  @Column('text')
  severity!: Severity;

  @Column('text')
  statement!: string;

  /** By when it is to be corrected. */
  @Column('date')
  dueOn!: string;

  @Column('uuid')
  raisedBy!: string;

  @Column('date')
  raisedOn!: string;
}
