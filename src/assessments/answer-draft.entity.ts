import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Evidence } from './domain/answer-input.js';
import type { Answer } from './domain/judgement.js';

/**
 * What the vendor means to answer and has not handed in. Nobody of the body is shown it: a sealed
 * method would not be sealed, and a draft is not an answer. It is gone once answers are handed in.
 */
@Entity('answer_drafts')
@ForeignKey(
  'AssessmentRound',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_answer_drafts_round' },
)
@ForeignKey(
  'AssessmentCriterion',
  ['organizationId', 'assessmentId', 'criterionId'],
  ['organizationId', 'assessmentId', 'criterionId'],
  { name: 'fk_answer_drafts_criterion' },
)
@Check('ck_answer_drafts_answer', `answer IN ('yes', 'partial', 'no', 'na', 'unknown')`)
@Check('ck_answer_drafts_reason', `answer NOT IN ('na', 'partial') OR reason IS NOT NULL`)
@OwnedBy('organization', 'with-drafts')
export class AnswerDraft {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @PrimaryColumn('text')
  criterionId!: string;

  @Column('text')
  answer!: Answer;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Files are named as they are called in the account of the firm. */
  @Column('jsonb')
  evidence!: readonly Evidence[];

  /** The last day the evidence counts; null where it does not lapse. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** The day the firm gave it elsewhere, where it was taken from its library as it was. */
  @Column('date', { nullable: true })
  prefilledFrom!: string | null;

  @Column('jsonb')
  savedBy!: VendorPerson;

  @Column('timestamptz')
  savedAt!: string;
}
