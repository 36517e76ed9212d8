import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import {
  ANSWERED_BY,
  ENGAGEMENT_OF_ASSESSMENT,
  LINK_ISSUED_BY,
  REVIEWED_BY,
  SUBMITTED_BY,
} from './separated-acts.js';
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
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_assessment_reconciliations_round' },
)
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_reconciliations_person',
})
@SeparatesDuties({
  name: 'sd_assessment_reconciliations',
  rule: 'score-approve',
  record: 'assessment-reconciliation',
  recordId: 'NEW.assessment_id',
  recordNumber: 'NEW.round',
  by: ['NEW.decided_by'],
  apartFrom: `NEW.submitted_by || ${SUBMITTED_BY} || ${ANSWERED_BY} || ${LINK_ISSUED_BY} || NEW.reviewed_by || ${REVIEWED_BY}`,
  on: 'NEW.decided_on',
  engagement: ENGAGEMENT_OF_ASSESSMENT,
})
@ActedInPost('fk_assessment_reconciliations_decided_in', 'decidedIn')
@OwnedBy('organization', 'append-only')
export class AssessmentReconciliation {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  /** Who of the body submitted; null where the vendor did. */
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  /** Whose reviews differ. */
  @Column('uuid', { array: true })
  reviewedBy!: string[];

  @Column('uuid')
  decidedBy!: string;

  /** The post in which that was done. */
  @PostOfAct()
  decidedIn!: HeldPost | null;

  /** The waiver under which one person did both; null where the acts fell to two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  @Column('date')
  decidedOn!: string;

  @Column('jsonb')
  decisions!: readonly ReconciledCriterion[];
}
