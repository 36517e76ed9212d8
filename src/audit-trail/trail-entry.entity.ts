import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** One change, as it was recorded in the same transaction. Never updated, never deleted. */
@Entity('audit_trail')
@Index('ix_audit_trail_subject', ['organizationId', 'subjectKind', 'subjectId', 'id'])
@OwnedBy('organization', 'append-only')
export class TrailEntry {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** UUIDv7: the order in which entries were made. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  recordedAt!: string;

  /** Who acted; null for what the service does by itself. */
  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** The roles held at that moment. */
  @Column('text', { array: true })
  roles!: string[];

  /** What was done, e.g. `vendor.registered`. */
  @Column('text')
  action!: string;

  @Column('text')
  subjectKind!: string;

  @Column('uuid')
  subjectId!: string;

  /** SHA-256 of the subject before and after the change, over its canonical JSON. */
  @Column('text', { nullable: true })
  beforeHash!: string | null;

  @Column('text', { nullable: true })
  afterHash!: string | null;

  /** What a reader needs to understand the entry without the subject. */
  @Column('jsonb')
  facts!: Record<string, unknown>;
}
