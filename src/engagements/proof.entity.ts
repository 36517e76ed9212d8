import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { ProofEffect } from './domain/obligation-state.js';

/** What a record does to an obligation, and when: it proves it, stands in for it, or shows a breach. */
@Entity('proofs')
@ForeignKey('Obligation', ['organizationId', 'obligationId'], ['organizationId', 'id'], {
  name: 'fk_proofs_obligation',
})
@Index('uq_proofs_record', ['organizationId', 'obligationId', 'effect', 'recordKind', 'recordId'], {
  unique: true,
  where: 'voided_on IS NULL',
})
@Index('ix_proofs_obligation', ['organizationId', 'obligationId'])
@Index('ix_proofs_record', ['organizationId', 'recordKind', 'recordId'])
@Check('ck_proofs_effect', `effect IN ('proves', 'excepts', 'breaches')`)
@Check('ck_proofs_voided', 'voided_on IS NULL OR voided_reason IS NOT NULL')
@OwnedBy('organization')
export class Proof {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  obligationId!: string;

  @Column('text')
  effect!: ProofEffect;

  /** Kind of the record, e.g. `assessment`. */
  @Column('text')
  recordKind!: string;

  /** The record that proves it. */
  @Column('uuid')
  recordId!: string;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** From this day on it counts no more. */
  @Column('date', { nullable: true })
  voidedOn!: string | null;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
