import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** The terms of a cloud service as they read on one day. */
@Entity('terms_snapshots')
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_terms_snapshots_cloud_service',
})
@Index('ix_terms_snapshots_taken', ['organizationId', 'cloudServiceId', 'takenOn', 'id'])
@Check('ck_terms_snapshots_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_terms_snapshots_governing_law', `governing_law ~ '^[A-Z]{2}$'`)
@OwnedBy('organization', 'append-only')
export class TermsSnapshot {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  cloudServiceId!: string;

  @Column('text')
  url!: string;

  @Column('text')
  title!: string;

  @Column('date')
  takenOn!: string;

  /** SHA-256 of the text in UTF-8, in lower-case hexadecimal digits. */
  @Column('text')
  contentHash!: string;

  /** Null where only its hash is kept. */
  @Column('text', { nullable: true })
  text!: string | null;

  /** The country whose law governs them (準拠法); null where it was not noted. */
  @Column('text', { nullable: true })
  governingLaw!: string | null;

  /** The court that has jurisdiction (裁判管轄). */
  @Column('text', { nullable: true })
  jurisdiction!: string | null;

  /** Whether the body is told of demands of foreign authorities to disclose its information. */
  @Column('boolean', { nullable: true })
  notifiesForeignDemands!: boolean | null;
}
