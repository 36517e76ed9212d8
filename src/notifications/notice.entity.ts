import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';
import type { NoticeCode } from './domain/notice-words.js';

/**
 * What one person was told of one event, however many posts they hold. Mail, webhooks and digests are
 * other ways out of the same rows.
 */
@Entity('notices')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_notices_person',
})
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_notices_engagement',
})
@Unique('uq_notices_event', ['organizationId', 'eventId', 'personId'])
@Index('ix_notices_person', ['organizationId', 'personId', 'id'])
@Index('ix_notices_unread', ['organizationId', 'personId', 'id'], { where: 'read_at IS NULL' })
@Index('ix_notices_engagement', ['organizationId', 'engagementId'])
@Check('ck_notices_read', 'read_at >= created_at')
@KeepsAsWritten(
  'sd_notices',
  [
    ...['person_id', 'event_id', 'code', 'subject_kind', 'subject_id', 'engagement_id'],
    'created_at',
  ],
  'OLD.read_at IS NOT NULL',
)
@OwnedBy('organization')
export class Notice {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** In the order of time. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  /** The event; everyone who is told of it has it in common. */
  @Column('uuid')
  eventId!: string;

  /** What happened. */
  @Column('text')
  code!: NoticeCode;

  /** What it happened to, as the trail names it. */
  @Column('text')
  subjectKind!: string;

  @Column('uuid')
  subjectId!: string;

  /** Null where it belongs to no engagement. */
  @Column('uuid', { nullable: true })
  engagementId!: string | null;

  @Column('timestamptz')
  createdAt!: string;

  @Column('timestamptz', { nullable: true })
  readAt!: string | null;
}
