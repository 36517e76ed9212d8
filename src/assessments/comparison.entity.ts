import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeptForGood } from '../shared/persistence/row-guards.js';
import type { ComparisonContent } from './domain/comparison.js';

/** The candidates side by side, as they stood when one of them was selected (比較表). */
@Entity('comparisons')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_comparisons_engagement',
})
@KeptForGood('sd_comparisons')
@OwnedBy('organization', 'append-only')
export class Comparison {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('jsonb')
  content!: ComparisonContent;

  /** SHA-256 of its canonical JSON (RFC 8785). */
  @Column('text')
  contentHash!: string;
}
