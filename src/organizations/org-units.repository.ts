import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { OrgUnit } from './org-unit.entity.js';

const COLUMNS = `id, version, name, parent_id AS "parentId", part, ended_on AS "endedOn"`;

export type OrgUnitRow = Omit<OrgUnit, 'organizationId'>;

@Injectable()
export class OrgUnitsRepository {
  async insert(tx: Tx, scope: Scope, row: Omit<OrgUnitRow, 'version'>): Promise<OrgUnitRow> {
    const { organizationId } = scope;
    await tx.insert(OrgUnit, { ...row, organizationId, version: 1 });
    return { ...row, version: 1 };
  }

  /** Locks all units of the body, so that two moves at once cannot close a circle. */
  lockAll(tx: Tx, scope: Scope): Promise<OrgUnitRow[]> {
    return execute(tx, {
      name: 'org-units-lock',
      text: `SELECT ${COLUMNS} FROM org_units WHERE organization_id = $1 ORDER BY id FOR UPDATE`,
      values: [scope.organizationId],
    });
  }

  async update(tx: Tx, scope: Scope, { version, ...row }: OrgUnitRow): Promise<OrgUnitRow> {
    const { organizationId } = scope;
    const { id, ...patch } = row;
    await tx.update(OrgUnit, { organizationId, id }, patch);
    return { ...row, version: version + 1 };
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<OrgUnitRow> {
    const [row] = await execute<OrgUnitRow>(tx, {
      name: 'org-unit-read',
      text: `SELECT ${COLUMNS} FROM org_units WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Whether there is such a unit on a day. */
  async exists(tx: Tx, scope: Scope, id: string, day: string): Promise<boolean> {
    const rows = await execute(tx, {
      name: 'org-unit-exists',
      text: `SELECT FROM org_units
             WHERE organization_id = $1 AND id = $2 AND (ended_on IS NULL OR ended_on >= $3)`,
      values: [scope.organizationId, id, day],
    });
    return rows.length > 0;
  }

  list(tx: Tx, scope: Scope, limit: number, after: Position | undefined): Promise<OrgUnitRow[]> {
    return execute(tx, {
      name: 'org-unit-list',
      text: `SELECT ${COLUMNS} FROM org_units
             WHERE organization_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      values: [scope.organizationId, after?.id ?? null, limit],
    });
  }
}
