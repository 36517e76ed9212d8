import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Text } from '../shared/domain/text.js';
import type { FrozenCriterion } from './domain/frozen-checklist.js';

/** A criterion as it was sent: it stands still, whatever the policy asks later. */
@Entity('assessment_criteria')
@ForeignKey('Assessment', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'fk_assessment_criteria_assessment',
})
@Check('ck_assessment_criteria_weight', 'weight >= 0')
@Check('ck_assessment_criteria_answered_by', `answered_by IN ('vendor', 'staff')`)
@OwnedBy('organization', 'append-only')
export class AssessmentCriterion implements FrozenCriterion {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  /** Id of the criterion in the policy. */
  @PrimaryColumn('text')
  criterionId!: string;

  /** Place in the checklist, from 1. */
  @Column('integer')
  position!: number;

  @Column('jsonb')
  topic!: Text;

  @Column('jsonb')
  question!: Text;

  /** What evidence is looked for. */
  @Column('jsonb')
  evidence!: Text;

  /** Whether a knock-out is open without evidence. */
  @Column('boolean')
  evidenceRequired!: boolean;

  @Column('boolean')
  knockOut!: boolean;

  @Column('integer')
  weight!: number;

  /** Keys of the articles it serves. */
  @Column('text', { array: true })
  articles!: string[];

  @Column('text')
  answeredBy!: 'vendor' | 'staff';
}
