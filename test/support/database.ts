import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { SCHEMA } from '../../src/schema.js';
import type { DatabaseConfig } from '../../src/shared/config/config.js';
import { APPLICATION_ROLE } from '../../src/shared/persistence/data-source.js';
import { openDatabase, type Database, type Schema } from '../../src/shared/persistence/database.js';

/** The template holds the packs already; reading them again was most of what a start took. */
const PREPARED: Schema = { ...SCHEMA, loadReferenceData: () => Promise.resolve() };

/** A database of this test file alone, copied from the migrated template. */
export async function testDatabase(): Promise<Database> {
  const { config, remove } = await databaseCopy();
  const database = await openCopy(config);
  return {
    ...database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

/** A copy of the migrated template that nobody has opened yet. */
export interface DatabaseCopy {
  readonly config: DatabaseConfig;
  readonly remove: () => Promise<void>;
}

/** The copy for tests that open it by themselves, or let another process open it. */
export async function databaseCopy(): Promise<DatabaseCopy> {
  const template = inject('template');
  return 'url' in template ? clone(template.url) : copy(template.folder);
}

/** Opens a copy, as a start on an unchanged release does but for reading the packs. */
export function openCopy(config: DatabaseConfig): Promise<Database> {
  return openDatabase(config, PREPARED);
}

/** Rows as the owner of the tables sees them, past row-level security. */
export async function ownerRows<Row>(
  { dataSource }: Database,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('RESET ROLE');
    return (await runner.query(text, values)) as Row[];
  } finally {
    await runner.query(`SET ROLE ${APPLICATION_ROLE}`);
    await runner.release();
  }
}

async function copy(template: string): Promise<DatabaseCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'mitodoke-test-'));
  await cp(template, folder, { recursive: true });
  return {
    config: { kind: 'embedded', folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function clone(template: string): Promise<DatabaseCopy> {
  const name = `mitodoke_test_${String(process.pid)}_${String(process.hrtime.bigint())}`;
  const admin = new URL(template);
  const original = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  await run(admin.href, `CREATE DATABASE ${name} TEMPLATE ${original}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    config: { kind: 'server', url: url.href, ownerUrl: url.href, poolSize: 5 },
    remove: () => run(admin.href, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
