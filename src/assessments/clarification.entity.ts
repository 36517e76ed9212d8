import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Audience, ClarificationKind } from './domain/clarification.js';

/** A question, a request or a notice in a selection procedure, and its answer (質問回答). */
@Entity('clarifications')
@ForeignKey('SelectionProcedure', ['organizationId', 'procedureId'], ['organizationId', 'id'], {
  name: 'fk_clarifications_procedure',
})
@ForeignKey('Assessment', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'fk_clarifications_assessment',
})
@ForeignKey('Person', ['organizationId', 'askedBy'], ['organizationId', 'id'], {
  name: 'fk_clarifications_asker',
})
@ForeignKey('Person', ['organizationId', 'answeredBy'], ['organizationId', 'id'], {
  name: 'fk_clarifications_answerer',
})
@Index('ix_clarifications_procedure', ['organizationId', 'procedureId', 'id'])
@Check('ck_clarifications_kind', `kind IN ('question', 'request', 'notice')`)
@Check('ck_clarifications_candidate', `(kind = 'notice') = (assessment_id IS NULL)`)
@Check(
  'ck_clarifications_answer',
  `num_nulls(answer, answered_by, answered_on) IN (0, 3) AND (kind <> 'notice' OR answer IS NULL)`,
)
@Check(
  'ck_clarifications_by',
  `(asked_by IS NULL) = (asked_by_vendor IS NOT NULL) AND (asked_by_vendor IS NULL OR kind = 'question')`,
)
@Check(
  'ck_clarifications_shown_as',
  `shown_as IS NULL OR (kind = 'question' AND visible_to = 'all')`,
)
@OwnedBy('organization')
export class Clarification {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  procedureId!: string;

  @Column('text')
  kind!: ClarificationKind;

  /** Of the candidate who asks or is asked. */
  @Column('uuid', { nullable: true })
  assessmentId!: string | null;

  /** What it is about; null where about no criterion in particular. */
  @Column('text', { nullable: true })
  criterionId!: string | null;

  @Column('text')
  visibleTo!: Audience;

  @Column('text')
  text!: string;

  /** The question as other candidates read it; null where they read it as it was asked. */
  @Column('text', { nullable: true })
  shownAs!: string | null;

  /** Who of the body wrote it or entered it for the candidate; null where the candidate asked itself. */
  @Column('uuid', { nullable: true })
  askedBy!: string | null;

  /** Who of the candidate asked; told to the body alone. */
  @Column('jsonb', { nullable: true })
  askedByVendor!: VendorPerson | null;

  @Column('date')
  askedOn!: string;

  @Column('text', { nullable: true })
  answer!: string | null;

  /** Who of the body answered, or entered the answer for the candidate. */
  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('date', { nullable: true })
  answeredOn!: string | null;
}
