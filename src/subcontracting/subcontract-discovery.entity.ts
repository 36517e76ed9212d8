import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** That a firm was found at work without approval (無承認の再委託). It stays, whatever becomes of the hop. */
@Entity('subcontract_discoveries')
@ForeignKey('Subcontract', ['organizationId', 'subcontractId'], ['organizationId', 'id'], {
  name: 'fk_subcontract_discoveries_subcontract',
})
@ForeignKey('Finding', ['organizationId', 'findingId'], ['organizationId', 'id'], {
  name: 'fk_subcontract_discoveries_finding',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_subcontract_discoveries_recorder',
})
@Index('ix_subcontract_discoveries_subcontract', ['organizationId', 'subcontractId', 'id'])
@ActedInPost('fk_subcontract_discoveries_recorded_in', 'recordedIn')
@OwnedBy('organization', 'append-only')
export class SubcontractDiscovery {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  subcontractId!: string;

  @Column('date')
  discoveredOn!: string;

  /** How it was found, and what the firm was doing. */
  @Column('text')
  statement!: string;

  /** The finding it opened. */
  @Column('uuid')
  findingId!: string;

  @Column('uuid')
  recordedBy!: string;

  /** The post in which it was recorded; null where nobody's office calls for one. */
  @PostOfAct()
  recordedIn!: HeldPost | null;
}
