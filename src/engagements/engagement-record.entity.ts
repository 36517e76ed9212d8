import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** A plain record that staff file to prove a duty: an impact review, a build confirmation, … */
@Entity('engagement_records')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_engagement_records_engagement',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_engagement_records_person',
})
@Index('ix_engagement_records_engagement', ['organizationId', 'engagementId', 'kind'])
@ActedInPost('fk_engagement_records_recorded_in', 'recordedIn')
@OwnedBy('organization')
export class EngagementRecord {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** Id of the record kind in the pack. */
  @Column('text')
  kind!: string;

  /** The day of what it tells. */
  @Column('date')
  statedOn!: string;

  @Column('text')
  statement!: string;

  /** Where the evidence is kept: document numbers or addresses. */
  @Column('text', { array: true })
  evidence!: string[];

  /** The last day it proves anything; null where it does not lapse. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('uuid')
  recordedBy!: string;

  /** The role in which it was recorded. */
  @Column('text')
  recordedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  recordedIn!: HeldPost | null;

  @Column('timestamptz')
  recordedAt!: string;

  @Column('date', { nullable: true })
  voidedOn!: string | null;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
