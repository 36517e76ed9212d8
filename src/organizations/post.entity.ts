import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A role of the policy held by a person for a time, in a unit or for the whole body. */
@Entity('posts')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_posts_person',
})
@ForeignKey('OrgUnit', ['organizationId', 'unitId'], ['organizationId', 'id'], {
  name: 'fk_posts_unit',
})
@Index('ix_posts_person', ['organizationId', 'personId'])
@Index('ix_posts_role', ['organizationId', 'roleId'])
@Check('ck_posts_term', 'valid_until IS NULL OR valid_until >= valid_from - 1')
@OwnedBy('organization')
export class Post {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @VersionColumn({ default: 1 })
  version!: number;

  @Column('uuid')
  personId!: string;

  /** Role of the adopted policy, by its id in the pack. */
  @Column('text')
  roleId!: string;

  /** The unit the role is held in; null for roles of the whole body. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('date')
  validFrom!: string;

  /** The last day; null while no end is known. The day before the first for a post withdrawn unheld. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** Standing in for the holder (職務代理). */
  @Column('boolean', { default: false })
  acting!: boolean;
}
