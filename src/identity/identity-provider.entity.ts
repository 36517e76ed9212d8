import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** The identity provider (OpenID Connect) whose word a body takes for who signs in; one at a time. */
@Entity('identity_providers')
@Check('ck_identity_providers_secret', `ended_at IS NULL OR sealed_secret IS NULL`)
@OwnedBy('organization')
export class IdentityProvider {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  issuer!: string;

  /** What the provider knows this service by. */
  @Column('text')
  clientId!: string;

  /** Client secret, sealed for this row; null for a public client, and once it ended. */
  @Column('text', { nullable: true })
  sealedSecret!: string | null;

  /** Pages the provider may send people back to. */
  @Column('text', { array: true })
  redirectUris!: string[];

  /** Values of `amr` and `acr` that count as a second factor. */
  @Column('text', { array: true })
  secondFactorValues!: string[];

  @Column('timestamptz', { nullable: true })
  endedAt!: string | null;
}
