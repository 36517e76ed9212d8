import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** That a candidate may answer after the last day, and why. */
@Entity('late_answer_permissions')
@ForeignKey(
  'AssessmentRound',
  ['organizationId', 'assessmentId', 'round'],
  ['organizationId', 'assessmentId', 'round'],
  { name: 'fk_late_answer_permissions_round' },
)
@ForeignKey('Person', ['organizationId', 'permittedBy'], ['organizationId', 'id'], {
  name: 'fk_late_answer_permissions_person',
})
@ActedInPost('fk_late_answer_permissions_permitted_in', 'permittedIn')
@OwnedBy('organization', 'append-only')
export class LateAnswerPermission {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assessmentId!: string;

  @Column('integer')
  round!: number;

  /** The last day for the late answers. */
  @Column('date')
  dueOn!: string;

  @Column('text')
  reason!: string;

  @Column('uuid')
  permittedBy!: string;

  /** The post in which that was done. */
  @PostOfAct()
  permittedIn!: HeldPost | null;

  @Column('date')
  permittedOn!: string;
}
