import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** The recorded decision of a body to run on a policy version from a day on. */
@Entity('policy_adoptions')
@ForeignKey('Organization', ['organizationId'], ['id'], {
  name: 'fk_policy_adoptions_organization',
})
@ForeignKey('PolicyVersion', ['policyVersionId'], ['id'], { name: 'fk_policy_adoptions_version' })
@Unique('uq_policy_adoptions_day', ['organizationId', 'effectiveFrom'])
@OwnedBy('organization', 'append-only')
export class PolicyAdoption {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  policyVersionId!: string;

  @Column('date')
  effectiveFrom!: string;

  @Column('timestamptz')
  decidedAt!: string;

  /** Who recorded the decision; null for the first adoption, made when the body was set up. */
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  /** The day the policy was published (公表の日), where it is known. */
  @Column('date', { nullable: true })
  publishedOn!: string | null;

  /** Document number where it was decided in the body's own document system (起案・決裁). */
  @Column('text', { nullable: true })
  documentNumber!: string | null;
}
