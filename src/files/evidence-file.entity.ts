import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { FileState } from './domain/file-state.js';

/** A file that somebody uploaded, or that a vendor handed in with its answers. Its content is kept beside the database, under its hash. */
@Entity('files')
@ForeignKey('Person', ['organizationId', 'uploadedBy'], ['organizationId', 'id'], {
  name: 'fk_files_person',
})
@Index('ix_files_content', ['organizationId', 'sha256'])
@Check('ck_files_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_files_bytes', 'bytes > 0')
@Check('ck_files_state', `state IN ('unscanned', 'clean', 'quarantined')`)
@Check('ck_files_signature', `(signature IS NOT NULL) = (state = 'quarantined')`)
@Check('ck_files_by', '(uploaded_by IS NULL) = (given_by IS NOT NULL)')
@OwnedBy('organization', 'with-drafts')
export class EvidenceFile {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Raised when it is attached to something. */
  @Column('integer')
  version!: number;

  /** As typed, in NFC. */
  @Column('text')
  name!: string;

  /** What the content was found to be. */
  @Column('text')
  mediaType!: string;

  @Column('integer')
  bytes!: number;

  /** SHA-256 (FIPS 180-4) of the content in lower-case hexadecimal digits. */
  @Column('text')
  sha256!: string;

  @Column('text')
  state!: FileState;

  /** The name of the malware found; null where none was. */
  @Column('text', { nullable: true })
  signature!: string | null;

  /** Null where it is of a vendor. */
  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;

  @Column('jsonb', { nullable: true })
  givenBy!: VendorPerson | null;

  @Column('timestamptz')
  uploadedAt!: string;
}
