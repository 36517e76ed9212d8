import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import type { LastDecision } from './domain/recipient.js';
import type { SubcontractHistory } from './dto/subcontract-history.dto.js';
import { SubcontractDecision } from './subcontract-decision.entity.js';
import { SubcontractDiscovery } from './subcontract-discovery.entity.js';
import { SubcontractSubmission } from './subcontract-submission.entity.js';
import { Subcontract } from './subcontract.entity.js';

const COLUMNS = `s.id, s.version, s.engagement_id AS "engagementId", s.contract_id AS "contractId",
  s.passed_on_by_id AS "passedOnById", s.vendor_id AS "vendorId", s.status, s.work, s.extent, s.reason,
  s.data_item_ids AS "dataItemIds", s.place, s.country, s.safeguards, s.flow_down AS "flowDown", s.pledge,
  s.affiliate, s.from_on AS "fromOn", s.until_on AS "untilOn", s.author_id AS "authorId", s.submissions,
  s.approved_hash AS "approvedHash", s.started_on AS "startedOn", s.ended_on AS "endedOn",
  s.end_reason AS "endReason", s.voided_reason AS "voidedReason"`;

/** With the firm as it is named today, and whether it was ever found at work without approval. */
const SHOWN = `
  SELECT ${COLUMNS}, v.name AS "vendorName", v.corporate_number AS "corporateNumber",
    EXISTS (SELECT FROM subcontract_discoveries d
      WHERE d.organization_id = s.organization_id AND d.subcontract_id = s.id) AS "wasUnauthorized"
  FROM subcontracts s JOIN vendors v ON v.organization_id = s.organization_id AND v.id = s.vendor_id
  WHERE s.organization_id = $1 AND s.engagement_id = $2 ORDER BY s.id`;

