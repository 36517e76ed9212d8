import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';
import type { AnnexContent } from './domain/annex-content.js';
import type { ContractStatus, EndReason } from './domain/contract-lifecycle.js';

/** A contract of an engagement with its security annex (9(1)②ア(エ), 9(2)④イ). */
@Entity('contracts')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_contracts_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_contracts_vendor',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_contracts_cloud_service',
})
@ForeignKey('Specification', ['organizationId', 'specificationId'], ['organizationId', 'id'], {
  name: 'fk_contracts_specification',
})
@ForeignKey('Person', ['organizationId', 'draftedBy'], ['organizationId', 'id'], {
  name: 'fk_contracts_drafter',
})
@ForeignKey('Person', ['organizationId', 'signatureRecordedBy'], ['organizationId', 'id'], {
  name: 'fk_contracts_signer',
})
@Unique('uq_contracts_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_contracts_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_contracts_vendor', ['organizationId', 'vendorId', 'id'])
@Index('ix_contracts_status', ['organizationId', 'status', 'id'])
@Check('ck_contracts_status', `status IN ('draft', 'signed', 'ended')`)
@Check('ck_contracts_period', 'until_on IS NULL OR until_on >= from_on')
@Check('ck_contracts_amount', 'amount >= 0')
@Check('ck_contracts_language', `language IN ('ja', 'en')`)
@Check(
  'ck_contracts_signature',
  `(status = 'draft') = (signed_on IS NULL) AND (signed_on IS NULL) = (annex IS NULL)
   AND (signed_on IS NULL) = (document_number IS NULL) AND (signed_on IS NULL) = (body_signatory IS NULL)
   AND (signed_on IS NULL) = (vendor_signatory IS NULL) AND (signed_on IS NULL) = (signature_recorded_by IS NULL)`,
)
@Check(
  'ck_contracts_end',
  `(status = 'ended') = (ended_on IS NOT NULL) AND (ended_on IS NULL) = (end_reason IS NULL)`,
)
@Check('ck_contracts_content_hash', `content_hash IS NULL OR signed_on IS NOT NULL`)
@KeepsAsWritten('sd_contracts', ['drafted_by'])
@ActedInPost('fk_contracts_signature_recorded_in', 'signatureRecordedIn')
@OwnedBy('organization')
export class Contract {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  engagementId!: string;

  @Column('text')
  status!: ContractStatus;

  @Column('text')
  title!: string;

  /** The other party (乙). */
  @Column('uuid')
  vendorId!: string;

  @Column('uuid', { nullable: true })
  cloudServiceId!: string | null;

  @Column('date')
  fromOn!: string;

  /** The last day; null where it runs until it is ended. */
  @Column('date', { nullable: true })
  untilOn!: string | null;

  /** Whole yen, as text so that no digit is lost. */
  @Column('bigint', { nullable: true })
  amount!: string | null;

  /** The place of jurisdiction, as the contract names it. */
  @Column('text', { nullable: true })
  jurisdiction!: string | null;

  /** The language in which it is concluded. */
  @Column('text')
  language!: Language;

  /** The specification it contains, as confirmed when it was signed. */
  @Column('uuid', { nullable: true })
  specificationId!: string | null;

  @Column('uuid')
  draftedBy!: string;

  @Column('date', { nullable: true })
  signedOn!: string | null;

  @Column('text', { nullable: true })
  documentNumber!: string | null;

  @Column('text', { nullable: true })
  bodySignatory!: string | null;

  @Column('text', { nullable: true })
  vendorSignatory!: string | null;

  @Column('uuid', { nullable: true })
  signatureRecordedBy!: string | null;

  /** The role in which the signature was recorded. */
  @Column('text', { nullable: true })
  signatureRecordedAs!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  signatureRecordedIn!: HeldPost | null;

  /** Everything the annex says, as it stood at signature. */
  @Column('jsonb', { nullable: true })
  annex!: AnnexContent | null;

  /** SHA-256 of what was signed; null for a draft, and where it was signed before hashes were kept. */
  @Column('text', { nullable: true })
  contentHash!: string | null;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  endReason!: EndReason | null;

  @Column('text', { nullable: true })
  endNote!: string | null;
}
