import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** The answers of a round, handed in for review. */
@Entity('assessment_submissions')
@ForeignKey(
  'AssessmentRound',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_assessment_submissions_round' },
)
@ForeignKey('Person', ['organizationId', 'submittedBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_submissions_person',
})
@Unique('uq_assessment_submissions_person', [
  'organizationId',
  'assessmentId',
  'round',
  'submittedBy',
])
@OwnedBy('organization', 'append-only')
export class AssessmentSubmission {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @Column('uuid')
  submittedBy!: string;

  @Column('date')
  submittedOn!: string;

  /** Who answered at the vendor. */
  @Column('text', { nullable: true })
  respondent!: string | null;
}
