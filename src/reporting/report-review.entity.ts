import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** The body's answer to one version of a report, never by whoever entered it. */
@Entity('report_reviews')
@ForeignKey(
  'ReportSubmission',
  ['organizationId', 'submissionId', 'enteredBy'],
  ['organizationId', 'id', 'enteredBy'],
  { name: 'fk_report_reviews_submission' },
)
@ForeignKey('Person', ['organizationId', 'reviewedBy'], ['organizationId', 'id'], {
  name: 'fk_report_reviews_person',
})
@Unique('uq_report_reviews_submission', ['organizationId', 'submissionId'])
@Check('ck_report_reviews_decision', `decision IN ('accept', 'return')`)
@Check('ck_report_reviews_separation', 'reviewed_by <> entered_by')
@OwnedBy('organization', 'append-only')
export class ReportReview {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  submissionId!: string;

  /** Who entered the submission. */
  @Column('uuid')
  enteredBy!: string;

  @Column('text')
  decision!: 'accept' | 'return';

  @Column('text')
  comment!: string;

  @Column('uuid')
  reviewedBy!: string;

  /** The role in which it was reviewed. */
  @Column('text')
  reviewedAs!: string;

  @Column('date')
  reviewedOn!: string;
}
