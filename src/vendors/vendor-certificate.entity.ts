import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Coverage } from './domain/certificate-coverage.js';
import { SCHEMES, type Scheme } from './domain/certificate-scheme.js';
import { LOOKUP_RESULTS, type LookupResult } from './domain/certificate.js';

/** A certificate, registration or audit report of a vendor as a body saw it: evidence, not proof. */
@Entity('vendor_certificates')
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_vendor_certificates_vendor',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_vendor_certificates_cloud_service',
})
@ForeignKey('VendorCertificate', ['organizationId', 'renewsId'], ['organizationId', 'id'], {
  name: 'fk_vendor_certificates_renewed',
})
@ForeignKey('Person', ['organizationId', 'lookedUpById'], ['organizationId', 'id'], {
  name: 'fk_vendor_certificates_looked_up_by',
})
@Unique('uq_vendor_certificates_renewal', ['organizationId', 'renewsId'])
@Index('ix_vendor_certificates_vendor', ['organizationId', 'vendorId', 'id'])
@Check('ck_vendor_certificates_known_scheme', `scheme IN ('${SCHEMES.join("', '")}')`)
@Check(
  'ck_vendor_certificates_lookup_result',
  `lookup_result IN ('${LOOKUP_RESULTS.join("', '")}')`,
)
@Check(
  'ck_vendor_certificates_lookup',
  'num_nulls(lookup_result, looked_up_at, looked_up_by_id, register_url) IN (0, 4)',
)
@Check(
  'ck_vendor_certificates_bridge_letter',
  'num_nulls(bridge_letter_until, bridge_letter_on, bridge_letter_url) IN (0, 3)',
)
@Check('ck_vendor_certificates_validity', 'valid_until >= valid_from')
@Check('ck_vendor_certificates_audited', 'audited_until >= audited_from')
@OwnedBy('organization')
export class VendorCertificate {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @VersionColumn()
  version!: number;

  @Column('uuid')
  vendorId!: string;

  /** The service it speaks of; null where it speaks of the firm. */
  @Column('uuid', { nullable: true })
  cloudServiceId!: string | null;

  /** The certificate it takes the place of. */
  @Column('uuid', { nullable: true })
  renewsId!: string | null;

  @Column('text')
  scheme!: Scheme;

  /** As printed. */
  @Column('text', { nullable: true })
  number!: string | null;

  /** Edition of the standard. */
  @Column('text', { nullable: true })
  edition!: string | null;

  @Column('text')
  scope!: string;

  /** What it says that it covers, to be held against what it is relied on for; null where nothing is noted. */
  @Column('jsonb', { nullable: true })
  coverage!: Coverage | null;

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  /** The last day as printed; null where it follows from the audited period or is not known. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('date', { nullable: true })
  auditedFrom!: string | null;

  @Column('date', { nullable: true })
  auditedUntil!: string | null;

  /** The last day that management's bridge letter to a SOC 2 report speaks for. */
  @Column('date', { nullable: true })
  bridgeLetterUntil!: string | null;

  /** The day the letter is of. */
  @Column('date', { nullable: true })
  bridgeLetterOn!: string | null;

  @Column('text', { nullable: true })
  bridgeLetterUrl!: string | null;

  @Column('text', { nullable: true })
  evidenceUrl!: string | null;

  @Column('date', { nullable: true })
  suspendedOn!: string | null;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;

  @Column('date', { nullable: true })
  renewalAppliedOn!: string | null;

  /** The last day the renewal is waited for. */
  @Column('date', { nullable: true })
  renewalLimitOn!: string | null;

  @Column('text', { nullable: true })
  renewalEvidenceUrl!: string | null;

  /** What the latest look into the register showed; earlier ones are in the trail. */
  @Column('text', { nullable: true })
  lookupResult!: LookupResult | null;

  @Column('timestamptz', { nullable: true })
  lookedUpAt!: string | null;

  @Column('uuid', { nullable: true })
  lookedUpById!: string | null;

  /** The entry of the register that was read. */
  @Column('text', { nullable: true })
  registerUrl!: string | null;
}
