import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import {
  ANSWERED_BY,
  ENGAGEMENT_OF_ASSESSMENT,
  LINK_ISSUED_BY,
  SUBMITTED_BY,
} from './separated-acts.js';

/**
 * An independent review of the answers of a round. It is tied to the submission, so that the database
 * itself holds submitter and reviewer apart.
 */
@Entity('assessment_reviews')
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  { name: 'fk_assessment_reviews_submission' },
)
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_assessment_reviews_round' },
)
@ForeignKey('Person', ['organizationId', 'reviewedBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_reviews_person',
})
@Unique('uq_assessment_reviews_person', ['organizationId', 'assessmentId', 'round', 'reviewedBy'])
@SeparatesDuties({
  name: 'sd_assessment_reviews',
  rule: 'submit-score',
  record: 'assessment-review',
  by: ['NEW.reviewed_by'],
  apartFrom: `'{}'::uuid[]`,
  unlessJoined: {
    apartFrom: `NEW.submitted_by || ${SUBMITTED_BY} || ${ANSWERED_BY} || ${LINK_ISSUED_BY}`,
    setting: 'separate-submitter-and-reviewer',
  },
  on: 'NEW.reviewed_on',
  engagement: ENGAGEMENT_OF_ASSESSMENT,
})
@ActedInPost('fk_assessment_reviews_reviewed_in', 'reviewedIn')
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

  /** Who of the body submitted; null where the vendor did. */
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

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

  /** Whether the body lets one person submit and review; visible in the record where it does. */
  @Column('boolean')
  dutiesJoined!: boolean;

  /** The waiver under which one person did both; null where the acts fell to two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;
}
