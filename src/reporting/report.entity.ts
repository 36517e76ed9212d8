import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { StoredStatus } from './domain/report.js';

/** One report that is due for an engagement: of a schedule, or on an occasion. */
@Entity('reports')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_reports_engagement',
})
@ForeignKey('ReportSchedule', ['organizationId', 'scheduleId'], ['organizationId', 'id'], {
  name: 'fk_reports_schedule',
})
@ForeignKey('Person', ['organizationId', 'waivedBy'], ['organizationId', 'id'], {
  name: 'fk_reports_waiver',
})
@Unique('uq_reports_period', ['organizationId', 'scheduleId', 'periodFrom'])
@Index('ix_reports_open', ['organizationId', 'dueOn', 'id'], {
  where: `status IN ('scheduled', 'returned')`,
})
@Index('ix_reports_due', ['organizationId', 'dueOn', 'id'])
@Index('ix_reports_engagement', ['organizationId', 'engagementId', 'dueOn', 'id'])
@Check(
  'ck_reports_status',
  `status IN ('scheduled', 'submitted', 'returned', 'accepted', 'waived', 'void')`,
)
@Check('ck_reports_period', 'period_until >= period_from')
@Check('ck_reports_accepted', `(status = 'accepted') = (accepted_on IS NOT NULL)`)
@Check(
  'ck_reports_waived',
  `(status = 'waived') = (waived_on IS NOT NULL AND waived_by IS NOT NULL AND waived_reason IS NOT NULL)`,
)
@OwnedBy('organization')
export class Report {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** Null for a report on an occasion. */
  @Column('uuid', { nullable: true })
  scheduleId!: string | null;

  /** Id of the report kind in the pack. */
  @Column('text')
  kind!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: StoredStatus;

  @Column('date')
  periodFrom!: string;

  @Column('date')
  periodUntil!: string;

  @Column('date')
  dueOn!: string;

  /** The due date it was first given. */
  @Column('date')
  originalDueOn!: string;

  /** Whether it was first submitted after its due date. */
  @Column('boolean')
  isLate!: boolean;

  @Column('date', { nullable: true })
  acceptedOn!: string | null;

  @Column('date', { nullable: true })
  waivedOn!: string | null;

  @Column('uuid', { nullable: true })
  waivedBy!: string | null;

  @Column('text', { nullable: true })
  waivedReason!: string | null;
}
