import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SeparatesDuties } from '../duties/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import type { ClauseDecisionKind } from './domain/clause-decision.js';
import type { ClauseValues } from './domain/clause-value.js';

/** What was decided on a clause of the library for a contract. */
@Entity('contract_clauses')
@ForeignKey('Contract', ['organizationId', 'contractId'], ['organizationId', 'id'], {
  name: 'fk_contract_clauses_contract',
})
@ForeignKey('Person', ['organizationId', 'decidedBy'], ['organizationId', 'id'], {
  name: 'fk_contract_clauses_decider',
})
@ForeignKey('Person', ['organizationId', 'confirmedBy'], ['organizationId', 'id'], {
  name: 'fk_contract_clauses_confirmer',
})
@Unique('uq_contract_clauses_clause', ['organizationId', 'contractId', 'clauseId'])
@Check('ck_contract_clauses_decision', `decision IN ('included', 'not-applicable')`)
@Check('ck_contract_clauses_reason', `(decision = 'not-applicable') = (reason IS NOT NULL)`)
@Check(
  'ck_contract_clauses_confirmed',
  `(confirmed_by IS NULL) = (confirmed_on IS NULL) AND (confirmed_by IS NULL OR decision = 'not-applicable')`,
)
@Check(
  'ck_contract_clauses_content_hash',
  `(content_hash IS NULL OR confirmed_on IS NOT NULL)
    AND (re_review_since IS NULL OR content_hash IS NOT NULL)`,
)
@SeparatesDuties({
  name: 'sd_contract_clauses',
  rule: 'request-permit',
  record: 'contract-clause',
  by: ['NEW.confirmed_by'],
  apartFrom: `NEW.decided_by || ARRAY(SELECT c.drafted_by FROM contracts c
    WHERE c.organization_id = NEW.organization_id AND c.id = NEW.contract_id)`,
  on: 'NEW.confirmed_on',
  engagement: `(SELECT c.engagement_id FROM contracts c
    WHERE c.organization_id = NEW.organization_id AND c.id = NEW.contract_id)`,
})
@ActedInPost('fk_contract_clauses_confirmed_in', 'confirmedIn')
@OwnedBy('organization', 'with-drafts')
export class ContractClause {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  contractId!: string;

  /** Id of the clause in the policy. */
  @Column('text')
  clauseId!: string;

  @Column('text')
  decision!: ClauseDecisionKind;

  /** The parameters by id. */
  @Column('jsonb')
  values!: ClauseValues;

  /** Why it is not applicable. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  decidedBy!: string;

  /** Who confirmed that a required clause is left out. */
  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  /** The role in which it was confirmed. */
  @Column('text', { nullable: true })
  confirmedAs!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  confirmedIn!: HeldPost | null;

  @Column('date', { nullable: true })
  confirmedOn!: string | null;

  /** SHA-256 of what was confirmed. Null where it was confirmed before hashes were kept. */
  @Column('text', { nullable: true })
  contentHash!: string | null;

  /** Since when it is to be confirmed anew, as what was confirmed changed after the signature. */
  @Column('date', { nullable: true })
  reReviewSince!: string | null;

  /** The waiver under which one person drafted and confirmed; null where these were two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;
}
