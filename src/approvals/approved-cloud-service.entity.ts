import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { EntryStanding } from './domain/entry-status.js';
import type { ApprovalCondition } from './use-decision.entity.js';

/**
 * An entry of the ledger of approved cloud services (承認済みクラウドサービス), 9(2)⑤ウ and 9(3)②イ, or
 * of the register of social-media services, 7(1)㉒.
 */
@Entity('approved_cloud_services')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_approved_cloud_services_engagement',
})
@ForeignKey('UseApplication', ['organizationId', 'applicationId'], ['organizationId', 'id'], {
  name: 'fk_approved_cloud_services_application',
})
@ForeignKey('UseDecision', ['organizationId', 'decisionId'], ['organizationId', 'id'], {
  name: 'fk_approved_cloud_services_decision',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_approved_cloud_services_cloud_service',
})
@ForeignKey('Person', ['organizationId', 'managerId'], ['organizationId', 'id'], {
  name: 'fk_approved_cloud_services_manager',
})
@Index('uq_approved_cloud_services_standing', ['organizationId', 'engagementId'], {
  unique: true,
  where: `standing <> 'voided'`,
})
@Index('ix_approved_cloud_services_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_approved_cloud_services_service', ['organizationId', 'cloudServiceId'], {
  where: `standing <> 'voided'`,
})
@Check('ck_approved_cloud_services_standing', `standing IN ('approved', 're-review', 'voided')`)
@Check('ck_approved_cloud_services_voided', `(standing = 'voided') = (voided_on IS NOT NULL)`)
@OwnedBy('organization')
export class ApprovedCloudService {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('uuid')
  applicationId!: string;

  @Column('uuid')
  decisionId!: string;

  @Column('uuid')
  cloudServiceId!: string;

  /** The cloud service manager (クラウドサービス管理者), or who is responsible for the social-media service. */
  @Column('uuid')
  managerId!: string;

  @Column('date')
  approvedOn!: string;

  /** The day by which the approval is looked at again. */
  @Column('date')
  reviewOn!: string;

  @Column('jsonb')
  conditions!: readonly ApprovalCondition[];

  @Column('text')
  standing!: EntryStanding;

  @Column('date', { nullable: true })
  voidedOn!: string | null;
}
