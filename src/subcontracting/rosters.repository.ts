import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Roster } from './roster.entity.js';

const HEAD = `id, engagement_id AS "engagementId", vendor_id AS "vendorId", from_on AS "fromOn",
  submitted_on AS "submittedOn", document_number AS "documentNumber", change, responsible,
  recorded_by AS "recordedBy", recorded_as AS "recordedAs",
  ${postOfAct('rosters', 'recorded_in')} AS "recordedIn"`;

const READ = `SELECT ${HEAD}, workers, sites FROM rosters WHERE organization_id = $1 AND id = $2`;

const LIST = `
  SELECT ${HEAD}, jsonb_array_length(workers) AS workers, jsonb_array_length(sites) AS sites
  FROM rosters WHERE organization_id = $1 AND engagement_id = $2 AND ($3::uuid IS NULL OR vendor_id = $3)
    AND ($4::date IS NULL OR (from_on, id) < ($4, $5::uuid))
  ORDER BY from_on DESC, id DESC LIMIT $6`;

const EXISTS = `
  SELECT FROM rosters WHERE organization_id = $1 AND engagement_id = $2 AND vendor_id = $3 LIMIT 1`;

export type RosterRow = Omit<Roster, 'organizationId'>;
/** A roster with the numbers of its people and places only. */
export type RosterHead = Omit<RosterRow, 'workers' | 'sites'> & {
  readonly workers: number;
  readonly sites: number;
};

@Injectable()
export class RostersRepository {
  async insert(tx: Tx, { organizationId }: Scope, row: RosterRow): Promise<void> {
    await tx.insert(Roster, { ...row, organizationId });
  }

  /** @throws NotFound */
  async read(tx: Tx, { organizationId }: Scope, id: string): Promise<RosterRow> {
    const values = [organizationId, id];
    const [row] = await execute<RosterRow>(tx, { name: 'roster-read', text: READ, values });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Whether a firm has handed in a roster in the engagement. */
  async hasAny(
    tx: Tx,
    { organizationId }: Scope,
    { engagementId, vendorId }: Pick<RosterRow, 'engagementId' | 'vendorId'>,
  ): Promise<boolean> {
    const values = [organizationId, engagementId, vendorId];
    const rows = await execute(tx, { name: 'roster-of-firm', text: EXISTS, values });
    return rows.length > 0;
  }

  /** Those of an engagement, of one firm where it is named, the one that stands from the last day first. */
  list(
    tx: Tx,
    { organizationId }: Scope,
    of: { readonly engagementId: string; readonly vendorId: string | undefined },
    page: { readonly after: Position | undefined; readonly limit: number },
  ): Promise<RosterHead[]> {
    const { after, limit } = page;
    const values = [
      ...[organizationId, of.engagementId, of.vendorId ?? null],
      ...[after?.key ?? null, after?.id ?? null, limit],
    ];
    return execute(tx, { name: 'roster-list', text: LIST, values });
  }
}
