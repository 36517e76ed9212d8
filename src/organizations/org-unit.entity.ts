import { Column, Entity, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A department or section of the body, or a commission in scope of its policy. */
@Entity('org_units')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_org_units_organization' })
@ForeignKey('OrgUnit', ['organizationId', 'parentId'], ['organizationId', 'id'], {
  name: 'fk_org_units_parent',
})
@OwnedBy('organization')
export class OrgUnit {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @VersionColumn({ default: 1 })
  version!: number;

  @Column('text')
  name!: string;

  /** The department a section belongs to; null at the top. */
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  /** The part of the body it belongs to, by the scope of the policy (適用範囲); null where the unit above says it. */
  @Column('text', { nullable: true })
  part!: string | null;

  /** The last day it exists (機構改革); null while no end is known. */
  @Column('date', { nullable: true })
  endedOn!: string | null;
}
