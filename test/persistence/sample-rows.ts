import type { Database } from '../../src/shared/persistence/database.js';
import { ownerRows } from '../support/database.js';

type Run = (text: string) => Promise<unknown>;

const VALUES: Readonly<Record<string, string>> = {
  bigint: '0',
  boolean: 'false',
  bytea: `''`,
  date: `'2026-04-01'`,
  integer: '0',
  jsonb: `'{}'`,
  numeric: '0',
  smallint: '0',
  text: `'x'`,
  'text[]': `'{}'`,
  'timestamp with time zone': `'2026-04-01T00:00:00Z'`,
  uuid: 'gen_random_uuid()',
  'uuid[]': `'{}'`,
};

/** Takes away what a row of made-up values would break: what is left to refuse it is its owner. */
export async function relaxConstraints(database: Database): Promise<void> {
  await ownerRows(
    database,
    `DO $$ DECLARE statement text; BEGIN
       FOR statement IN
         SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
         FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')
       LOOP EXECUTE statement; END LOOP;
       FOR statement IN
         SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', oid::regclass)
         FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       LOOP EXECUTE statement; END LOOP;
     END $$`,
  );
}

/** Adds a row of an organization with some value in every column that must have one. */
export async function insertSample(run: Run, table: string, organizationId: string): Promise<void> {
  const columns = (await run(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = '"${table}"'::regclass AND attnum > 0 AND attnotnull AND NOT atthasdef
       AND attidentity = '' AND attname <> 'organization_id'`,
  )) as { name: string; type: string }[];
  const names = ['organization_id', ...columns.map(({ name }) => name)];
  const values = [`'${organizationId}'`, ...columns.map(({ name, type }) => valueOf(type, name))];
  await run(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${values.join()})`,
  );
}

function valueOf(type: string, column: string): string {
  const value = VALUES[type];
  if (value === undefined) throw new Error(`No sample of type ${type} for column ${column}`);
  return value;
}
