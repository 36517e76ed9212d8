import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { SmallContractLimits } from './domain/small-contracts.js';
import type { OwnerType } from './domain/organization-type.js';

/**
 * A body (地方公共団体), the owner of nearly every row, or a firm that has an account of its own: its
 * people, credentials and trail are kept, closed and proved in the same way (ADR 11).
 */
@Entity('organizations')
@Check(
  'ck_organizations_owner_type',
  `type IN ('town', 'village', 'city', 'prefecture', 'association', 'union', 'firm')`,
)
@Check('ck_organizations_trail_retention', 'trail_retention_years BETWEEN 1 AND 100')
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
  type!: OwnerType;

  /** 全国地方公共団体コード, six digits. */
  @Column('text', { nullable: true })
  localGovernmentCode!: string | null;

  /** For how many fiscal years entries of its trail are kept (文書保存期間); null for ever. */
  @Column('integer', { nullable: true })
  trailRetentionYears!: number | null;

  /** Up to what amounts it makes contracts without competition by its own rule (財務規則); null where none is set. */
  @Column('jsonb', { nullable: true })
  smallContractLimits!: SmallContractLimits | null;
}
