import pg from 'pg';
import type { DataSource } from 'typeorm';
import { APPLICATION_ROLE, type Address } from './data-source.js';

/** Any number will do, as long as every instance uses the same. */
const MIGRATION_LOCK = 4_340_431;

/**
 * Brings the database to the present schema. Instances that start together take turns under a
 * session lock; the embedded database has one process by its folder lock and needs none.
 */
export async function migrate(
  owner: DataSource,
  address: Address,
  loadReferenceData: (owner: DataSource) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  if ('socketFolder' in address) {
    await prepare(owner);
    await loadReferenceData(owner);
    return;
  }
  const lock = new pg.Client({ connectionString: address.url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepare(owner);
    await loadReferenceData(owner);
  } finally {
    await lock.end();
  }
}

async function prepare(owner: DataSource): Promise<void> {
  await owner.initialize();
  await refuseUnusableDatabase(owner);
  await createApplicationRole(owner);
  await owner.runMigrations();
}

/** The locale decides whether Japanese can be searched: with `C` it has no trigrams at all. */
async function refuseUnusableDatabase(owner: DataSource): Promise<void> {
  const rows = await owner.query<{ encoding: string }[]>(
    `SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
  );
  const encoding = rows[0]?.encoding;
  if (encoding !== 'UTF8') {
    throw new Error(`The database must be encoded in UTF8, not ${encoding ?? 'unknown'}`);
  }
}

/** Roles belong to the whole cluster, so another database or instance may have made it already. */
async function createApplicationRole(owner: DataSource): Promise<void> {
  await owner.query(`DO $$ BEGIN
    CREATE ROLE ${APPLICATION_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  await owner.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`).catch((error: unknown) => {
    // PostgreSQL 16 grants a created role to its creator by itself and refuses a second time.
    if (!(error instanceof Error && /already a member|ADMIN option/.test(error.message)))
      throw error;
  });
}
