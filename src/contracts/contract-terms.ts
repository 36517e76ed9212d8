import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ContractStatus } from './domain/contract-lifecycle.js';

/** What later rooms ask of a contract. */
export interface TermsOfContract {
  readonly id: string;
  readonly engagementId: string;
  /** The firm that signs with the body (乙). */
  readonly vendorId: string;
  readonly vendorName: string;
  readonly corporateNumber: string | null;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly status: ContractStatus;
  readonly from: string;
  /** The last day agreed, or the earlier one on which it was ended; null where it runs until it is ended. */
  readonly until: string | null;
  /** The greatest rank of re-subcontracting that its clauses admit; null where none sets one. */
  readonly maxRank: number | null;
}

/** A row of an access matrix: an item that may be handled, by whom and by which way (CL-05). */
export interface AccessRow {
  readonly contractId: string;
  /** As the contract calls it; a cell may name several. */
  readonly dataItem: string;
  readonly path: string;
  readonly persons: string;
}

/** The table by which a clause names the information that may be handled (CL-05 of the clause library). */
const ACCESS_MATRIX = 'access_matrix';

/** A parameter of this name that is no table names nothing. */
const ACCESS = `
  SELECT c.id AS "contractId", line ->> 'data_item' AS "dataItem", coalesce(line ->> 'path', '') AS path,
    coalesce(line ->> 'persons', '') AS persons
  FROM contracts c
  JOIN contract_clauses k ON k.organization_id = c.organization_id AND k.contract_id = c.id
  CROSS JOIN LATERAL jsonb_array_elements(
    CASE jsonb_typeof(k.values -> '${ACCESS_MATRIX}') WHEN 'array' THEN k.values -> '${ACCESS_MATRIX}' ELSE '[]' END
  ) WITH ORDINALITY AS listed (line, place)
  WHERE c.organization_id = $1 AND c.engagement_id = $2 AND k.decision = 'included'
    AND line ->> 'data_item' <> ''
  ORDER BY c.id, k.clause_id, place`;

/** The parameter by which a clause limits how deep the chain goes (CL-09 of the clause library). */
const MAX_RANK = 'max_rank';

const TERMS = `
  SELECT c.id, c.engagement_id AS "engagementId", c.vendor_id AS "vendorId", v.name AS "vendorName",
    v.corporate_number AS "corporateNumber", c.title,
    c.document_number AS "documentNumber", c.status, c.from_on AS "from", least(c.until_on, c.ended_on) AS "until",
    (SELECT min((k.values ->> '${MAX_RANK}')::int) FROM contract_clauses k
      WHERE k.organization_id = c.organization_id AND k.contract_id = c.id AND k.decision = 'included'
        AND jsonb_typeof(k.values -> '${MAX_RANK}') = 'number') AS "maxRank"
  FROM contracts c JOIN vendors v ON v.organization_id = c.organization_id AND v.id = c.vendor_id
  WHERE c.organization_id = $1 AND `;

/** What contracts say, for the rooms above. */
@Injectable()
export class ContractTerms {
  /** @throws NotFound */
  async read(tx: Tx, { organizationId }: Scope, id: string): Promise<TermsOfContract> {
    const [terms] = await execute<TermsOfContract>(tx, {
      name: 'contract-terms',
      text: `${TERMS} c.id = $2`,
      values: [organizationId, id],
    });
    if (terms === undefined) throw new NotFound();
    return terms;
  }

  /** Those of the contracts of an engagement, oldest first. */
  ofEngagement(
    tx: Tx,
    { organizationId }: Scope,
    engagementId: string,
  ): Promise<TermsOfContract[]> {
    return execute(tx, {
      name: 'contract-terms-of-engagement',
      text: `${TERMS} c.engagement_id = $2 ORDER BY c.id`,
      values: [organizationId, engagementId],
    });
  }

  /** What the contracts of an engagement, drafts among them, let be handled, in the order of their tables. */
  accessMatrix(tx: Tx, { organizationId }: Scope, engagementId: string): Promise<AccessRow[]> {
    const values = [organizationId, engagementId];
    return execute(tx, { name: 'contract-access-matrix', text: ACCESS, values });
  }
}

/** Whether a contract is signed and binds on a day. */
export function runsOn(
  { status, from, until }: Pick<TermsOfContract, 'status' | 'from' | 'until'>,
  day: string,
): boolean {
  return status !== 'draft' && from <= day && (until === null || day <= until);
}
