import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { FirmRoleId } from './domain/firm-roles.js';

/** Someone of the firm, in the role they hold today; none once they left. */
export interface FirmPersonRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly roleId: FirmRoleId | null;
  readonly endedOn: string | null;
}

const COLUMNS = `h.id, h.version, h.name, h.email, h.ended_on AS "endedOn",
  (SELECT p.role_id FROM posts p
    WHERE p.organization_id = h.organization_id AND p.person_id = h.id AND h.ended_on IS NULL
      AND p.valid_until IS NULL ORDER BY p.id DESC LIMIT 1) AS "roleId"`;

const LIST = `SELECT ${COLUMNS} FROM people h
  WHERE h.organization_id = $1 AND ($2::uuid IS NULL OR h.id > $2) ORDER BY h.id LIMIT $3`;

const LOCK = `SELECT ${COLUMNS} FROM people h WHERE h.organization_id = $1 AND h.id = $2 FOR UPDATE`;

const OTHER_ADMINISTRATOR = `
  SELECT EXISTS (SELECT FROM posts p JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
    WHERE p.organization_id = $1 AND p.role_id = 'firm-administrator' AND p.valid_until IS NULL
      AND h.ended_on IS NULL AND h.id <> $2) AS "isThere"`;

/** The last day of what ends at once is the day before. */
const END_POSTS = `UPDATE posts SET valid_until = $3::date - 1, version = version + 1
  WHERE organization_id = $1 AND person_id = $2 AND valid_until IS NULL`;

const CHANGE = `UPDATE people h SET ended_on = $3, version = version + 1
  WHERE organization_id = $1 AND id = $2 RETURNING ${COLUMNS}`;

/** The people of a firm, who hold their posts without end until another is given or they leave. */
@Injectable()
export class FirmPeopleRepository {
  list(
    tx: Tx,
    { organizationId }: Scope,
    limit: number,
    after: Position | undefined,
  ): Promise<FirmPersonRow[]> {
    return execute<FirmPersonRow & Record<string, unknown>>(tx, {
      name: 'firm-person-list',
      text: LIST,
      values: [organizationId, after?.id ?? null, limit],
    });
  }

  /** @throws NotFound, Stale */
  async lock(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    expected: ExpectedVersion,
  ): Promise<FirmPersonRow> {
    expected.require();
    const [row] = await execute<FirmPersonRow & Record<string, unknown>>(tx, {
      name: 'firm-person-lock',
      text: LOCK,
      values: [organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  /** Whether somebody else administers the firm. */
  async hasAdministratorBeside(
    tx: Tx,
    { organizationId }: Scope,
    personId: string,
  ): Promise<boolean> {
    const [row] = await execute<{ isThere: boolean }>(tx, {
      name: 'firm-other-administrator',
      text: OTHER_ADMINISTRATOR,
      values: [organizationId, personId],
    });
    return row?.isThere === true;
  }

  async endPosts(tx: Tx, { organizationId }: Scope, id: string, today: string): Promise<void> {
    const values = [organizationId, id, today];
    await execute(tx, { name: 'firm-person-end-posts', text: END_POSTS, values });
  }

  /** Keeps until when someone is of the firm, as of what else was changed of them. */
  async keep(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    endedOn: string | null,
  ): Promise<FirmPersonRow> {
    const [row] = await execute<FirmPersonRow & Record<string, unknown>>(tx, {
      name: 'firm-person-keep',
      text: CHANGE,
      values: [organizationId, id, endedOn],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }
}
