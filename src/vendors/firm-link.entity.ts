import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { FirmLinkStatus } from './domain/firm-link.js';

/**
 * That a vendor of a body and the account of a firm are one and the same, once both agree. While it is
 * in force the body shares with the firm what it asks of it. The names stand still as they were then.
 */
@Entity('firm_links')
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_firm_links_vendor',
})
@ForeignKey('Organization', ['firmId'], ['id'], { name: 'fk_firm_links_firm' })
@ForeignKey('Person', ['firmId', 'acceptedBy'], ['organizationId', 'id'], {
  name: 'fk_firm_links_accepted_by',
})
@ForeignKey('Person', ['organizationId', 'agreedBy'], ['organizationId', 'id'], {
  name: 'fk_firm_links_agreed_by',
})
@Check('ck_firm_links_status', `status IN ('awaiting-body', 'active', 'ended')`)
@Check('ck_firm_links_agreed', `status <> 'active' OR agreed_by IS NOT NULL`)
@Index('uq_firm_links_vendor', ['organizationId', 'vendorId'], {
  unique: true,
  where: `status <> 'ended'`,
})
@Index('uq_firm_links_firm', ['organizationId', 'firmId'], {
  unique: true,
  where: `status <> 'ended'`,
})
@Index('ix_firm_links_firm', ['firmId', 'id'])
@OwnedBy('shared-with-firm')
export class FirmLink {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @VersionColumn()
  version!: number;

  @Column('uuid')
  vendorId!: string;

  @Column('uuid')
  firmId!: string;

  /** The body, for the firm to read. */
  @Column('text')
  organizationName!: string;

  /** The firm, for the body to read. */
  @Column('text')
  firmName!: string;

  @Column('text')
  status!: FirmLinkStatus;

  /** Who of the firm agreed. */
  @Column('uuid')
  acceptedBy!: string;

  @Column('text')
  acceptedByName!: string;

  @Column('text')
  acceptedByEmail!: string;

  @Column('timestamptz')
  acceptedAt!: string;

  /** Who of the body agreed: by the invitation that was accepted, or by a confirmation. */
  @Column('uuid', { nullable: true })
  agreedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: string | null;

  /** Which side ended it. */
  @Column('text', { nullable: true })
  endedSide!: 'body' | 'firm' | null;

  @Column('text', { nullable: true })
  endReason!: string | null;
}
