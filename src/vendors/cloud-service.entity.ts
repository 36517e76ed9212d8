import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { SERVICE_MODELS, type ServiceModel } from './domain/cloud-service.js';

/** A cloud service of one edition, as its provider offers it. */
@Entity('cloud_services')
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_cloud_services_vendor',
})
@Index('ix_cloud_services_name', ['organizationId', 'searchKey', 'id'])
@Check('ck_cloud_services_service_model', `service_model IN ('${SERVICE_MODELS.join("', '")}')`)
@Check('ck_cloud_services_lgwan_asp', `inside_lgwan OR service_model <> 'lgwan-asp'`)
@OwnedBy('organization')
export class CloudService {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Rises with a change of the service or of its regions. */
  @VersionColumn()
  version!: number;

  /** The provider. */
  @Column('uuid')
  vendorId!: string;

  @Column('text')
  name!: string;

  /** The name in one form for search. */
  @Column('text')
  searchKey!: string;

  /** The edition or plan that is used. */
  @Column('text', { nullable: true })
  edition!: string | null;

  @Column('text')
  serviceModel!: ServiceModel;

  /** Whether it is reached inside the LGWAN. */
  @Column('boolean')
  insideLgwan!: boolean;

  @Column('text', { nullable: true })
  url!: string | null;

  /** The day the provider ended it. */
  @Column('date', { nullable: true })
  endedOn!: string | null;
}
