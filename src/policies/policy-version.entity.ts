import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Pack } from './domain/pack.js';

/** One version of a policy pack as it was loaded: immutable, known by its content hash. */
@Entity('policy_versions')
@Unique('uq_policy_versions_pack_version', ['packId', 'version'])
@OwnedBy('global', 'read-only')
export class PolicyVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  packId!: string;

  @Column('text')
  version!: string;

  @Column('text')
  contentHash!: string;

  @Column('jsonb')
  content!: Pack;

  @Column('timestamptz', { default: () => 'now()' })
  loadedAt!: string;
}
