import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** The number an entry was sealed under, and its hash as a leaf (RFC 9162). Numbers have no gaps. */
@Entity('trail_leaves')
@Index('uq_trail_leaves_entry', ['organizationId', 'entryId'], { unique: true })
@Check('ck_trail_leaves_hash', 'leaf_index >= 0 AND octet_length(leaf_hash) = 32')
@OwnedBy('organization', 'append-only')
export class TrailLeaf {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('integer')
  leafIndex!: number;

  @Column('uuid')
  entryId!: string;

  @Column('bytea')
  leafHash!: Buffer;
}
