import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { ExitPlan } from './domain/exit-plan.js';
import type { OfferedSubcontractor } from './domain/offer.js';

/** What the vendor means to offer and has not handed in, kept as a drafted answer is: shown to nobody of the body. */
@Entity('offer_drafts')
@ForeignKey(
  'AssessmentRound',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_offer_drafts_round' },
)
@OwnedBy('organization', 'with-drafts')
export class OfferDraft {
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

  @Column('jsonb')
  savedBy!: VendorPerson;

  @Column('timestamptz')
  savedAt!: string;
}
