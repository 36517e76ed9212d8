import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Answer } from './domain/judgement.js';

/** What a reviewer accepts of one answer. */
@Entity('assessment_scores')
@ForeignKey('AssessmentReview', ['organizationId', 'reviewId'], ['organizationId', 'id'], {
  name: 'fk_assessment_scores_review',
})
@Check('ck_assessment_scores_accepted', `accepted IN ('yes', 'partial', 'no', 'na', 'unknown')`)
@OwnedBy('organization', 'append-only')
export class AssessmentScore {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  reviewId!: string;

  @PrimaryColumn('text')
  criterionId!: string;

  @Column('text')
  accepted!: Answer;

  /** Why another value than the answer is accepted. */
  @Column('text', { nullable: true })
  comment!: string | null;
}
