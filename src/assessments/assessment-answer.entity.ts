import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RefusesAfterwards } from '../duties/index.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { JUDGED_OWN_ANSWER } from './separated-acts.js';
import type { Evidence } from './domain/answer-input.js';
import type { Answer } from './domain/judgement.js';

/** The answer to a criterion in a round: the vendor's own, or as staff entered it on the vendor's behalf. */
@Entity('assessment_answers')
@ForeignKey(
  'AssessmentRound',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_assessment_answers_round' },
)
@ForeignKey(
  'AssessmentCriterion',
  ['organizationId', 'assessmentId', 'criterionId'],
  ['organizationId', 'assessmentId', 'criterionId'],
  { name: 'fk_assessment_answers_criterion' },
)
@ForeignKey('Person', ['organizationId', 'enteredBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_answers_person',
})
@Check('ck_assessment_answers_answer', `answer IN ('yes', 'partial', 'no', 'na', 'unknown')`)
@Check('ck_assessment_answers_reason', `answer NOT IN ('na', 'partial') OR reason IS NOT NULL`)
@Check('ck_assessment_answers_by', '(entered_by IS NULL) = (given_by IS NOT NULL)')
@RefusesAfterwards('sd_assessment_answers', JUDGED_OWN_ANSWER)
@OwnedBy('organization')
export class AssessmentAnswer {
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

  @Column('jsonb')
  evidence!: readonly Evidence[];

  /** The last day the evidence counts; null where it does not lapse. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** Who of the body entered it; null where the vendor gave it itself. */
  @Column('uuid', { nullable: true })
  enteredBy!: string | null;

  @Column('jsonb', { nullable: true })
  givenBy!: VendorPerson | null;

  @Column('timestamptz')
  enteredAt!: string;
}
