import { Injectable } from '@nestjs/common';
import type { Position } from '../shared/http/page.js';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AdoptionDayTaken } from './domain/policy-adoption.errors.js';
import type { PolicyAdoption } from './policy-adoption.entity.js';

const INSERT = `
  INSERT INTO policy_adoptions
    (organization_id, id, policy_version_id, effective_from, published_on, decided_at, decided_by,
     document_number)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT ON CONSTRAINT uq_policy_adoptions_day DO NOTHING RETURNING id`;

const LIST = `
  SELECT id, policy_version_id AS "policyVersionId", effective_from AS "effectiveFrom",
    published_on AS "publishedOn",
    ${instant('decided_at')} AS "decidedAt",
    decided_by AS "decidedBy", document_number AS "documentNumber"
  FROM policy_adoptions
  WHERE organization_id = $1 AND ($2::text IS NULL OR effective_from::text < $2)
  ORDER BY effective_from DESC LIMIT $3`;

const ANYONE_HOLDS = `
  SELECT FROM posts p
  JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
  WHERE p.organization_id = $1 AND p.role_id = ANY($2::text[]) AND p.valid_from <= $3
    AND coalesce(p.valid_until, 'infinity') >= $3 AND coalesce(h.ended_on, 'infinity') >= $3
  LIMIT 1`;

export type PolicyAdoptionRow = Omit<PolicyAdoption, 'organizationId'>;

@Injectable()
export class PolicyAdoptionsRepository {
  /** @throws AdoptionDayTaken */
  async insert(tx: Tx, scope: Scope, row: PolicyAdoptionRow): Promise<void> {
    const { id, policyVersionId, effectiveFrom, publishedOn, decidedAt } = row;
    const kept = await execute(tx, {
      name: 'policy-adoption-insert',
      text: INSERT,
      values: [
        scope.organizationId,
        id,
        policyVersionId,
        effectiveFrom,
        publishedOn,
        decidedAt,
        row.decidedBy,
        row.documentNumber,
      ],
    });
    if (kept.length === 0) throw new AdoptionDayTaken(effectiveFrom);
  }

  /** Whether anybody holds one of the roles on the day a policy comes into force. */
  async anyoneHolds(tx: Tx, scope: Scope, roles: readonly string[], day: string): Promise<boolean> {
    const values = [scope.organizationId, roles, day];
    const statement = { name: 'policy-adoption-holders', text: ANYONE_HOLDS, values };
    return (await execute(tx, statement)).length > 0;
  }

  /** The local-government code of the body, where it has one. */
  async codeOfBody(tx: Tx, scope: Scope): Promise<string | null> {
    const [row] = await execute<{ code: string | null }>(tx, {
      name: 'policy-adoption-body',
      text: 'SELECT local_government_code AS code FROM organizations WHERE organization_id = $1',
      values: [scope.organizationId],
    });
    return row?.code ?? null;
  }

  /** The latest first; no two come into force on one day. */
  list(
    tx: Tx,
    scope: Scope,
    limit: number,
    after: Position | undefined,
  ): Promise<PolicyAdoptionRow[]> {
    return execute(tx, {
      name: 'policy-adoption-list',
      text: LIST,
      values: [scope.organizationId, after?.key ?? null, limit],
    });
  }
}
