import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

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
@SeparatesDuties({
  name: 'sd_report_reviews',
  rule: 'submit-score',
  record: 'report-review',
  by: ['NEW.reviewed_by'],
  apartFrom: 'ARRAY[NEW.entered_by]',
  on: 'NEW.reviewed_on',
  engagement: `(SELECT r.engagement_id FROM report_submissions s
    JOIN reports r ON r.organization_id = s.organization_id AND r.id = s.report_id
    WHERE s.organization_id = NEW.organization_id AND s.id = NEW.submission_id)`,
})
@ActedInPost('fk_report_reviews_reviewed_in', 'reviewedIn')
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

  /** The post in which that was done. */
  @PostOfAct()
  reviewedIn!: HeldPost | null;

  @Column('date')
  reviewedOn!: string;

  /** The waiver under which one person entered and reviewed it; null where these were two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;
}
