import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * A sign-in whose password was right and that waits for a security key. It is taken away when it is
 * used, whatever comes of it.
 */
@Entity('sign_in_tickets')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_sign_in_tickets_person',
})
@OwnedBy('organization', 'passing')
export class SignInTicket {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('uuid')
  personId!: string;

  /** What the security key has to sign, in base64url. */
  @Column('text')
  challenge!: string;

  @Column('timestamptz')
  expiresAt!: string;
}
