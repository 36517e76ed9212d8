import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OwnedBy } from './owner.decorator.js';

/** The reply once given to a request that carried an Idempotency-Key; kept for 24 hours. */
@Entity('idempotency_keys')
@OwnedBy('organization', 'passing')
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  operation!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  fingerprint!: string;

  @Column('jsonb', { nullable: true })
  reply!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;
}
