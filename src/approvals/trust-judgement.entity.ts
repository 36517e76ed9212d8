import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { TrustConclusion } from './domain/trust-conclusion.js';

/** The judgement whether the provider of a cloud service can be trusted (9(2)③ケ). */
@Entity('trust_judgements')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_trust_judgements_engagement',
})
@ForeignKey('CloudService', ['organizationId', 'cloudServiceId'], ['organizationId', 'id'], {
  name: 'fk_trust_judgements_cloud_service',
})
@ForeignKey('Person', ['organizationId', 'judgedBy'], ['organizationId', 'id'], {
  name: 'fk_trust_judgements_person',
})
@Index('uq_trust_judgements_current', ['organizationId', 'engagementId'], {
  unique: true,
  where: 'superseded_on IS NULL',
})
@Index('ix_trust_judgements_engagement', ['organizationId', 'engagementId', 'id'])
@Check('ck_trust_judgements_conclusion', `conclusion IN ('trustworthy', 'not-trustworthy')`)
@ActedInPost('fk_trust_judgements_judged_in', 'judgedIn')
@OwnedBy('organization')
export class TrustJudgement {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  engagementId!: string;

  @Column('uuid')
  cloudServiceId!: string;

  @Column('text')
  conclusion!: TrustConclusion;

  @Column('text')
  grounds!: string;

  /** The audit reports, certificates and other papers it rests on. */
  @Column('text', { array: true })
  documents!: string[];

  @Column('uuid')
  judgedBy!: string;

  /** The role in which it was judged. */
  @Column('text')
  judgedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  judgedIn!: HeldPost | null;

  @Column('date')
  judgedOn!: string;

  /** The day a later judgement took its place; null while it stands. */
  @Column('date', { nullable: true })
  supersededOn!: string | null;
}
