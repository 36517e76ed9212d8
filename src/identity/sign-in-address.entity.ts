import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * The directory that tells whose sign-in an e-mail address is, asked before any owner is known. It
 * holds no secret and answers only to the exact address.
 */
@Entity('sign_in_addresses')
@OwnedBy('global', 'append-only')
export class SignInAddress {
  /** In lower case. */
  @PrimaryColumn('text')
  email!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid')
  personId!: string;
}
