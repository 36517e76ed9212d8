import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';

/**
 * A link by which somebody of a vendor without an account answers a checklist on a page. Whoever holds it may; only
 * its hash is kept.
 */
@Entity('answer_links')
@ForeignKey('Assessment', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'fk_answer_links_assessment',
})
@ForeignKey('Person', ['organizationId', 'issuedBy'], ['organizationId', 'id'], {
  name: 'fk_answer_links_issuer',
})
@Index('uq_answer_links_token', ['organizationId', 'tokenHash'], { unique: true })
@Index('uq_answer_links_open', ['organizationId', 'assessmentId'], {
  unique: true,
  where: 'superseded_at IS NULL',
})
@KeepsAsWritten('sd_answer_links', ['assessment_id', 'issued_by'])
@OwnedBy('organization')
export class AnswerLink {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  tokenHash!: string;

  /** Whom it was handed to. */
  @Column('text')
  name!: string;

  /** In lower case. */
  @Column('text')
  email!: string;

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz')
  issuedAt!: string;

  /** When another one, or the account of a firm, took its place. */
  @Column('timestamptz', { nullable: true })
  supersededAt!: string | null;
}
