import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { PersonKind } from './domain/person-kind.js';

/**
 * A member of staff (職員等), who may do what the posts they hold permit, or another system, which holds
 * none and does what its tokens are scoped to.
 */
@Entity('people')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_people_organization' })
@Index('uq_people_system', ['organizationId', 'name'], {
  unique: true,
  where: `kind = 'system' AND ended_on IS NULL`,
})
@Check('ck_people_kind', `kind IN ('human', 'system')`)
@OwnedBy('organization')
export class Person {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @VersionColumn({ default: 1 })
  version!: number;

  @Column('text', { default: 'human' })
  kind!: PersonKind;

  @Column('text')
  name!: string;

  /** The address at work, in lower case, by which they sign in; null for someone who does not. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** The category of staff, by the policy (e.g. 会計年度任用職員); null where it is not told. */
  @Column('text', { nullable: true })
  category!: string | null;

  /** The last day they serve (退職日); null while no end is known. */
  @Column('date', { nullable: true })
  endedOn!: string | null;
}
