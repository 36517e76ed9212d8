import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { SCHEMA } from '../../../src/schema.js';
import { openDatabase } from '../../../src/shared/persistence/database.js';
import { assessments, conclusions } from './assessments.js';
import { bodies } from './bodies.js';
import { cases } from './cases.js';
import { engagements } from './engagements.js';
import { CREATE_ID_FUNCTION, FIRST_FOREIGN_ID } from './ids.js';
import { reports } from './reports.js';
import { insertOf, type Section } from './section.js';
import { vendors } from './vendors.js';

const NAME = 'mitodoke_bench';

const MAKERS = [bodies, vendors, engagements, cases, assessments, conclusions, reports];

/** What of the database the runs change: it is put back in shape before each. */
const CHANGED = ['vendors', 'assessments', 'assessment_answers', 'audit_trail'];

/** What database is asked for. */
export interface Wanted {
  /** Any database of the server. */
  readonly server: string;
  readonly organizations: number;
  /** Whether it is filled anew although it is as wanted. */
  readonly refill: boolean;
  readonly say: (line: string) => void;
}

/** Gives the address of a database with the generated data, which it makes where it is not there. */
export async function benchDatabase(wanted: Wanted): Promise<string> {
  const address = new URL(wanted.server);
  address.pathname = `/${NAME}`;
  const sections = MAKERS.flatMap((make) => make(wanted.organizations));
  const mark = markOf(sections);
  const isThere = !wanted.refill && (await markOn(wanted.server)) === mark;
  if (!isThere) await fill(wanted, address.href, sections, mark);
  await withClient(address.href, tidy);
  return address.href;
}

/** Runs work on a connection of its own. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const PACKS = 'src/policies/packs';

/** Names the schema, the policies and the data by what makes them: with others the database is filled anew. */
function markOf(sections: readonly Section[]): string {
  const packs = readdirSync(PACKS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(PACKS, name), 'utf8'));
  const makers = [...SCHEMA.migrations.map(String), ...packs, ...sections.map(insertOf)];
  return createHash('sha256').update(makers.join('\n')).digest('hex');
}

function markOn(server: string): Promise<string | undefined> {
  return withClient(server, async (client) => {
    const { rows } = await client.query<{ mark: string }>(
      `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = '${NAME}'`,
    );
    return rows[0]?.mark;
  });
}

async function fill(
  { server, say }: Wanted,
  url: string,
  sections: readonly Section[],
  mark: string,
): Promise<void> {
  await withClient(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await client.query(
      `CREATE DATABASE ${NAME} ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`,
    );
  });
  const product = await openDatabase({ kind: 'server', url, ownerUrl: url, poolSize: 1 }, SCHEMA);
  await product.close();
  await withClient(url, async (client) => {
    await generate(client, sections, say);
    await client.query('VACUUM (FREEZE, ANALYZE)');
    await client.query(`COMMENT ON DATABASE ${NAME} IS '${mark}'`);
  });
}

/** References hold by construction and are not checked again, which would take longer than the rows. */
async function generate(
  client: pg.Client,
  sections: readonly Section[],
  say: Wanted['say'],
): Promise<void> {
  await client.query(`SET session_replication_role = 'replica'; SET synchronous_commit = off;
    SET TIME ZONE 'UTC'; SET jit = off; ${CREATE_ID_FUNCTION}`);
  for (const section of sections) {
    const begun = performance.now();
    const { rowCount } = await client.query(insertOf(section));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`  ${section.table}: ${String(rowCount)} rows in ${seconds} s`);
  }
}

/** Takes away what earlier runs added, so that every run meets the same database. */
async function tidy(client: pg.Client): Promise<void> {
  for (const table of ['vendors', 'audit_trail']) {
    await client.query(`DELETE FROM ${table} WHERE id >= $1`, [FIRST_FOREIGN_ID]);
  }
  await client.query(`VACUUM (ANALYZE) ${CHANGED.join(', ')}`);
  await client.query('CHECKPOINT');
}
