import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A firm as a body knows it: who may be entrusted with work or provides a cloud service. */
@Entity('vendors')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_vendors_organization' })
@Unique('uq_vendors_corporate_number', ['organizationId', 'corporateNumber'])
@Check('ck_vendors_corporate_number', `corporate_number ~ '^[1-9][0-9]{12}$'`)
@Index('ix_vendors_name', ['organizationId', 'searchKey', 'id'])
@OwnedBy('organization')
export class Vendor {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @VersionColumn()
  version!: number;

  /** As the firm writes it; never normalised. */
  @Column('text')
  name!: string;

  /** The name in one form for search (NFKC, legal forms, old characters). */
  @Column('text')
  searchKey!: string;

  /** 法人番号; null for a sole proprietor, who has none. */
  @Column('text', { nullable: true })
  corporateNumber!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  contactName!: string | null;

  @Column('text', { nullable: true })
  contactEmail!: string | null;

  /** Until when the firm is suspended from tendering (指名停止); running contracts go on. */
  @Column('date', { nullable: true })
  suspendedUntil!: string | null;
}
