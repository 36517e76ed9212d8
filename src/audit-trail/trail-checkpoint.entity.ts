import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A signed statement of how many rows a trail had and of the root over them. */
@Entity('trail_checkpoints')
@Check('ck_trail_checkpoints_root', 'tree_size >= 0 AND octet_length(root_hash) = 32')
@OwnedBy('organization', 'append-only')
export class TrailCheckpoint {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('integer')
  treeSize!: number;

  @Column('bytea')
  rootHash!: Buffer;

  @Column('timestamptz')
  sealedAt!: string;

  /** SHA-256 of the public key. */
  @Column('text')
  keyId!: string;

  /** SubjectPublicKeyInfo in base64, kept because keys are replaced. */
  @Column('text')
  publicKey!: string;

  /** The text with its signature (C2SP signed-note). */
  @Column('text')
  note!: string;
}
