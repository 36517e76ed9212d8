import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { DecisionManner } from '../shared/http/made-elsewhere.dto.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { DecisionOutcome } from './domain/use-application-lifecycle.js';

/** A condition of an approval, with the day by which it must be met. */
export interface ApprovalCondition {
  readonly text: string;
  readonly dueOn: string;
}

/**
 * The decision on a use application. Author and applicant stand in it, tied to the submission, so
 * that the database itself holds them apart from who decides (2(8)①).
 */
@Entity('use_decisions')
@ForeignKey(
  'UseApplicationSubmission',
  ['organizationId', 'applicationId', 'number', 'authorId', 'applicantId'],
  ['organizationId', 'applicationId', 'number', 'authorId', 'applicantId'],
  { name: 'fk_use_decisions_submission' },
)
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_use_decisions_decider',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_use_decisions_recorder',
})
@Unique('uq_use_decisions_submission', ['organizationId', 'applicationId', 'number'])
@Check('ck_use_decisions_outcome', `outcome IN ('approve', 'return', 'reject')`)
@Check('ck_use_decisions_comment', `outcome = 'approve' OR comment IS NOT NULL`)
@Check(
  'ck_use_decisions_decider',
  `CASE WHEN manner IS NULL THEN decided_by IS NOT NULL
    ELSE manner IN ('in-person', 'standing-delegation', 'substitution')
      AND num_nulls(document_number, decider_name, decider_post) = 0 END`,
)
@SeparatesDuties({
  name: 'sd_use_decisions',
  rule: 'apply-approve',
  record: 'use-decision',
  by: ['NEW.decided_by', 'NEW.recorded_by'],
  apartFrom: 'ARRAY[NEW.author_id, NEW.applicant_id]',
  on: 'NEW.decided_on',
  engagement: `(SELECT a.engagement_id FROM use_applications a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.application_id)`,
})
@ActedInPost('fk_use_decisions_recorded_in', 'recordedIn')
@OwnedBy('organization', 'append-only')
export class UseDecision {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  applicationId!: string;

  /** The submission decided on. */
  @Column('integer')
  number!: number;

  @Column('uuid')
  authorId!: string;

  @Column('uuid')
  applicantId!: string;

  @Column('text')
  outcome!: DecisionOutcome;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('jsonb')
  conditions!: readonly ApprovalCondition[];

  /** SHA-256 of the material content decided on. */
  @Column('text')
  contentHash!: string;

  @Column('date')
  decidedOn!: string;

  /** Who decided; null where it was decided elsewhere by someone without an entry among the people. */
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  /** The role in which it was decided here, or in which a decision made elsewhere was recorded. */
  @Column('text')
  recordedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  recordedIn!: HeldPost | null;

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz')
  recordedAt!: string;

  /** The waiver under which one person did both; null where the acts fell to two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  /** How it was decided in the body's document system; null where it was decided here. */
  @Column('text', { nullable: true })
  manner!: DecisionManner | null;

  @Column('text', { nullable: true })
  documentNumber!: string | null;

  @Column('text', { nullable: true })
  deciderName!: string | null;

  @Column('text', { nullable: true })
  deciderPost!: string | null;
}
