import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A sign-in that is still good. Tokens are kept only as hashes. */
@Entity('sessions')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_sessions_person',
})
@Unique('uq_sessions_access_token', ['organizationId', 'accessTokenHash'])
@Unique('uq_sessions_refresh_token', ['organizationId', 'refreshTokenHash'])
@OwnedBy('organization')
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

  @Column('timestamptz', { nullable: true })
  revokedAt!: string | null;
}
