import { Column, Entity, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** What the body decided where its policy leaves something open. */
@Entity('organization_settings')
@ForeignKey('Organization', ['organizationId'], ['id'], {
  name: 'fk_organization_settings_organization',
})
@OwnedBy('organization')
export class OrganizationSetting {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** Id of the setting in the pack. */
  @PrimaryColumn('text')
  settingId!: string;

  @VersionColumn()
  version!: number;

  @Column('jsonb')
  value!: string | number | boolean;

  /** Why it was decided so; given at least where a safeguard is switched off. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
