import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { ExitPlan } from './domain/exit-plan.js';
import type { OfferedSubcontractor } from './domain/offer.js';

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
@Check('ck_assessment_offers_by', '(entered_by IS NULL) = (given_by IS NOT NULL)')
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

  /** Who of the body entered it; null where the vendor handed it in itself. */
  @Column('uuid', { nullable: true })
  enteredBy!: string | null;

  /** Who of the vendor handed it in; null where somebody of the body entered it. */
  @Column('jsonb', { nullable: true })
  givenBy!: VendorPerson | null;

  @Column('timestamptz')
  enteredAt!: string;
}
