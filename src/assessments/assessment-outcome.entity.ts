import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeptForGood } from '../shared/persistence/row-guards.js';
import type { OutcomeCondition } from './domain/conditions.js';
import type { Contribution, OpenKnockOut, Result } from './domain/judgement.js';

/** A certificate of the candidate that was taken into account, as it stood (9(1)①イ). */
export interface ConsideredCertificate {
  readonly id: string;
  readonly scheme: string;
  readonly number: string | null;
  readonly standing: string;
  readonly lastDay: string | null;
}

/** The outcome of a round with everything it follows from; it proves what an assessment proves. */
@Entity('assessment_outcomes')
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  ['organizationId', 'assessmentId', 'round', 'submittedBy'],
  { name: 'fk_assessment_outcomes_submission' },
)
@ForeignKey(
  'AssessmentSubmission',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_assessment_outcomes_round' },
)
@ForeignKey('Person', ['organizationId', 'settledBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_outcomes_person',
})
@Unique('uq_assessment_outcomes_eligible', [
  'organizationId',
  'id',
  'assessmentId',
  'result',
  'submittedBy',
  'reviewedBy',
])
@Unique('uq_assessment_outcomes_judged', [
  'organizationId',
  'id',
  'assessmentId',
  'result',
  'reviewedBy',
])
@Index('uq_assessment_outcomes_standing', ['organizationId', 'assessmentId'], {
  unique: true,
  where: 'superseded_on IS NULL',
})
@Index('ix_assessment_outcomes_assessment', ['organizationId', 'assessmentId', 'round', 'id'])
@Check(
  'ck_assessment_outcomes_result',
  `result IN ('suitable', 'conditional', 'unsuitable', 'undetermined')`,
)
@KeptForGood('sd_assessment_outcomes', { but: ['outdated_on', 'superseded_on'] })
@OwnedBy('organization')
export class AssessmentOutcome {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assessmentId!: string;

  @Column('integer')
  round!: number;

  @Column('text')
  result!: Result;

  /** Four decimals; null where nothing has weight. */
  @Column('text', { nullable: true })
  score!: string | null;

  @Column('text')
  points!: string;

  @Column('integer')
  maximum!: number;

  @Column('jsonb')
  contributions!: readonly Contribution[];

  @Column('jsonb')
  knockOuts!: readonly OpenKnockOut[];

  @Column('jsonb')
  conditions!: readonly OutcomeCondition[];

  @Column('jsonb')
  certificates!: readonly ConsideredCertificate[];

  /** Who of the body submitted; null where the vendor did. */
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('uuid', { array: true })
  reviewedBy!: string[];

  /** Whose act completed it. */
  @Column('uuid')
  settledBy!: string;

  @Column('date')
  settledOn!: string;

  /** The last day it counts, where it rests on an exception; null where it does not lapse. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** Since when the engagement asks more than the checklist did; null while it does not. */
  @Column('date', { nullable: true })
  outdatedOn!: string | null;

  /** The day another outcome took its place or the assessment was reopened or withdrawn. */
  @Column('date', { nullable: true })
  supersededOn!: string | null;
}
