import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { REGION_USES, type RegionUse } from './domain/cloud-service.js';

/** A place where a cloud service handles information, for as long as it does. */
@Entity('cloud_service_regions')
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_cloud_service_regions_cloud_service',
})
@Index('ix_cloud_service_regions_service', ['organizationId', 'cloudServiceId', 'id'])
@Check('ck_cloud_service_regions_country', `country ~ '^[A-Z]{2}$'`)
@Check('ck_cloud_service_regions_use', `use IN ('${REGION_USES.join("', '")}')`)
@Check('ck_cloud_service_regions_period', 'ended_on >= started_on')
@OwnedBy('organization')
export class CloudServiceRegion {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  cloudServiceId!: string;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country!: string;

  /** The provider's own id; null where it names none. */
  @Column('text', { nullable: true })
  providerRegion!: string | null;

  @Column('text')
  use!: RegionUse;

  @Column('date')
  startedOn!: string;

  /** The first day it is no longer so. */
  @Column('date', { nullable: true })
  endedOn!: string | null;
}
