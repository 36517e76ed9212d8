import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * A refresh token that was swapped for another, by its hash. Sent once more it is in two hands, so
 * its session ends (RFC 9700, 4.14.2).
 */
@Entity('spent_refresh_tokens')
@ForeignKey('Session', ['organizationId', 'sessionId'], ['organizationId', 'id'], {
  name: 'fk_spent_refresh_tokens_session',
})
@Index('ix_spent_refresh_tokens_session', ['organizationId', 'sessionId'])
@OwnedBy('organization', 'passing')
export class SpentRefreshToken {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('timestamptz')
  spentAt!: string;
}
