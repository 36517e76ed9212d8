import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { Text } from '../shared/domain/text.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { ContractClause } from './contract-clause.entity.js';
import { Contract } from './contract.entity.js';
import type { AnnexContent } from './domain/annex-content.js';

const COLUMNS = `c.id, c.version, c.engagement_id AS "engagementId", c.status, c.title, c.vendor_id AS "vendorId",
  c.cloud_service_id AS "cloudServiceId", c.from_on AS "fromOn", c.until_on AS "untilOn", c.amount, c.jurisdiction,
  c.language, c.specification_id AS "specificationId", c.drafted_by AS "draftedBy", c.signed_on AS "signedOn",
  c.document_number AS "documentNumber", c.body_signatory AS "bodySignatory",
  c.vendor_signatory AS "vendorSignatory", c.signature_recorded_by AS "signatureRecordedBy",
  c.signature_recorded_as AS "signatureRecordedAs",
  ${postOfAct('c', 'signature_recorded_in')} AS "signatureRecordedIn", c.ended_on AS "endedOn", c.end_reason AS "endReason",
  c.end_note AS "endNote", c.content_hash AS "contentHash"`;

const LIST = `
  SELECT ${COLUMNS}, e.version AS "engagementVersion"
  FROM contracts c JOIN engagements e ON e.organization_id = c.organization_id AND e.id = c.engagement_id
  WHERE c.organization_id = $1
    AND ($2::text IS NULL OR c.status = $2)
    AND ($3::uuid IS NULL OR c.engagement_id = $3)
    AND ($4::uuid IS NULL OR c.vendor_id = $4)
    AND ($5::uuid IS NULL OR c.id < $5)
  ORDER BY c.id DESC LIMIT $6`;

const CLAUSES = `
  SELECT id, contract_id AS "contractId", clause_id AS "clauseId", decision, values, reason,
    decided_by AS "decidedBy", confirmed_by AS "confirmedBy", confirmed_as AS "confirmedAs",
    ${postOfAct('contract_clauses', 'confirmed_in')} AS "confirmedIn",
    confirmed_on AS "confirmedOn", content_hash AS "contentHash", re_review_since AS "reReviewSince", duty_waiver_id AS "dutyWaiverId"
  FROM contract_clauses WHERE organization_id = $1 AND contract_id = $2 ORDER BY clause_id`;

const PARTIES = `
  SELECT o.name AS "bodyJa", o.name_en AS "bodyEn", v.name AS "vendorName", v.address AS "vendorAddress",
    v.corporate_number AS "corporateNumber", s.name AS "cloudService"
  FROM contracts c
  JOIN organizations o ON o.organization_id = c.organization_id
  JOIN vendors v ON v.organization_id = c.organization_id AND v.id = c.vendor_id
  LEFT JOIN cloud_services s ON s.organization_id = c.organization_id AND s.id = c.cloud_service_id
  WHERE c.organization_id = $1 AND c.id = $2`;

/** Ids of the body that name nothing. */
const UNKNOWN = {
  fk_contracts_vendor: () => unknownId('#/vendorId'),
  fk_contracts_cloud_service: () => unknownId('#/cloudServiceId'),
};

/** A contract without its annex, which is read only to be shown. */
export type ContractRow = Omit<Contract, 'organizationId' | 'annex'>;
export type ContractClauseRow = Omit<ContractClause, 'organizationId'>;
/** That it was confirmed to leave a clause out: by whom, on what, and whether it is under re-review. */
export type Confirmation = Pick<
  ContractClauseRow,
  | 'confirmedBy'
  | 'confirmedAs'
  | 'confirmedIn'
  | 'confirmedOn'
  | 'contentHash'
  | 'reReviewSince'
  | 'dutyWaiverId'
>;
/** A contract in a list, with what its version is made of. */
export type ListedContract = ContractRow & { readonly engagementVersion: number };

/** Who concludes the contract, as they are named today. */
export type Parties = Pick<AnnexContent, 'body' | 'vendor' | 'cloudService'>;

