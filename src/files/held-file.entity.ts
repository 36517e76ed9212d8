import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { FileState } from './domain/file-state.js';

/**
 * A file that somebody without an account sent with what they have not handed in. It is no evidence yet, and no route
 * of staff knows of it; it becomes a file of the body when it is handed in, or goes with what it was sent for.
 */
@Entity('held_files')
@Index('ix_held_files_subject', ['organizationId', 'subjectKind', 'subjectId'])
@Index('ix_held_files_content', ['organizationId', 'sha256'])
@Check('ck_held_files_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_held_files_bytes', 'bytes > 0')
@Check('ck_held_files_state', `state IN ('unscanned', 'clean')`)
@OwnedBy('organization', 'with-drafts')
export class HeldFile {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** It keeps this id when it is handed in. */
  @PrimaryColumn('uuid')
  id!: string;

  /** What it was sent for, as the trail calls it. */
  @Column('text')
  subjectKind!: string;

  @Column('uuid')
  subjectId!: string;

  /** As typed, in NFC. */
  @Column('text')
  name!: string;

  /** What the content was found to be. */
  @Column('text')
  mediaType!: string;

  @Column('integer')
  bytes!: number;

  /** SHA-256 of the content in lower-case hexadecimal digits. */
  @Column('text')
  sha256!: string;

  /** What malware was found in is not held. */
  @Column('text')
  state!: Exclude<FileState, 'quarantined'>;

  @Column('timestamptz')
  heldAt!: string;
}
