import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { SecondFactorGiven } from '../shared/authorization/second-factor.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A sign-in that is still good. Tokens are kept only as hashes. */
@Entity('sessions')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_sessions_person',
})
@Unique('uq_sessions_access_token', ['organizationId', 'accessTokenHash'])
@Unique('uq_sessions_refresh_token', ['organizationId', 'refreshTokenHash'])
@Check('ck_sessions_second_factor', `second_factor IN ('totp', 'webauthn', 'identity-provider')`)
@OwnedBy('organization', 'passing')
export class Session {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  accessTokenHash!: string;

  @Column('timestamptz')
  accessExpiresAt!: string;

  @Column('text')
  refreshTokenHash!: string;

  @Column('timestamptz')
  refreshExpiresAt!: string;

  /** How a second factor was given; null where none was. */
  @Column('text', { nullable: true })
  secondFactor!: SecondFactorGiven | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: string | null;
}