/** Which contracts a list shows. */
export interface ContractFilter {
  readonly status?: string | undefined;
  readonly engagementId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class ContractsRepository {
  /** @throws InvalidInput where vendor or cloud service name nothing */
  async insert(tx: Tx, scope: Scope, row: ContractRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId, annex: null };
    await refusing(UNKNOWN, () => tx.insert(Contract, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ContractRow> {
    const [row] = await execute<ContractRow>(tx, {
      name: 'contract-read',
      text: `SELECT ${COLUMNS} FROM contracts c WHERE c.organization_id = $1 AND c.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The annex as it was frozen; null for a draft. */
  async annex(tx: Tx, scope: Scope, id: string): Promise<AnnexContent | null> {
    const [row] = await execute<{ annex: AnnexContent | null }>(tx, {
      name: 'contract-annex',
      text: 'SELECT annex FROM contracts WHERE organization_id = $1 AND id = $2',
      values: [scope.organizationId, id],
    });
    return row?.annex ?? null;
  }

  /** Writes what changed and raises the version. @throws InvalidInput */
  async update(
    tx: Tx,
    scope: Scope,
    before: ContractRow,
    patch: Partial<ContractRow> & { readonly annex?: AnnexContent } = {},
  ): Promise<ContractRow> {
    const { annex, ...columns } = patch;
    const change = { ...columns, version: before.version + 1 };
    const key = { organizationId: scope.organizationId, id: before.id };
    await refusing(UNKNOWN, () =>
      tx.update(Contract, key, annex === undefined ? change : { ...change, annex }),
    );
    return { ...before, ...change };
  }

  /** The latest first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: ContractFilter,
    after: Position | undefined,
  ): Promise<ListedContract[]> {
    const { status, engagementId, vendorId, limit } = filter;
    return execute(tx, {
      name: 'contract-list',
      text: LIST,
      values: [
        scope.organizationId,
        status ?? null,
        engagementId ?? null,
        vendorId ?? null,
        after?.id ?? null,
        limit,
      ],
    });
  }

  /** The contracts of an engagement that are signed and not ended. */
  signed(tx: Tx, scope: Scope, engagementId: string): Promise<ContractRow[]> {
    return execute(tx, {
      name: 'contracts-signed',
      text: `SELECT ${COLUMNS} FROM contracts c
             WHERE c.organization_id = $1 AND c.engagement_id = $2 AND c.status = 'signed' ORDER BY c.id`,
      values: [scope.organizationId, engagementId],
    });
  }

  /** The drafts and signed contracts of an engagement in which leaving out a clause is held to its content. */
  withConfirmations(tx: Tx, scope: Scope, engagementId: string): Promise<ContractRow[]> {
    return execute(tx, {
      name: 'contracts-with-confirmations',
      text: `SELECT ${COLUMNS} FROM contracts c
             WHERE c.organization_id = $1 AND c.engagement_id = $2 AND c.status IN ('draft', 'signed')
               AND EXISTS (SELECT FROM contract_clauses k WHERE k.organization_id = c.organization_id
                 AND k.contract_id = c.id AND k.content_hash IS NOT NULL)
             ORDER BY c.id`,
      values: [scope.organizationId, engagementId],
    });
  }

  clauses(tx: Tx, scope: Scope, contractId: string): Promise<ContractClauseRow[]> {
    const values = [scope.organizationId, contractId];
    return execute(tx, { name: 'contract-clauses', text: CLAUSES, values });
  }

  /** Puts these decisions in the place of all that were made for a draft. */
  async replaceClauses(
    tx: Tx,
    { organizationId }: Scope,
    before: readonly ContractClauseRow[],
    after: readonly ContractClauseRow[],
  ): Promise<void> {
    const known = new Map(before.map((row) => [row.id, row]));
    const kept = new Set(after.map(({ id }) => id));
    const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    if (gone.length > 0) await tx.delete(ContractClause, { organizationId, id: In(gone) });
    // A decision that says the same keeps its row: the waiver of its confirmation may have ended since.
    for (const { id, values } of after.filter((row) => known.has(row.id))) {
      if (canonicalJson(values) === canonicalJson(known.get(id)?.values)) continue;
      await tx.update(ContractClause, { organizationId, id }, { values });
    }
    const added = after.filter(({ id }) => !known.has(id));
    if (added.length === 0) return;
    await tx.insert(
      ContractClause,
      added.map((row) => ({ ...row, organizationId })),
    );
  }

  /** Writes that leaving out a clause was confirmed, and what became of that. */
  async writeConfirmation(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    patch: Partial<Confirmation>,
  ): Promise<void> {
    await tx.update(ContractClause, { organizationId, id }, patch);
  }

  async parties(tx: Tx, scope: Scope, contractId: string): Promise<Parties> {
    const [row] = await execute<PartiesRow>(tx, {
      name: 'contract-parties',
      text: PARTIES,
      values: [scope.organizationId, contractId],
    });
    if (row === undefined) throw new NotFound();
    const body: Text = { ja: row.bodyJa, en: row.bodyEn };
    const { vendorName: name, vendorAddress: address, corporateNumber, cloudService } = row;
    return { body, vendor: { name, address, corporateNumber }, cloudService };
  }
}

interface PartiesRow {
  readonly bodyJa: string;
  readonly bodyEn: string;
  readonly vendorName: string;
  readonly vendorAddress: string | null;
  readonly corporateNumber: string | null;
  readonly cloudService: string | null;
}
