import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * The hash of a complete subtree of 2^level leaves. Roots and proofs of any size come from a few of
 * them, and remain so when the rows below are gone.
 */
@Entity('trail_nodes')
@Check('ck_trail_nodes_hash', 'level > 0 AND position >= 0 AND octet_length(hash) = 32')
@OwnedBy('organization', 'append-only')
export class TrailNode {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('integer')
  level!: number;

  @PrimaryColumn('integer')
  position!: number;

  @Column('bytea')
  hash!: Buffer;
}
