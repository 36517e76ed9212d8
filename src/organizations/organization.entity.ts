import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { OrganizationType } from './domain/organization-type.js';

/** A body (地方公共団体): the owner of nearly every row. */
@Entity('organizations')
@Check(
  'ck_organizations_type',
  `type IN ('town', 'village', 'city', 'prefecture', 'association', 'union')`,
)
@OwnedBy('organization')
export class Organization {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  id!: string;

  @VersionColumn()
  version!: number;

  @Column('text')
  name!: string;

  /** Name in English, for documents in English. */
  @Column('text')
  nameEn!: string;

  @Column('text')
  type!: OrganizationType;

  /** 全国地方公共団体コード, six digits. */
  @Column('text', { nullable: true })
  localGovernmentCode!: string | null;
}
