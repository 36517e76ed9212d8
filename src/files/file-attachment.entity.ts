import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A file named as evidence by something; from then on it stays. */
@Entity('file_attachments')
@ForeignKey('EvidenceFile', ['organizationId', 'fileId'], ['organizationId', 'id'], {
  name: 'fk_file_attachments_file',
})
@ForeignKey('Person', ['organizationId', 'attachedBy'], ['organizationId', 'id'], {
  name: 'fk_file_attachments_person',
})
@Index('ix_file_attachments_subject', ['organizationId', 'subjectId'])
@OwnedBy('organization', 'append-only')
export class FileAttachment {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  fileId!: string;

  /** What names it, as the trail calls it, e.g. `record`. */
  @PrimaryColumn('text')
  subjectKind!: string;

  @PrimaryColumn('uuid')
  subjectId!: string;

  /** Null where a vendor did. */
  @Column('uuid', { nullable: true })
  attachedBy!: string | null;

  @Column('timestamptz')
  attachedAt!: string;
}
