import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** How often a kind of report is due for an engagement, by its contract or by the policy. */
@Entity('report_schedules')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_report_schedules_engagement',
})
@Unique('uq_report_schedules_kind', ['organizationId', 'engagementId', 'kind'])
@Check('ck_report_schedules_months', 'every_months > 0')
@Check('ck_report_schedules_days', 'due_business_days >= 0')
@OwnedBy('organization')
export class ReportSchedule {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  /** Id of the report kind in the pack. */
  @Column('text')
  kind!: string;

  @Column('integer')
  everyMonths!: number;

  /** Business days from the end of a period to its due date. */
  @Column('integer')
  dueBusinessDays!: number;

  /** Periods that ended before this day were reported in another ledger. */
  @Column('date')
  countsFrom!: string;
}
