import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** An item of information as it was classified when it was handed over. */
export interface ProvidedItem {
  readonly id: string;
  readonly name: string;
  readonly confidentiality: string;
}

/** Information handed to the contractor or to a firm of the chain (情報の提供, 9(1)③ア(ア), 3(2)⑨). */
@Entity('information_provisions')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_information_provisions_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_information_provisions_vendor',
})
@ForeignKey('Nda', ['organizationId', 'ndaId'], ['organizationId', 'id'], {
  name: 'fk_information_provisions_nda',
})
@ForeignKey('Subcontract', ['organizationId', 'subcontractId'], ['organizationId', 'id'], {
  name: 'fk_information_provisions_subcontract',
})
@ForeignKey('Person', ['organizationId', 'permittedBy'], ['organizationId', 'id'], {
  name: 'fk_information_provisions_permitter',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_information_provisions_recorder',
})
@Index('ix_information_provisions_engagement', ['organizationId', 'engagementId', 'id'])
@Check('ck_information_provisions_protection', 'encrypted = (unencrypted_reason IS NULL)')
@Check('ck_information_provisions_permission', 'permitted_on <= delivered_on')
@ActedInPost('fk_information_provisions_permitted_in', 'permittedIn')
@OwnedBy('organization', 'append-only')
export class InformationProvision {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** The recipient. */
  @Column('uuid')
  vendorId!: string;

  /** The hop by which the recipient stood in the chain; null for the contractor or a candidate. */
  @Column('uuid', { nullable: true })
  subcontractId!: string | null;

  /** The agreement that bound the recipient; null where none was called for, or the chain binds it. */
  @Column('uuid', { nullable: true })
  ndaId!: string | null;

  @Column('jsonb')
  items!: readonly ProvidedItem[];

  @Column('text')
  medium!: string;

  @Column('text', { nullable: true })
  quantity!: string | null;

  @Column('boolean')
  encrypted!: boolean;

  @Column('text', { nullable: true })
  unencryptedReason!: string | null;

  @Column('uuid')
  permittedBy!: string;

  /** The role in which it was permitted. */
  @Column('text')
  permittedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  permittedIn!: HeldPost | null;

  @Column('date')
  permittedOn!: string;

  @Column('date')
  deliveredOn!: string;

  @Column('uuid')
  recordedBy!: string;
}
