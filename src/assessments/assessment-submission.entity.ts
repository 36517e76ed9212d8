import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
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
@Check('ck_assessment_submissions_by', '(submitted_by IS NULL) = (given_by IS NOT NULL)')
@OwnedBy('organization', 'append-only')
export class AssessmentSubmission {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  /** Who of the body handed them in; null where the vendor did. */
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('jsonb', { nullable: true })
  givenBy!: VendorPerson | null;

  @Column('date')
  submittedOn!: string;

  /** Who answered at the vendor. */
  @Column('text', { nullable: true })
  respondent!: string | null;
}
