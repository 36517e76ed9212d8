import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** One time the vendor is asked: when the checklist is sent, and each time it is reopened. */
@Entity('assessment_rounds')
@ForeignKey('Assessment', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'fk_assessment_rounds_assessment',
})
@ForeignKey('Person', ['organizationId', 'openedBy'], ['organizationId', 'id'], {
  name: 'fk_assessment_rounds_opener',
})
@Check('ck_assessment_rounds_reason', '(round = 1) = (reason IS NULL)')
@OwnedBy('organization', 'append-only')
export class AssessmentRound {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @Column('date')
  openedOn!: string;

  @Column('uuid')
  openedBy!: string;

  /** Why it was reopened; null for the first round. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date')
  dueOn!: string;

  /** Ids of the criteria answered in this round; the other answers stand as in the round before. */
  @Column('text', { array: true })
  asked!: string[];
}
