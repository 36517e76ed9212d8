import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** How a person proves who they are: a password, hashed with argon2id. */
@Entity('credentials')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_credentials_person',
})
@OwnedBy('organization')
export class Credential {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  passwordHash!: string;

  /** Wrong passwords and second factors in a row. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** Until when sign-in is refused after too many of them. */
  @Column('timestamptz', { nullable: true })
  lockedUntil!: string | null;
}
