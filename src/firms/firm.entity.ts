import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A vendor's own account. Its people serve every body that the firm is linked to. */
@Entity('firms')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_firms_organization' })
@Check('ck_firms_corporate_number', `corporate_number ~ '^[1-9][0-9]{12}$'`)
@OwnedBy('organization', 'append-only')
export class Firm {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** 法人番号; null for a sole proprietor, who has none. */
  @Column('text', { nullable: true })
  corporateNumber!: string | null;
}
