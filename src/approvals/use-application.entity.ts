import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { UseApplicationStatus } from './domain/use-application-lifecycle.js';

/** An application to use a cloud or social-media service (利用申請). */
@Entity('use_applications')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_use_applications_engagement',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_use_applications_cloud_service',
})
@ForeignKey('RuleDocument', ['organizationId', 'ruleDocumentId'], ['organizationId', 'id'], {
  name: 'fk_use_applications_rule_document',
})
@ForeignKey('TermsSnapshot', ['organizationId', 'termsSnapshotId'], ['organizationId', 'id'], {
  name: 'fk_use_applications_terms_snapshot',
})
@ForeignKey('Person', ['organizationId', 'authorId'], ['organizationId', 'id'], {
  name: 'fk_use_applications_author',
})
@ForeignKey('Person', ['organizationId', 'applicantId'], ['organizationId', 'id'], {
  name: 'fk_use_applications_applicant',
})
@Index('uq_use_applications_undecided', ['organizationId', 'engagementId'], {
  unique: true,
  where: `status IN ('draft', 'submitted', 'returned')`,
})
@Index('ix_use_applications_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_use_applications_service', ['organizationId', 'cloudServiceId'])
@Index('ix_use_applications_status', ['organizationId', 'status'])
@Check(
  'ck_use_applications_status',
  `status IN ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'voided', 'revoked')`,
)
@Check(
  'ck_use_applications_applicant',
  `status IN ('draft', 'withdrawn') OR (applicant_id IS NOT NULL AND submissions > 0)`,
)
@Check(
  'ck_use_applications_social_media',
  `status IN ('draft', 'withdrawn') OR num_nonnulls(account, permitted_content) = 0
    OR num_nulls(account, permitted_content, rule_document_id) = 0`,
)
@Check('ck_use_applications_voided', `(status = 'voided') = (voided_reason IS NOT NULL)`)
@OwnedBy('organization')
export class UseApplication {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  engagementId!: string;

  @Column('uuid')
  cloudServiceId!: string;

  /** What the service is used for. */
  @Column('text')
  purpose!: string;

  /** Who uses it, and how many. */
  @Column('text')
  usersScope!: string;

  /** The rules in force that it follows: on cloud use, or the operating procedure for social media. */
  @Column('uuid', { nullable: true })
  ruleDocumentId!: string | null;

  /** The terms that were read, where the service is used under its standard terms (9(3)②ア). */
  @Column('uuid', { nullable: true })
  termsSnapshotId!: string | null;

  /** Why the risk of use under those terms is acceptable. */
  @Column('text', { nullable: true })
  riskAcceptance!: string | null;

  /** The account of the body, where the service is social media. */
  @Column('text', { nullable: true })
  account!: string | null;

  /** What may be published with it (発信できる情報). */
  @Column('text', { nullable: true })
  permittedContent!: string | null;

  @Column('text')
  status!: UseApplicationStatus;

  /** Who drew it up. */
  @Column('uuid')
  authorId!: string;

  /** Who submitted it, as the applicant; null before the first submission. */
  @Column('uuid', { nullable: true })
  applicantId!: string | null;

  /** How often it was submitted. */
  @Column('integer')
  submissions!: number;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
