import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * A sign-in that was sent to the identity provider and waits for its answer. It is taken away when the
 * answer comes, whatever comes of it.
 */
@Entity('provider_sign_ins')
@ForeignKey('IdentityProvider', ['organizationId'], ['organizationId'], {
  name: 'fk_provider_sign_ins_provider',
})
@OwnedBy('organization', 'passing')
export class ProviderSignIn {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** Of the ticket that only the browser which began it has. */
  @PrimaryColumn('text')
  tokenHash!: string;

  /** The provider as it was configured then: another one does not answer for it. */
  @Column('integer')
  providerVersion!: number;

  @Column('text')
  redirectUri!: string;

  /** `state`, `nonce` and the PKCE verifier (RFC 7636), sealed for this row. */
  @Column('text')
  sealedChecks!: string;

  @Column('timestamptz')
  expiresAt!: string;
}
