import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Text } from '../shared/domain/text.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import type { Evidence } from './domain/answer-input.js';
import type { Answer } from './domain/judgement.js';

/**
 * The last answer of a firm to a question, whichever body asked it. It is the firm's own, like a draft: no body is
 * shown it, and it does not say which body it was given to. It changes nothing of what was handed in.
 */
@Entity('library_answers')
@ForeignKey('Firm', ['organizationId'], ['organizationId'], { name: 'fk_library_answers_firm' })
@Index('uq_library_answers_question', ['organizationId', 'criterionId', 'questionHash'], {
  unique: true,
})
@Check('ck_library_answers_answer', `answer IN ('yes', 'partial', 'no', 'na', 'unknown')`)
@Check('ck_library_answers_reason', `answer NOT IN ('na', 'partial') OR reason IS NOT NULL`)
@OwnedBy('organization', 'with-drafts')
export class LibraryAnswer {
  /** The firm. */
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  /** Id of the criterion in the policies; those of other bodies may ask it otherwise. */
  @Column('text')
  criterionId!: string;

  /** SHA-256 of the question in both languages (RFC 8785). */
  @Column('text')
  questionHash!: string;

  @Column('jsonb')
  topic!: Text;

  /** As it was asked. */
  @Column('jsonb')
  question!: Text;

  @Column('text')
  answer!: Answer;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Files are those of the firm; handed in once, they stay in its account. */
  @Column('jsonb')
  evidence!: readonly Evidence[];

  /** The last day the evidence counts; null where it does not lapse. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** The day it was last handed in. */
  @Column('date')
  answeredOn!: string;
}
