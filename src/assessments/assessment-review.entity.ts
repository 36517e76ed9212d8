import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * An independent review of the answers of a round. Who submitted them stands in it, tied to the
 * submission, so that the database itself holds submitter and reviewer apart.
 */
@Entity('assessment_reviews')
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  { name: 'fk_assessment_reviews_submission' },
)
@ForeignKey('Person', ['organizationId', 'reviewedBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_reviews_person',
})
@Unique('uq_assessment_reviews_person', ['organizationId', 'assessmentId', 'round', 'reviewedBy'])
@Check('ck_assessment_reviews_separation', 'duties_joined OR reviewed_by <> submitted_by')
@OwnedBy('organization', 'append-only')
export class AssessmentReview {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assessmentId!: string;

  @Column('integer')
  round!: number;

  @Column('uuid')
  submittedBy!: string;

  @Column('uuid')
  reviewedBy!: string;

  /** The role in which it was reviewed. */
  @Column('text')
  reviewedAs!: string;

  @Column('date')
  reviewedOn!: string;

  /** Whether the body lets one person submit and review; visible in the record where it does. */
  @Column('boolean')
  dutiesJoined!: boolean;

  @Column('text', { nullable: true })
  comment!: string | null;
}
