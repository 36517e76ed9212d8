import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** A document that a firm was told of, in the version it had. */
export interface BriefedDocument {
  readonly title: string;
  readonly version: string;
}

/**
 * That a firm of the chain was told what it must observe and keep secret, and acknowledged it
 * (事業者への説明, 6(1)④).
 */
@Entity('briefings')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_briefings_engagement',
})
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_briefings_vendor',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_briefings_recorder',
})
@Index('ix_briefings_engagement', ['organizationId', 'engagementId', 'vendorId', 'acknowledgedOn'])
@Check('ck_briefings_acknowledged', 'acknowledged_on >= held_on')
@ActedInPost('fk_briefings_recorded_in', 'recordedIn')
@OwnedBy('organization', 'append-only')
export class Briefing {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** The firm that was told. */
  @Column('uuid')
  vendorId!: string;

  @Column('date')
  heldOn!: string;

  /** How it was done: in person, by video, in writing. */
  @Column('text')
  method!: string;

  @Column('jsonb')
  documents!: readonly BriefedDocument[];

  /** What is to be kept secret. */
  @Column('text')
  confidentialMatters!: string;

  /** Who of the firm took part, with their posts. */
  @Column('text', { array: true })
  attendees!: string[];

  /** The day the firm acknowledged it. */
  @Column('date')
  acknowledgedOn!: string;

  /** The paper by which it did. */
  @Column('text')
  acknowledgement!: string;

  @Column('uuid')
  recordedBy!: string;

  /** The role in which it was recorded. */
  @Column('text')
  recordedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  recordedIn!: HeldPost | null;
}
