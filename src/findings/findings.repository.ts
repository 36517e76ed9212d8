import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { CorrectiveAction } from './corrective-action.entity.js';
import type { CorrectiveActionDto } from './dto/finding.dto.js';
import { Finding } from './finding.entity.js';

const COLUMNS = `id, engagement_id AS "engagementId", audit_id AS "auditId", version, status,
  article_key AS "articleKey", severity, statement, due_on AS "dueOn", raised_by AS "raisedBy", raised_on AS "raisedOn"`;

const LIST = `
  SELECT ${COLUMNS} FROM findings
  WHERE organization_id = $1
    AND ($2::text IS NULL OR status = $2)
    AND ($3::uuid IS NULL OR engagement_id = $3)
    AND ($4::date IS NULL OR (due_on, id) > ($4, $5::uuid))
  ORDER BY due_on, id LIMIT $6`;

const ACTIONS = `
  SELECT id, number, plan, implemented_on AS "implementedOn", implemented_by AS "implementedBy",
    recorded_by AS "recordedBy", result, comment, verified_by AS "verifiedBy", verified_on AS "verifiedOn",
    duties_joined AS "dutiesJoined", duty_waiver_id AS "dutyWaiverId", audit_waiver_id AS "auditWaiverId"
  FROM corrective_actions WHERE organization_id = $1 AND finding_id = $2 ORDER BY number`;

/** Ids of the body that name nothing. */
const UNKNOWN = {
  fk_findings_audit: () => unknownId('#/auditId'),
  fk_corrective_actions_implementer: () => unknownId('#/implementedBy'),
};

export type FindingRow = Omit<Finding, 'organizationId'>;

/** Which findings a list shows. */
export interface FindingFilter {
  readonly status?: string | undefined;
  readonly engagementId?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class FindingsRepository {
  async insert(tx: Tx, scope: Scope, row: FindingRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(Finding, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<FindingRow> {
    const [row] = await execute<FindingRow>(tx, {
      name: 'finding-read',
      text: `SELECT ${COLUMNS} FROM findings WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: FindingRow,
    patch: Partial<FindingRow>,
  ): Promise<FindingRow> {
    const change = { ...patch, version: before.version + 1 };
    await tx.update(Finding, { organizationId: scope.organizationId, id: before.id }, change);
    return { ...before, ...change };
  }

  /** The next due first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: FindingFilter,
    after: Position | undefined,
  ): Promise<FindingRow[]> {
    return execute(tx, {
      name: 'finding-list',
      text: LIST,
      values: [
        scope.organizationId,
        filter.status ?? null,
        filter.engagementId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }

  /** The corrective actions of a finding, the first one first. */
  actions(tx: Tx, scope: Scope, findingId: string): Promise<CorrectiveActionDto[]> {
    return execute(tx, {
      name: 'corrective-actions',
      text: ACTIONS,
      values: [scope.organizationId, findingId],
    });
  }

  async insertAction(
    tx: Tx,
    scope: Scope,
    row: Omit<CorrectiveAction, 'organizationId'>,
  ): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(CorrectiveAction, entity));
  }

  /** Writes what was found of an action. */
  async verifyAction(
    tx: Tx,
    scope: Scope,
    id: string,
    patch: Partial<CorrectiveAction>,
  ): Promise<void> {
    await tx.update(CorrectiveAction, { organizationId: scope.organizationId, id }, patch);
  }
}
