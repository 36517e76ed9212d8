import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { systemNameTaken } from './domain/input-faults.js';
import { Person } from './person.entity.js';

const COLUMNS = `id, version, kind, name, email, category, ended_on AS "endedOn"`;
const READ = `SELECT ${COLUMNS} FROM people WHERE organization_id = $1 AND id = $2`;

export type PersonRow = Omit<Person, 'organizationId'>;

@Injectable()
export class PeopleRepository {
  async insert(tx: Tx, scope: Scope, row: Omit<PersonRow, 'version'>): Promise<PersonRow> {
    const { organizationId } = scope;
    await tx.insert(Person, { ...row, organizationId, version: 1 });
    return { ...row, version: 1 };
  }

  /** Registers a system; undefined where one of the name is there already. */
  async insertSystem(
    tx: Tx,
    { organizationId }: Scope,
    { id, name }: Pick<PersonRow, 'id' | 'name'>,
  ): Promise<PersonRow | undefined> {
    const [row] = await execute<PersonRow>(tx, {
      name: 'system-insert',
      text: `INSERT INTO people (organization_id, id, version, kind, name) VALUES ($1, $2, 1, 'system', $3)
             ON CONFLICT (organization_id, name) WHERE kind = 'system' AND ended_on IS NULL DO NOTHING
             RETURNING ${COLUMNS}`,
      values: [organizationId, id, name],
    });
    return row;
  }

  /** The id of the system of a name that is in use. @throws NotFound */
  async system(tx: Tx, { organizationId }: Scope, name: string): Promise<string> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'system-by-name',
      text: `SELECT id FROM people
             WHERE organization_id = $1 AND kind = 'system' AND name = $2 AND ended_on IS NULL`,
      values: [organizationId, name],
    });
    if (row === undefined) throw new NotFound();
    return row.id;
  }

  /** @throws NotFound, Stale */
  async lock(tx: Tx, scope: Scope, id: string, expected: ExpectedVersion): Promise<PersonRow> {
    expected.require();
    const values = [scope.organizationId, id];
    const statement = { name: 'person-lock', text: `${READ} FOR UPDATE`, values };
    const [row] = await execute<PersonRow>(tx, statement);
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  /** @throws InvalidInput where another system has the name */
  async update(tx: Tx, scope: Scope, { version, ...row }: PersonRow): Promise<PersonRow> {
    const { organizationId } = scope;
    const { id, ...patch } = row;
    await refusing({ uq_people_system: systemNameTaken }, () =>
      tx.update(Person, { organizationId, id }, patch),
    );
    return { ...row, version: version + 1 };
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<PersonRow> {
    const values = [scope.organizationId, id];
    const [row] = await execute<PersonRow>(tx, { name: 'person-read', text: READ, values });
    if (row === undefined) throw new NotFound();
    return row;
  }

  list(tx: Tx, scope: Scope, limit: number, after: Position | undefined): Promise<PersonRow[]> {
    return execute(tx, {
      name: 'person-list',
      text: `SELECT ${COLUMNS} FROM people
             WHERE organization_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      values: [scope.organizationId, after?.id ?? null, limit],
    });
  }
}
