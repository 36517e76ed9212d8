import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { AllowedPlaces } from './domain/place.js';

/** A decision of the body where information of each class may be handled; the last one holds. */
@Entity('allowed_places')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_allowed_places_organization' })
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_allowed_places_decider',
})
@Check('ck_allowed_places_version', 'version > 0')
@ActedInPost('fk_allowed_places_decided_in', 'decidedIn')
@OwnedBy('organization', 'append-only')
export class AllowedPlacesDecision {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** From 1 on. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  items!: AllowedPlaces[];

  @Column('uuid')
  decidedBy!: string;

  /** The post in which that was done. */
  @PostOfAct()
  decidedIn!: HeldPost | null;

  @Column('date')
  decidedOn!: string;
}
