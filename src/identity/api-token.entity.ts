import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';

/** What another system proves itself by: scoped, expiring, revocable. Only its hash is kept. */
@Entity('api_tokens')
@ForeignKey('Person', ['organizationId', 'systemId'], ['organizationId', 'id'], {
  name: 'fk_api_tokens_system',
})
@ForeignKey('Person', ['organizationId', 'issuedBy'], ['organizationId', 'id'], {
  name: 'fk_api_tokens_issued_by',
})
@Index('uq_api_tokens_hash', ['organizationId', 'tokenHash'], { unique: true })
@KeepsAsWritten('sd_api_tokens', ['system_id', 'issued_by'])
@OwnedBy('organization')
export class ApiToken {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** The system, as the register of people names it. */
  @Column('uuid')
  systemId!: string;

  @Column('text')
  tokenHash!: string;

  /** Permissions it gives. */
  @Column('text', { array: true })
  scopes!: string[];

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz')
  issuedAt!: string;

  /** The last day it is good for, by the day in Japan. */
  @Column('date')
  expiresOn!: string;

  /** When it was last used, to the minute. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: string | null;
}
