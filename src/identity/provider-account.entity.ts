import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * Whose account at an identity provider it is. It is bound at the first sign-in, so that nobody inherits
 * an account by being given the e-mail address of somebody before them.
 */
@Entity('provider_accounts')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_provider_accounts_person',
})
@Index('uq_provider_accounts_subject', ['organizationId', 'issuer', 'subject'], {
  unique: true,
  where: 'ended_at IS NULL',
})
@Index('uq_provider_accounts_person', ['organizationId', 'personId', 'issuer'], {
  unique: true,
  where: 'ended_at IS NULL',
})
@OwnedBy('organization')
export class ProviderAccount {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  /** `iss` of its ID tokens. */
  @Column('text')
  issuer!: string;

  /** `sub` of its ID tokens, which the provider gives to nobody else ever. */
  @Column('text')
  subject!: string;

  @Column('timestamptz')
  boundAt!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: string | null;
}
