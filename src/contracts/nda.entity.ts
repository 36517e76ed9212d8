import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A non-disclosure agreement with a vendor for an engagement (秘密保持契約, 9(1)②ア(オ)). */
@Entity('ndas')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_ndas_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_ndas_vendor',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_ndas_recorder',
})
@Index('ix_ndas_engagement', ['organizationId', 'engagementId', 'id'])
@Check('ck_ndas_period', 'valid_until IS NULL OR valid_until >= concluded_on')
@OwnedBy('organization', 'append-only')
export class Nda {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('uuid')
  vendorId!: string;

  @Column('text')
  documentNumber!: string;

  @Column('date')
  concludedOn!: string;

  /** The last day it binds; null where it has no end. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** Who signed for the vendor, with the post. */
  @Column('text')
  countersignedBy!: string;

  @Column('uuid')
  recordedBy!: string;
}
