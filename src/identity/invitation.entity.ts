import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FirmRoleId } from '../firms/index.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { InvitationKind, InvitationStatus } from './domain/invitation.js';

/** A one-time link by which a body invites a vendor, or a firm one of its people. Only its hash is kept. */
@Entity('invitations')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_invitations_organization' })
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_invitations_vendor',
})
@ForeignKey('Person', ['organizationId', 'sentBy'], ['organizationId', 'id'], {
  name: 'fk_invitations_sent_by',
})
@Check('ck_invitations_status', `status IN ('open', 'accepted', 'superseded', 'withdrawn')`)
@Check('ck_invitations_kind', `(kind = 'vendor') = (vendor_id IS NOT NULL)`)
@Check('ck_invitations_role', `(kind = 'colleague') = (role_id IS NOT NULL)`)
@Index('uq_invitations_token', ['organizationId', 'tokenHash'], { unique: true })
@Index('uq_invitations_open_vendor', ['organizationId', 'vendorId'], {
  unique: true,
  where: `status = 'open' AND vendor_id IS NOT NULL`,
})
@Index('uq_invitations_open_colleague', ['organizationId', 'email'], {
  unique: true,
  where: `status = 'open' AND vendor_id IS NULL`,
})
@Index('ix_invitations_vendor', ['organizationId', 'vendorId', 'id'])
@OwnedBy('organization')
export class Invitation {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: InvitationKind;

  @Column('text')
  tokenHash!: string;

  /** The vendor invited; null for a colleague. */
  @Column('uuid', { nullable: true })
  vendorId!: string | null;

  /** What a colleague may do in the account of the firm. */
  @Column('text', { nullable: true })
  roleId!: FirmRoleId | null;

  @Column('text')
  name!: string;

  /** In lower case; the address the new person signs in by. */
  @Column('text')
  email!: string;

  @Column('text')
  status!: InvitationStatus;

  @Column('uuid')
  sentBy!: string;

  @Column('timestamptz')
  sentAt!: string;

  @Column('timestamptz')
  expiresAt!: string;

  @Column('timestamptz', { nullable: true })
  closedAt!: string | null;
}
