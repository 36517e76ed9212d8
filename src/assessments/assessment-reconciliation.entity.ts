import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Answer } from './domain/judgement.js';

/** What was decided on a criterion on which the reviews differed. */
export interface ReconciledCriterion {
  readonly criterionId: string;
  readonly accepted: Answer;
  readonly reason: string;
}

/** The decision, by someone else, on what the reviews of a round differ on. */
@Entity('assessment_reconciliations')
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  { name: 'fk_assessment_reconciliations_submission' },
)
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_reconciliations_person',
})
@Check(
  'ck_assessment_reconciliations_separation',
  'decided_by <> submitted_by AND decided_by <> ALL (reviewed_by)',
)
@OwnedBy('organization', 'append-only')
export class AssessmentReconciliation {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @Column('uuid')
  submittedBy!: string;

  /** Whose reviews differ. */
  @Column('uuid', { array: true })
  reviewedBy!: string[];

  @Column('uuid')
  decidedBy!: string;

  @Column('date')
  decidedOn!: string;

  @Column('jsonb')
  decisions!: readonly ReconciledCriterion[];
}
