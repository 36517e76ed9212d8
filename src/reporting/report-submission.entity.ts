import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { MeasurePerformed } from './domain/report.js';

/** One version of a report as it was handed in; a correction is a new version. */
@Entity('report_submissions')
@ForeignKey('Report', ['organizationId', 'reportId'], ['organizationId', 'id'], {
  name: 'fk_report_submissions_report',
})
@ForeignKey('Person', ['organizationId', 'enteredBy'], ['organizationId', 'id'], {
  name: 'fk_report_submissions_person',
})
@Unique('uq_report_submissions_number', ['organizationId', 'reportId', 'number'])
@Unique('uq_report_submissions_entry', ['organizationId', 'id', 'enteredBy'])
@Check('ck_report_submissions_by', `submitted_by IN ('vendor', 'clerk')`)
@OwnedBy('organization', 'append-only')
export class ReportSubmission {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  /** 1 for the first version. */
  @Column('integer')
  number!: number;

  /** The day it was handed in. */
  @Column('date')
  submittedOn!: string;

  /** Who made it: the vendor, or staff of the body. */
  @Column('text')
  submittedBy!: 'vendor' | 'clerk';

  /** How it came in, e.g. by letter with a document number. */
  @Column('text')
  source!: string;

  @Column('jsonb')
  measures!: MeasurePerformed[];

  @Column('text')
  text!: string;

  @Column('text', { array: true })
  evidence!: string[];

  @Column('uuid')
  enteredBy!: string;

  @Column('timestamptz')
  recordedAt!: string;
}
