import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { ExitPlan } from './domain/exit-plan.js';

/** A firm the candidate would have work done by (再委託の予定). */
export interface OfferedSubcontractor {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Its place in the chain; 2 is who the candidate itself would entrust. */
  readonly rank: number;
  readonly work: string;
  readonly handlesInformation: boolean;
}

/** What a candidate offers beside its answers, in a round: whom it would entrust, and how the body gets out. */
@Entity('assessment_offers')
@ForeignKey(
  'AssessmentRound',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_assessment_offers_round' },
)
@ForeignKey('Person', ['organizationId', 'enteredBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_offers_person',
})
@OwnedBy('organization')
export class AssessmentOffer {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @Column('jsonb')
  subcontractors!: readonly OfferedSubcontractor[];

  @Column('jsonb', { nullable: true })
  exitPlan!: ExitPlan | null;

  @Column('uuid')
  enteredBy!: string;

  @Column('timestamptz')
  enteredAt!: string;
}
