import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';
import type { Extent } from './domain/subcontract-input.js';
import type { SubcontractStatus } from './domain/subcontract-lifecycle.js';

/**
 * A hop of the chain (再委託): a firm takes over part of the work of a contract from the contractor or from
 * another firm of the chain (9(1)②ア(エ)-9, 9(2)③カ). Its rank follows from the hops above and is not kept.
 */
@Entity('subcontracts')
@ForeignKey(
  'Contract',
  ['organizationId', 'engagementId', 'contractId'],
  ['organizationId', 'engagementId', 'id'],
  {
    name: 'fk_subcontracts_contract',
  },
)
@ForeignKey(
  'Subcontract',
  ['organizationId', 'contractId', 'passedOnById'],
  ['organizationId', 'contractId', 'id'],
  {
    name: 'fk_subcontracts_origin',
  },
)
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_subcontracts_vendor',
})
@ForeignKey('Person', ['organizationId', 'authorId'], ['organizationId', 'id'], {
  name: 'fk_subcontracts_author',
})
@Unique('uq_subcontracts_contract', ['organizationId', 'contractId', 'id'])
@Index('ix_subcontracts_engagement', ['organizationId', 'engagementId', 'id'])
@Index('ix_subcontracts_origin', ['organizationId', 'passedOnById'], {
  where: 'passed_on_by_id IS NOT NULL',
})
@Index('ix_subcontracts_vendor', ['organizationId', 'vendorId', 'id'])
@Check(
  'ck_subcontracts_status',
  `status IN ('draft', 'applied', 'under-review', 'returned', 'approved', 'effective', 'rejected', 'withdrawn',
    'voided', 'revoked', 'unauthorized', 'ended')`,
)
@Check('ck_subcontracts_extent', `extent IN ('part', 'main-part', 'whole')`)
@Check('ck_subcontracts_origin', 'passed_on_by_id <> id')
@Check('ck_subcontracts_period', 'until_on >= from_on')
@Check(
  'ck_subcontracts_approval',
  `(status IN ('approved', 'effective')) <= (approved_hash IS NOT NULL)`,
)
@Check('ck_subcontracts_start', `status <> 'effective' OR started_on IS NOT NULL`)
@Check('ck_subcontracts_end', `(status = 'ended') = (ended_on IS NOT NULL)`)
@KeepsAsWritten('sd_subcontracts', ['contract_id', 'author_id'])
@OwnedBy('organization')
export class Subcontract {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  engagementId!: string;

  @Column('uuid')
  contractId!: string;

  /** The hop whose firm passes the work on (再委託元); null where the contractor does. */
  @Column('uuid', { nullable: true })
  passedOnById!: string | null;

  /** The firm that takes the work (再委託先); an individual contractor is one, too. */
  @Column('uuid')
  vendorId!: string;

  @Column('text')
  status!: SubcontractStatus;

  /** The part of the work that is passed on. */
  @Column('text')
  work!: string;

  @Column('text', { nullable: true })
  extent!: Extent | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The items of information of the engagement that the firm handles. */
  @Column('uuid', { array: true })
  dataItemIds!: string[];

  /** Where the work is done. */
  @Column('text', { nullable: true })
  place!: string | null;

  /** The country of that place, ISO 3166-1 alpha-2. */
  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  safeguards!: string | null;

  /** What shows that the firm is bound to the duties of the contract. */
  @Column('text', { nullable: true })
  flowDown!: string | null;

  /** The firm's pledge of secrecy (誓約書). */
  @Column('text', { nullable: true })
  pledge!: string | null;

  /** Whether it belongs to the group of the firm that passes the work on; it needs approval all the same. */
  @Column('boolean')
  affiliate!: boolean;

  @Column('date', { nullable: true })
  fromOn!: string | null;

  @Column('date', { nullable: true })
  untilOn!: string | null;

  /** Who drew the application up. */
  @Column('uuid')
  authorId!: string;

  /** How often it was applied for. */
  @Column('integer')
  submissions!: number;

  /** SHA-256 of what was approved last; null before the first approval. */
  @Column('text', { nullable: true })
  approvedHash!: string | null;

  @Column('date', { nullable: true })
  startedOn!: string | null;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  endReason!: string | null;

  /** Why the approval fell, where it did. */
  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
