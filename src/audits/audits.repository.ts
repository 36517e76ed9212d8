import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Audit } from './audit.entity.js';

const COLUMNS = `id, engagement_id AS "engagementId", version, status, vendor_id AS "vendorId", mode,
  planned_on AS "plannedOn", scope, planned_by AS "plannedBy", held_on AS "heldOn", opinion, evidence,
  concluded_by AS "concludedBy", concluded_as AS "concludedAs"`;

const LIST = `
  SELECT ${COLUMNS} FROM audits
  WHERE organization_id = $1
    AND ($2::uuid IS NULL OR engagement_id = $2)
    AND ($3::date IS NULL OR (planned_on, id) > ($3, $4::uuid))
  ORDER BY planned_on, id LIMIT $5`;

const UNKNOWN = { fk_audits_vendor: () => unknownId('#/vendorId') };

export type AuditRow = Omit<Audit, 'organizationId' | 'draftedBy'>;

@Injectable()
export class AuditsRepository {
  async insert(tx: Tx, scope: Scope, row: AuditRow, draftedBy: string): Promise<void> {
    const entity = { ...row, draftedBy, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(Audit, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<AuditRow> {
    const [row] = await execute<AuditRow>(tx, {
      name: 'audit-read',
      text: `SELECT ${COLUMNS} FROM audits WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: AuditRow,
    patch: Partial<AuditRow>,
  ): Promise<AuditRow> {
    const change = { ...patch, version: before.version + 1 };
    await tx.update(Audit, { organizationId: scope.organizationId, id: before.id }, change);
    return { ...before, ...change };
  }

  /** The next planned first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: { readonly engagementId?: string | undefined; readonly limit: number },
    after: Position | undefined,
  ): Promise<AuditRow[]> {
    return execute(tx, {
      name: 'audit-list',
      text: LIST,
      values: [
        scope.organizationId,
        filter.engagementId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }
}
