import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** How a finding is corrected, and what a second person found of it. The last one of a finding counts. */
@Entity('corrective_actions')
@ForeignKey('Finding', ['organizationId', 'findingId'], ['organizationId', 'id'], {
  name: 'fk_corrective_actions_finding',
})
@ForeignKey('Person', ['organizationId', 'implementedBy'], ['organizationId', 'id'], {
  name: 'fk_corrective_actions_implementer',
})
@ForeignKey('Person', ['organizationId', 'verifiedBy'], ['organizationId', 'id'], {
  name: 'fk_corrective_actions_verifier',
})
@Unique('uq_corrective_actions_number', ['organizationId', 'findingId', 'number'])
@Check(
  'ck_corrective_actions_separation',
  'verified_by <> implemented_by AND verified_by <> recorded_by',
)
@Check('ck_corrective_actions_verified', 'verified_by IS NULL OR implemented_on IS NOT NULL')
@Check('ck_corrective_actions_result', `result IN ('effective', 'not-effective')`)
@OwnedBy('organization')
export class CorrectiveAction {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  findingId!: string;

  /** 1 for the first of a finding. */
  @Column('integer')
  number!: number;

  @Column('text')
  plan!: string;

  /** The day it was carried out; null while it is only planned. */
  @Column('date', { nullable: true })
  implementedOn!: string | null;

  /** Who carries it out or, where the vendor does, answers for it. */
  @Column('uuid')
  implementedBy!: string;

  @Column('uuid')
  recordedBy!: string;

  @Column('text', { nullable: true })
  result!: 'effective' | 'not-effective' | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('uuid', { nullable: true })
  verifiedBy!: string | null;

  @Column('date', { nullable: true })
  verifiedOn!: string | null;
}
