import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SecondFactorKind } from '../shared/authorization/second-factor.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * What a person shows beside the password. It counts from its confirmation until it ends; one that was
 * never confirmed gives way to the next that is registered.
 */
@Entity('second_factors')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_second_factors_person',
})
@Index('ix_second_factors_person', ['organizationId', 'personId'], { where: 'ended_at IS NULL' })
@Unique('uq_second_factors_credential', ['organizationId', 'credentialId'])
@Check('ck_second_factors_kind', `kind IN ('totp', 'webauthn')`)
@Check(
  'ck_second_factors_secret',
  `(sealed_secret IS NOT NULL) = (kind = 'totp' AND ended_at IS NULL)`,
)
@Check(
  'ck_second_factors_key',
  `kind = 'totp' OR confirmed_at IS NULL OR (credential_id IS NOT NULL AND public_key IS NOT NULL AND counter IS NOT NULL)`,
)
@OwnedBy('organization', 'with-drafts')
export class SecondFactor {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: SecondFactorKind;

  /** As the person calls it. */
  @Column('text')
  label!: string;

  /** Secret of a one-time password, sealed for this row; gone once it ended. */
  @Column('text', { nullable: true })
  sealedSecret!: string | null;

  /** Time step (RFC 6238) of the last code that was accepted: no code of it or before is accepted again. */
  @Column('integer', { nullable: true })
  lastStep!: number | null;

  /** Challenge that the registration of a security key has to answer, in base64url. */
  @Column('text', { nullable: true })
  challenge!: string | null;

  /** Credential ID of a security key (WebAuthn), in base64url. */
  @Column('text', { nullable: true })
  credentialId!: string | null;

  /** Its public key (COSE, RFC 9053), in base64url. */
  @Column('text', { nullable: true })
  publicKey!: string | null;

  /** How often it says it has signed; one that counts back was copied. */
  @Column('bigint', { nullable: true })
  counter!: string | null;

  /** By what way it is reached, e.g. usb. */
  @Column('text', { array: true, nullable: true })
  transports!: string[] | null;

  @Column('timestamptz')
  registeredAt!: string;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: string | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: string | null;
}
