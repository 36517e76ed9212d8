import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A kind of information handled in an engagement, classified by the body's scheme (3(1)). */
@Entity('data_items')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_data_items_engagement',
})
@Index('ix_data_items_engagement', ['organizationId', 'engagementId'])
@OwnedBy('organization')
export class DataItem {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('text')
  name!: string;

  /** Class ids of the pack. */
  @Column('text')
  confidentiality!: string;

  @Column('text')
  integrity!: string;

  @Column('text')
  availability!: string;

  @Column('boolean')
  personalInformation!: boolean;

  /** Personal information with My Number (特定個人情報). */
  @Column('boolean')
  specificPersonalInformation!: boolean;

  /** The day it ceased to belong to the engagement; null while it does. */
  @Column('date', { nullable: true })
  endedOn!: string | null;
}
