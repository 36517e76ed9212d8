import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** A use application as it was submitted; it stands still when the next version is submitted. */
@Entity('use_application_submissions')
@ForeignKey('UseApplication', ['organizationId', 'applicationId'], ['organizationId', 'id'], {
  name: 'fk_use_application_submissions_application',
})
@Unique('uq_use_application_submissions_people', [
  'organizationId',
  'applicationId',
  'number',
  'authorId',
  'applicantId',
])
@ActedInPost('fk_use_application_submissions_submitted_in', 'submittedIn')
@OwnedBy('organization', 'append-only')
export class UseApplicationSubmission {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  applicationId!: string;

  /** 1 for the first submission. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('uuid')
  authorId!: string;

  @Column('uuid')
  applicantId!: string;

  /** The role in which it was submitted. */
  @Column('text')
  applicantRole!: string;

  /** The post in which that was done. */
  @PostOfAct()
  submittedIn!: HeldPost | null;

  @Column('timestamptz')
  submittedAt!: string;

  /** What the application said. */
  @Column('jsonb')
  content!: object;
}