const HISTORY = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('number', b.number, 'applicantId', b.applicant_id,
        'applicantRole', b.applicant_role, 'submittedIn', ${postOfAct('b', 'submitted_in')},
        'submittedAt', ${instant('b.submitted_at')}, 'appliedBy', b.applied_by, 'appliedOn', b.applied_on,
        'documentNumber', b.document_number, 'content', b.content) ORDER BY b.number), '[]')
      FROM subcontract_submissions b
      WHERE b.organization_id = $1 AND b.subcontract_id = $2) AS submissions,
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'outcome', d.outcome,
        'comment', d.comment, 'criteria', d.criteria, 'rank', d.rank, 'contentHash', d.content_hash,
        'decidedOn', d.decided_on, 'decidedBy', d.decided_by, 'decidedAs', d.decided_as,
        'decidedIn', ${postOfAct('d', 'decided_in')}, 'recordedAt', ${instant('d.recorded_at')},
        'madeElsewhere', d.made_elsewhere, 'dutyWaiverId', d.duty_waiver_id) ORDER BY d.id), '[]')
      FROM subcontract_decisions d
      WHERE d.organization_id = $1 AND d.subcontract_id = $2) AS decisions,
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'discoveredOn', f.discovered_on,
        'statement', f.statement, 'findingId', f.finding_id, 'recordedBy', f.recorded_by,
        'recordedIn', ${postOfAct('f', 'recorded_in')}) ORDER BY f.id), '[]')
      FROM subcontract_discoveries f
      WHERE f.organization_id = $1 AND f.subcontract_id = $2) AS discoveries`;

const LAST_DECISIONS = `
  SELECT DISTINCT ON (subcontract_id) subcontract_id AS "subcontractId", number, outcome, decided_on AS "decidedOn"
  FROM subcontract_decisions WHERE organization_id = $1 AND subcontract_id = ANY($2::uuid[])
  ORDER BY subcontract_id, id DESC`;

const VOID = `
  UPDATE subcontracts SET status = 'voided', voided_reason = $3, version = version + 1
  WHERE organization_id = $1 AND id = ANY($2::uuid[])`;

/** Ids of the body that name nothing. */
const UNKNOWN = {
  fk_subcontracts_contract: () => unknownId('#/contractId'),
  fk_subcontracts_origin: () => unknownId('#/passedOnById'),
  fk_subcontracts_vendor: () => unknownId('#/vendorId'),
};
const UNKNOWN_DECIDER = {
  fk_subcontract_decisions_decider: () => unknownId('#/madeElsewhere/deciderId'),
};

export type SubcontractRow = Omit<Subcontract, 'organizationId'>;
export type SubcontractDecisionRow = Omit<SubcontractDecision, 'organizationId' | 'recordedAt'>;
/** A hop with the firm as it is named today. */
export type NamedSubcontract = SubcontractRow & {
  readonly vendorName: string;
  readonly corporateNumber: string | null;
  readonly wasUnauthorized: boolean;
};

@Injectable()
export class SubcontractsRepository {
  constructor(private readonly clock: SystemClock) {}

  /** @throws InvalidInput where contract, origin or firm name nothing */
  async insert(tx: Tx, { organizationId }: Scope, row: SubcontractRow): Promise<void> {
    await refusing(UNKNOWN, () => tx.insert(Subcontract, { ...row, organizationId }));
  }

  /** Writes what changed and raises the version. @throws InvalidInput */
  async update(
    tx: Tx,
    { organizationId }: Scope,
    row: SubcontractRow,
    patch: Partial<SubcontractRow>,
  ): Promise<SubcontractRow> {
    const change = { ...patch, version: row.version + 1 };
    const key = { organizationId, id: row.id };
    await refusing(UNKNOWN, () => tx.update(Subcontract, key, change));
    return { ...row, ...change };
  }

  /** Ends the approvals of several hops at once. */
  async void(
    tx: Tx,
    { organizationId }: Scope,
    ids: readonly string[],
    reason: string,
  ): Promise<void> {
    const values = [organizationId, ids, reason];
    await execute(tx, { name: 'subcontracts-void', text: VOID, values });
  }

  /** @throws NotFound */
  async read(tx: Tx, { organizationId }: Scope, id: string): Promise<SubcontractRow> {
    const [row] = await execute<SubcontractRow>(tx, {
      name: 'subcontract-read',
      text: `SELECT ${COLUMNS} FROM subcontracts s WHERE s.organization_id = $1 AND s.id = $2`,
      values: [organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The hops of all contracts of an engagement, oldest first. */
  ofEngagement(
    tx: Tx,
    { organizationId }: Scope,
    engagementId: string,
  ): Promise<NamedSubcontract[]> {
    const values = [organizationId, engagementId];
    return execute(tx, { name: 'subcontracts-of-engagement', text: SHOWN, values });
  }

  /** What was applied for, decided and discovered of a hop, oldest first. */
  async history(tx: Tx, { organizationId }: Scope, id: string): Promise<SubcontractHistory> {
    const values = [organizationId, id];
    const rows = await execute<SubcontractHistory>(tx, {
      name: 'subcontract-history',
      text: HISTORY,
      values,
    });
    const [history] = rows;
    if (history === undefined) throw new Error('An aggregate answers with one row');
    return history;
  }

  /** What was decided last about each of several hops. */
  lastDecisions(
    tx: Tx,
    { organizationId }: Scope,
    hops: readonly Pick<SubcontractRow, 'id'>[],
  ): Promise<LastDecision[]> {
    const values = [organizationId, hops.map(({ id }) => id)];
    return execute(tx, { name: 'subcontract-last-decisions', text: LAST_DECISIONS, values });
  }

  async insertSubmission(
    tx: Tx,
    { organizationId }: Scope,
    row: Omit<SubcontractSubmission, 'organizationId' | 'submittedAt'>,
  ): Promise<void> {
    const submittedAt = this.clock.now().toISOString();
    await tx.insert(SubcontractSubmission, { ...row, organizationId, submittedAt });
  }

  /** Who took in the application that a hop was last applied for with, and when it was made. */
  async application(
    tx: Tx,
    { organizationId }: Scope,
    { id, submissions }: Pick<SubcontractRow, 'id' | 'submissions'>,
  ): Promise<Pick<SubcontractSubmission, 'applicantId' | 'appliedOn'>> {
    const [row] = await execute<Pick<SubcontractSubmission, 'applicantId' | 'appliedOn'>>(tx, {
      name: 'subcontract-application',
      text: `SELECT applicant_id AS "applicantId", applied_on AS "appliedOn" FROM subcontract_submissions
             WHERE organization_id = $1 AND subcontract_id = $2 AND number = $3`,
      values: [organizationId, id, submissions],
    });
    if (row === undefined) throw new Error('What is decided on was applied for');
    return row;
  }

  /** @throws InvalidInput where who decided is nobody of the body */
  async insertDecision(
    tx: Tx,
    { organizationId }: Scope,
    row: SubcontractDecisionRow,
  ): Promise<void> {
    const recordedAt = this.clock.now().toISOString();
    const entity = { ...row, organizationId, recordedAt };
    await refusing(UNKNOWN_DECIDER, () => tx.insert(SubcontractDecision, entity));
  }

  async insertDiscovery(
    tx: Tx,
    { organizationId }: Scope,
    row: Omit<SubcontractDiscovery, 'organizationId'>,
  ): Promise<void> {
    await tx.insert(SubcontractDiscovery, { ...row, organizationId });
  }
}
