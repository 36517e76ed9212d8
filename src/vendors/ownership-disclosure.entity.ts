import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import {
  CONTROL_CHANGES,
  type ControlChange,
  type OwnershipStatement,
} from './domain/ownership.js';

/** What a vendor disclosed on a day of who owns, runs and staffs it; a later disclosure supersedes it. */
@Entity('ownership_disclosures')
@ForeignKey('Vendor', ['organizationId', 'vendorId'], ['organizationId', 'id'], {
  name: 'fk_ownership_disclosures_vendor',
})
@ForeignKey(
  'OwnershipDisclosure',
  ['organizationId', 'supersedesId', 'vendorId'],
  ['organizationId', 'id', 'vendorId'],
  { name: 'fk_ownership_disclosures_superseded' },
)
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_ownership_disclosures_recorder',
})
@Unique('uq_ownership_disclosures_vendor', ['organizationId', 'id', 'vendorId'])
@Unique('uq_ownership_disclosures_superseded', ['organizationId', 'supersedesId'])
@Index('uq_ownership_disclosures_first', ['organizationId', 'vendorId'], {
  unique: true,
  where: 'supersedes_id IS NULL',
})
@Index('ix_ownership_disclosures_vendor', ['organizationId', 'vendorId', 'id'])
@Check(
  'ck_ownership_disclosures_control_changes',
  `control_changes <@ ARRAY['${CONTROL_CHANGES.join("', '")}']`,
)
@OwnedBy('organization', 'append-only')
export class OwnershipDisclosure {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  vendorId!: string;

  /** The disclosure it takes the place of; null for the first. */
  @Column('uuid', { nullable: true })
  supersedesId!: string | null;

  /** The day it is of. */
  @Column('date')
  disclosedOn!: string;

  /** What it was taken from, such as an extract from the register. */
  @Column('text')
  source!: string;

  @Column('jsonb')
  statement!: OwnershipStatement;

  /** In what control differs from the disclosure before. */
  @Column('text', { array: true })
  controlChanges!: ControlChange[];

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz')
  recordedAt!: string;
}
