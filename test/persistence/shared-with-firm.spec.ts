import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/shared/persistence/database.js';
import { ownershipOf } from '../../src/shared/persistence/owner.decorator.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { ownerRows, testDatabase } from '../support/database.js';
import { insertSample, relaxConstraints } from './sample-rows.js';

const BODY = uuidv7();
const FIRM = { organizationId: uuidv7(), firmId: uuidv7() };

let database: Database;
let transactor: Transactor;
let owned: string[];

beforeAll(async () => {
  database = await testDatabase();
  transactor = new Transactor(database.dataSource);
  owned = database.dataSource.entityMetadatas
    .filter(({ target }) => ownershipOf(target as new () => object).owner !== 'global')
    .map(({ tableName }) => tableName);
  await relaxConstraints(database);
  for (const table of owned) {
    await insertSample((text) => ownerRows(database, text), table, BODY);
  }
  await ownerRows(database, 'UPDATE firm_links SET firm_id = $1', [FIRM.firmId]);
});
afterAll(() => database.close());

describe('a firm', () => {
  it('sees the rows that bodies share with it, and nothing else of them', async () => {
    const seen = await transactor.read(FIRM, (tx) =>
      tx.query<unknown[]>(
        owned
          .map((table) => `SELECT '${table}' AS name, organization_id FROM "${table}"`)
          .join(' UNION ALL '),
      ),
    );

    expect(seen).toEqual([{ name: 'firm_links', organization_id: BODY }]);
  });

  it('writes none of them', async () => {
    const touched = await transactor.write(FIRM, (tx) =>
      tx.query('UPDATE firm_links SET version = version + 1 RETURNING id'),
    );

    expect(touched).toEqual([[], 0]);
  });
});
