import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { SubmittedContent } from './domain/submitted-content.js';

/** An application for approval of a hop as it was made (再委託承諾申請書); what follows leaves it as it is. */
@Entity('subcontract_submissions')
@ForeignKey('Subcontract', ['organizationId', 'subcontractId'], ['organizationId', 'id'], {
  name: 'fk_subcontract_submissions_subcontract',
})
@ForeignKey('Person', ['organizationId', 'applicantId'], ['organizationId', 'id'], {
  name: 'fk_subcontract_submissions_applicant',
})
@Unique('uq_subcontract_submissions_people', [
  'organizationId',
  'subcontractId',
  'number',
  'authorId',
  'applicantId',
])
@ActedInPost('fk_subcontract_submissions_submitted_in', 'submittedIn')
@OwnedBy('organization', 'append-only')
export class SubcontractSubmission {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  subcontractId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('uuid')
  authorId!: string;

  /** Who of the body took the application in, on behalf of the firm that applies. */
  @Column('uuid')
  applicantId!: string;

  /** The role in which it was taken in; null where another system did. */
  @Column('text', { nullable: true })
  applicantRole!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  submittedIn!: HeldPost | null;

  @Column('timestamptz')
  submittedAt!: string;

  /** Who of the contractor applied, with the post. */
  @Column('text')
  appliedBy!: string;

  /** The day of the contractor's application. */
  @Column('date')
  appliedOn!: string;

  /** Number of the written application. */
  @Column('text')
  documentNumber!: string;

  @Column('jsonb')
  content!: SubmittedContent;
}
