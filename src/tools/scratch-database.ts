import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Address } from '../shared/persistence/data-source.js';
import { startEmbeddedPostgres } from '../shared/persistence/embedded-postgres.js';

/** An empty database that goes away: on the server of `url`, or embedded in a temporary folder. */
export async function withScratchDatabase<T>(
  url: string | undefined,
  work: (address: Address) => Promise<T>,
): Promise<T> {
  return url === undefined ? withEmbedded(work) : withServer(url, work);
}

async function withEmbedded<T>(work: (address: Address) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mitodoke-scratch-'));
  const embedded = await startEmbeddedPostgres(folder);
  try {
    return await work(embedded);
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function withServer<T>(url: string, work: (address: Address) => Promise<T>): Promise<T> {
  const name = `mitodoke_scratch_${String(process.pid)}_${String(process.hrtime.bigint())}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(
      `CREATE DATABASE ${name} ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`,
    );
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    return await work({ url: scratch.href });
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}
