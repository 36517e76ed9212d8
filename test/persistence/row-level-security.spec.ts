import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES } from '../../src/entities.js';
import { APPLICATION_ROLE } from '../../src/shared/persistence/data-source.js';
import type { Database } from '../../src/shared/persistence/database.js';
import { ownershipOf, type Ownership } from '../../src/shared/persistence/owner.decorator.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import type { Tx } from '../../src/shared/persistence/tx.js';
import { ownerRows, testDatabase } from '../support/database.js';
import { insertSample, relaxConstraints } from './sample-rows.js';

/** Everything else belongs to somebody. A new name here needs a reason in its entity. */
const GLOBAL = ['firm_numbers', 'policy_versions', 'sign_in_addresses', 'unsealed_entries'];

const A = { organizationId: uuidv7() };
const B = { organizationId: uuidv7() };

let database: Database;
let transactor: Transactor;
let owned: string[];
/** Tables of which the application deletes rows, its own ones. */
let removable: string[];

beforeAll(async () => {
  database = await testDatabase();
  transactor = new Transactor(database.dataSource);
  owned = tables(({ owner }) => owner !== 'global');
  removable = tables(({ access }) => access === 'with-drafts' || access === 'passing');
  await relaxConstraints(database);
  for (const { organizationId } of [A, B]) {
    for (const table of owned) {
      await insertSample((text) => ownerRows(database, text), table, organizationId);
    }
  }
});
afterAll(() => database.close());

function tables(isWanted: (ownership: Ownership) => boolean): string[] {
  return database.dataSource.entityMetadatas
    .filter(({ target }) => isWanted(ownershipOf(target as new () => object)))
    .map(({ tableName }) => tableName)
    .sort();
}

