import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { OUTCOME_LINK_ISSUED_BY, OUTCOME_REVIEWED_BY } from './separated-acts.js';
import type { SelectionMethod } from './domain/selection.js';

/**
 * The decision which candidate is entrusted (選定), 9(1)②ア(ウ) and 9(2)③イ. Result, submitter and
 * reviewers stand in it, tied to the outcome, so that the database itself refuses a candidate that is
 * not eligible and a decider who submitted or reviewed its answers.
 */
@Entity('selections')
@ForeignKey(
  'Assessment',
  ['organizationId', 'assessmentId', 'engagementId', 'vendorId'],
  ['organizationId', 'id', 'engagementId', 'vendorId'],
  { name: 'fk_selections_assessment' },
)
@ForeignKey(
  'AssessmentOutcome',
  ['organizationId', 'outcomeId', 'assessmentId', 'result', 'submittedBy', 'reviewedBy'],
  ['organizationId', 'id', 'assessmentId', 'result', 'submittedBy', 'reviewedBy'],
  { name: 'fk_selections_outcome' },
)
@ForeignKey(
  'AssessmentOutcome',
  ['organizationId', 'outcomeId', 'assessmentId', 'result', 'reviewedBy'],
  ['organizationId', 'id', 'assessmentId', 'result', 'reviewedBy'],
  { name: 'fk_selections_judgement' },
)
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_selections_decider',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_selections_recorder',
})
@Index('uq_selections_standing', ['organizationId', 'engagementId'], {
  unique: true,
  where: 'voided_on IS NULL',
})
@Index('ix_selections_engagement', ['organizationId', 'engagementId', 'id'])
@Check(
  'ck_selections_method',
  `method IN ('tender', 'comprehensive-evaluation', 'proposal', 'negotiated')`,
)
@Check('ck_selections_result', `result IN ('suitable', 'conditional')`)
@SeparatesDuties({
  name: 'sd_selections',
  rule: 'score-approve',
  record: 'selection',
  by: ['NEW.decided_by', 'NEW.recorded_by'],
  apartFrom: `NEW.submitted_by || ARRAY(SELECT o.submitted_by FROM assessment_outcomes o
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) || ${OUTCOME_LINK_ISSUED_BY}`,
  unlessJoined: {
    apartFrom: `NEW.reviewed_by || ${OUTCOME_REVIEWED_BY}`,
    setting: 'separate-reviewer-and-approver',
  },
  on: 'NEW.decided_on',
  engagement: 'NEW.engagement_id',
})
@ForeignKey('Comparison', ['organizationId', 'comparisonId'], ['organizationId', 'id'], {
  name: 'fk_selections_comparison',
})
@Check('ck_selections_decider', '(decided_by IS NULL) = (made_elsewhere IS NOT NULL)')
@Check('ck_selections_voided', '(voided_on IS NULL) = (voided_reason IS NULL)')
@ActedInPost('fk_selections_recorded_in', 'recordedIn')
@OwnedBy('organization')
export class Selection {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('uuid')
  assessmentId!: string;

  @Column('uuid')
  outcomeId!: string;

  @Column('uuid')
  vendorId!: string;

  @Column('uuid', { nullable: true })
  cloudServiceId!: string | null;

  @Column('text')
  result!: 'suitable' | 'conditional';

  @Column('text')
  method!: SelectionMethod;

  @Column('text')
  reasons!: string;

  /** Who of the body submitted the answers; null where the vendor did. */
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('uuid', { array: true })
  reviewedBy!: string[];

  /** Who decided; null where it was decided elsewhere. */
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

  @Column('date')
  decidedOn!: string;

  @Column('jsonb', { nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  /** Whether the body lets one person review and select; visible in the record where it does. */
  @Column('boolean')
  dutiesJoined!: boolean;

  /** The waiver under which one person did both; null where the acts fell to two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  /** The candidates side by side as they stood when it was decided; null where that was before this was kept. */
  @Column('uuid', { nullable: true })
  comparisonId!: string | null;

  /** SHA-256 of the material content decided on. */
  @Column('text')
  contentHash!: string;

  /** Since when it is to be looked at again, as what was decided on changed after the work had begun. */
  @Column('date', { nullable: true })
  reReviewSince!: string | null;

  @Column('date', { nullable: true })
  voidedOn!: string | null;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
