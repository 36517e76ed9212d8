import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { CitedCriterion } from './domain/submitted-content.js';
import type { DecidedOutcome } from './domain/subcontract-lifecycle.js';

/**
 * A decision about a hop. Author and applicant stand in it, tied to the application, so that the database
 * itself holds them apart from who approves (2(8)①).
 */
@Entity('subcontract_decisions')
@ForeignKey(
  'SubcontractSubmission',
  ['organizationId', 'subcontractId', 'number', 'authorId', 'applicantId'],
  ['organizationId', 'subcontractId', 'number', 'authorId', 'applicantId'],
  { name: 'fk_subcontract_decisions_submission' },
)
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_subcontract_decisions_decider',
})
@Index('uq_subcontract_decisions_submission', ['organizationId', 'subcontractId', 'number'], {
  unique: true,
  where: `outcome IN ('approve', 'return', 'reject')`,
})
@Index('ix_subcontract_decisions_subcontract', ['organizationId', 'subcontractId', 'id'])
@Check(
  'ck_subcontract_decisions_outcome',
  `outcome IN ('complete', 'approve', 'return', 'reject', 'revoke')`,
)
@Check(
  'ck_subcontract_decisions_comment',
  `outcome IN ('complete', 'approve') OR comment IS NOT NULL`,
)
@SeparatesDuties({
  name: 'sd_subcontract_decisions',
  rule: 'apply-approve',
  record: 'subcontract-decision',
  by: ['NEW.decided_by', `(NEW.made_elsewhere ->> 'deciderId')::uuid`],
  apartFrom: 'ARRAY[NEW.author_id, NEW.applicant_id]',
  on: 'NEW.decided_on',
  engagement: `(SELECT s.engagement_id FROM subcontracts s
    WHERE s.organization_id = NEW.organization_id AND s.id = NEW.subcontract_id)`,
  excusedWhere: `NEW.outcome IN ('complete', 'revoke')`,
})
@ActedInPost('fk_subcontract_decisions_decided_in', 'decidedIn')
@OwnedBy('organization', 'append-only')
export class SubcontractDecision {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  subcontractId!: string;

  /** The application decided on. */
  @Column('integer')
  number!: number;

  @Column('uuid')
  authorId!: string;

  @Column('uuid')
  applicantId!: string;

  @Column('text')
  outcome!: DecidedOutcome;

  @Column('text', { nullable: true })
  comment!: string | null;

  /** The versions of the criteria it was decided by (利用判断基準・選定基準, 9(2)③カ後段). */
  @Column('jsonb')
  criteria!: readonly CitedCriterion[];

  /** The rank at the time. */
  @Column('integer')
  rank!: number;

  /** SHA-256 of what was decided on. */
  @Column('text')
  contentHash!: string;

  @Column('date')
  decidedOn!: string;

  /** Who decided here, or recorded what was decided elsewhere. */
  @Column('uuid')
  decidedBy!: string;

  /** The role in which that was done. */
  @Column('text')
  decidedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  decidedIn!: HeldPost | null;

  @Column('timestamptz')
  recordedAt!: string;

  /** The decision in the body's document system; null where it was made here. */
  @Column('jsonb', { nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  /** The waiver under which one person did both; null where the acts fell to two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;
}
