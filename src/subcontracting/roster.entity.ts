import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { RosterChange, RosterSite, RosterWorker } from './domain/roster.js';

/**
 * Who of a firm of the chain does the work and where, as it stands from a day (従事者名簿, 9(1)②ア(エ)-3). A
 * change is a later roster; what stood before stays.
 */
@Entity('rosters')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_rosters_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_rosters_vendor',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_rosters_recorder',
})
@Index('ix_rosters_engagement', ['organizationId', 'engagementId', 'fromOn', 'id'])
@Check('ck_rosters_change', `change IN ('first', 'notified', 'approved', 'after-the-fact')`)
@Check('ck_rosters_notified', `change <> 'notified' OR submitted_on <= from_on`)
@ActedInPost('fk_rosters_recorded_in', 'recordedIn')
@OwnedBy('organization', 'append-only')
export class Roster {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** The firm whose people they are. */
  @Column('uuid')
  vendorId!: string;

  /** The day from which it stands. */
  @Column('date')
  fromOn!: string;

  /** The day on which the firm handed it in. */
  @Column('date')
  submittedOn!: string;

  /** The paper by which it did. */
  @Column('text')
  documentNumber!: string;

  @Column('text')
  change!: RosterChange;

  /** Who of the firm is responsible for the work, with the post. */
  @Column('text')
  responsible!: string;

  @Column('jsonb')
  workers!: readonly RosterWorker[];

  @Column('jsonb')
  sites!: readonly RosterSite[];

  @Column('uuid')
  recordedBy!: string;

  /** The role in which it was recorded. */
  @Column('text')
  recordedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  recordedIn!: HeldPost | null;
}
