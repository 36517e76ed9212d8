import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { RISK_LEVELS, type RiskLevel } from './domain/place.js';

/** The risk that the law of a country applies to the body's information (9(2)③オ); a later one supersedes it. */
@Entity('country_assessments')
@ForeignKey('Person', ['organizationId', 'assessedBy'], ['organizationId', 'id'], {
  name: 'fk_country_assessments_assessor',
})
@Index('ix_country_assessments_country', ['organizationId', 'country', 'id'])
@Check('ck_country_assessments_country', `country ~ '^[A-Z]{2}$'`)
@Check('ck_country_assessments_risk', `risk IN ('${RISK_LEVELS.join("', '")}')`)
@Check('ck_country_assessments_period', 'valid_until >= assessed_on')
@ActedInPost('fk_country_assessments_assessed_in', 'assessedIn')
@OwnedBy('organization', 'append-only')
export class CountryAssessment {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** In the order of time. */
  @PrimaryColumn('uuid')
  id!: string;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country!: string;

  /** The laws that were considered. */
  @Column('text', { array: true })
  laws!: string[];

  @Column('text')
  risk!: RiskLevel;

  @Column('text')
  reasoning!: string;

  /** The last day it counts. */
  @Column('date')
  validUntil!: string;

  @Column('uuid')
  assessedBy!: string;

  /** The post in which that was done. */
  @PostOfAct()
  assessedIn!: HeldPost | null;

  @Column('date')
  assessedOn!: string;
}