describe('ownership', () => {
  it('is declared by every entity', () => {
    for (const entity of ENTITIES) expect(() => ownershipOf(entity)).not.toThrow();
  });

  it('is nobody’s for the listed tables alone', () => {
    expect(tables(({ owner }) => owner === 'global')).toEqual(GLOBAL);
  });

  it('is declared for every table there is', async () => {
    const rows = await ownerRows<{ name: string }>(
      database,
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual([...tables(() => true), 'migrations'].sort());
  });

  it('is enforced on every owned table by its policy, on the owner of the table too', async () => {
    const rows = await ownerRows<{ name: string }>(
      database,
      `SELECT c.relname AS name FROM pg_class c
       JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname
       WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
         AND p.policyname <> 'firm'
       GROUP BY c.relname
       HAVING count(*) = 1
          AND bool_and(p.policyname = 'owner' AND p.cmd = 'ALL' AND p.roles = '{public}')
          AND bool_and(p.qual = p.with_check AND p.qual ~ '^\\(\\w+_id = ')
       ORDER BY 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual(tables(({ owner }) => owner !== 'global'));
  });

  it('is widened for a firm on the tables shared with it alone, and for reading alone', async () => {
    const rows = await ownerRows<{ name: string; command: string; condition: string }>(
      database,
      `SELECT tablename AS name, cmd AS command, qual AS condition FROM pg_policies
       WHERE schemaname = 'public' AND policyname <> 'owner' ORDER BY 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual(
      tables(({ owner }) => owner === 'shared-with-firm'),
    );
    for (const { command, condition } of rows) {
      expect(command).toBe('SELECT');
      expect(condition).toMatch(/^\(firm_id = \( SELECT .*'app\.firm'/);
    }
  });

  it('crosses no foreign key: a row can only refer to rows of its own organization', async () => {
    const crossing = await ownerRows(
      database,
      `SELECT conname FROM pg_constraint k
       WHERE contype = 'f' AND conrelid::regclass::text = ANY($1) AND confrelid::regclass::text = ANY($1)
         AND NOT EXISTS (
           SELECT FROM unnest(conkey, confkey) AS pair(own, other)
           JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = own
           JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = other
           WHERE a.attname IN ('organization_id', 'firm_id') AND b.attname = 'organization_id')`,
      [owned],
    );

    expect(crossing).toEqual([]);
  });
});

describe('the role of the application', () => {
  it('is neither a superuser nor exempt from row-level security', async () => {
    const rows = await database.dataSource.query<unknown[]>(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin
       FROM pg_roles WHERE rolname = current_user`,
    );

    expect(rows).toEqual([
      {
        rolname: APPLICATION_ROLE,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcanlogin: false,
      },
    ]);
  });

  it('owns no table and is no member of a role that does', async () => {
    const rows = await ownerRows(
      database,
      `SELECT relname FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND pg_has_role('${APPLICATION_ROLE}', relowner, 'MEMBER')`,
    );

    expect(rows).toEqual([]);
  });

  it('has exactly the privileges that the entities declare', async () => {
    const rows = await ownerRows<{ name: string; access: string }>(
      database,
      `SELECT table_name AS name, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS access
       FROM information_schema.role_table_grants
       WHERE table_schema = 'public' AND grantee IN ('${APPLICATION_ROLE}', 'PUBLIC') GROUP BY 1`,
    );
    const declared = database.dataSource.entityMetadatas.map(({ tableName, target }) => [
      tableName,
      {
        'read-only': 'SELECT',
        'append-only': 'INSERT SELECT',
        changeable: 'INSERT SELECT UPDATE',
        'with-drafts': 'DELETE INSERT SELECT UPDATE',
        passing: 'DELETE INSERT SELECT UPDATE',
      }[ownershipOf(target as new () => object).access],
    ]);

    expect(Object.fromEntries(rows.map(({ name, access }) => [name, access]))).toEqual(
      Object.fromEntries(declared),
    );
  });

  it('can make no table', async () => {
    const attempt = transactor.write(A, (tx) => tx.query('CREATE TABLE of_its_own ()'));

    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an organization', () => {
  it('sees its own rows of every owned table and no others, though nothing filters them', async () => {
    const seen = await transactor.read(B, (tx) =>
      owners(
        tx,
        owned.map((table) => `SELECT '${table}' AS name, organization_id FROM "${table}"`),
      ),
    );

    expect(seen).toEqual(owned.map((name) => ({ name, organization_id: B.organizationId })));
  });

  it('changes nothing of another, though its statements name no owner', async () => {
    const before = await rowsOf(A);

    for (const table of owned) {
      await ignoringRefusal((tx) =>
        tx.query(`UPDATE "${table}" SET organization_id = organization_id`),
      );
      await ignoringRefusal((tx) => tx.query(`DELETE FROM "${table}"`));
      if (!removable.includes(table)) continue;
      await insertSample((text) => ownerRows(database, text), table, B.organizationId);
    }

    expect(await rowsOf(A)).toEqual(before);
    expect(before).toHaveLength(owned.length);
  });

  it('can hand no row of its own to another', async () => {
    for (const table of owned) {
      const attempt = transactor.write(B, (tx) =>
        tx.query(`UPDATE "${table}" SET organization_id = '${A.organizationId}'`),
      );
      await expect(attempt, table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('can add no row for another', async () => {
    for (const table of owned) {
      const attempt = transactor.write(B, (tx) =>
        insertSample((text) => tx.query(text), table, A.organizationId),
      );
      await expect(attempt, table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is never shown another’s rows while both are read at once', async () => {
    const scopes = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? A : B));

    const answers = await Promise.all(
      scopes.map((scope) =>
        transactor.read(scope, async (tx) => {
          await tx.query('SELECT pg_sleep(random() / 100)');
          return tx.query('SELECT organization_id AS "organizationId" FROM vendors');
        }),
      ),
    );

    expect(answers).toEqual(scopes.map((scope) => [scope]));
  });
});

describe('without an owner', () => {
  it('nothing is seen', async () => {
    for (const table of owned) {
      expect(await database.dataSource.query(`SELECT FROM "${table}"`), table).toEqual([]);
    }
  });

  it('nothing can be added', async () => {
    for (const table of owned) {
      const attempt = insertSample(
        (text) => database.dataSource.query(text),
        table,
        A.organizationId,
      );
      await expect(attempt, table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each([
    ['a commit', (tx: Tx) => tx.query('SELECT 1')],
    ['a rollback', (tx: Tx) => tx.query('SELECT 1 / 0')],
  ])('every connection is left after %s', async (_, work) => {
    await Promise.allSettled(Array.from({ length: 10 }, () => transactor.write(A, work)));

    const left = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.dataSource.query<{ owner: string; readOnly: string }[]>(
          `SELECT coalesce(current_setting('app.org', true), '') AS owner,
                  current_setting('transaction_read_only') AS "readOnly", pg_sleep(0.01)::text AS slept`,
        ),
      ),
    );

    expect(left.flat().map(({ owner, readOnly }) => owner + readOnly)).toEqual(
      Array<string>(10).fill('off'),
    );
  });
});

function owners(tx: Tx, selects: readonly string[]): Promise<unknown[]> {
  return tx.query(`${selects.join(' UNION ALL ')} ORDER BY 1`);
}

/** Every version of a row has its own `xmin` and `ctid`, so any write shows. */
function rowsOf({ organizationId }: typeof A): Promise<unknown[]> {
  return ownerRows(
    database,
    owned
      .map(
        (table) =>
          `SELECT '${table}' AS name, xmin::text, ctid::text FROM "${table}" WHERE organization_id = '${organizationId}'`,
      )
      .join(' UNION ALL '),
  );
}

/** Some tables refuse the statement as such (42501); either way the other's rows must stay. */
async function ignoringRefusal(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await transactor.write(B, work).catch((error: unknown) => {
    expect(error).toMatchObject({ code: '42501' });
  });
}
