import { rm, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseConfig } from '../../src/shared/config/config.js';
import { trailVerify } from '../../src/tools/trail/verify.js';
import { TestService } from '../support/api.js';
import { databaseCopy, openCopy, type DatabaseCopy } from '../support/database.js';
import { WorkFolder } from '../tools/work-folder.js';
import { compiledService, KillableService } from './killable-service.js';
import { PATIENCE } from './until.js';
import { expectWholeUnits } from './whole-units.js';
import { send, WriteLoad, type Sender, type SentWrite } from './write-load.js';

/** How often the service is killed; `CRASH_ROUNDS=20` for the long run. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);

let copy: DatabaseCopy;
let program: string;
let work: WorkFolder;
let someone: Omit<Sender, 'url'>;

beforeAll(async () => {
  copy = await databaseCopy();
  program = await compiledService();
  work = await WorkFolder.make();
  const service = await TestService.start({ opened: await openCopy(copy.config) });
  const town = await service.town();
  const { token } = await town.someoneAs('procurement', 'section-manager', 'auditor');
  someone = { token, unitId: town.unitId };
  await service.stop();
});
afterAll(async () => {
  await work.remove();
  await rm(program, { recursive: true });
  await copy.remove();
});

it(
  `a service killed ${String(ROUNDS)} times while it writes loses nothing acknowledged and leaves nothing half written`,
  { timeout: (ROUNDS + 1) * 120_000 },
  async () => {
    const writes: SentWrite[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      writes.push(...(await untilKilled(round)));
      await expectWhole(writes);
    }
    const unanswered = writes.filter(({ answer }) => answer === undefined);
    const service = await KillableService.start(program, copy.config);
    const sender = { ...someone, url: service.url };
    for (const write of unanswered) writes.push(await send(sender, write));
    const { text } = await verified(sender);
    await service.kill();

    expect(text).toContain('証跡は完全です。');
    expect(unanswered.length).toBeGreaterThan(0);
    const keys = new Set(writes.map(({ key }) => key));
    expect(await expectWhole(writes)).toBe(keys.size);
    process.stdout.write(
      `${copy.config.kind}: ${String(ROUNDS)} kills, ${String(keys.size - unanswered.length)} writes acknowledged before them, ${String(unanswered.length)} without an answer; ${text.split('\n')[0] ?? ''}\n`,
    );
  },
);

/** Starts the service, lets many write, and kills it after as many answers as the round says. */
async function untilKilled(round: number): Promise<readonly SentWrite[]> {
  const service = await KillableService.start(program, copy.config);
  const load = new WriteLoad({ ...someone, url: service.url });
  const enough = 20 + ((round * 7) % 23);
  await expect.poll(() => load.answered(201).length, PATIENCE).toBeGreaterThan(enough);
  await service.kill();
  await load.stop();
  return load.writes;
}

/** Looks at the database by itself. @returns how many things there are */
async function expectWhole(writes: readonly SentWrite[]): Promise<number> {
  await untilNobodyIsConnected(copy.config);
  const database = await openCopy(copy.config);
  try {
    return await expectWholeUnits(database, writes);
  } finally {
    await database.close();
  }
}

/** A database server finishes what a client sent before it died. */
async function untilNobodyIsConnected(config: DatabaseConfig): Promise<void> {
  if (config.kind === 'embedded') return;
  const client = new pg.Client({ connectionString: config.url });
  await client.connect();
  const others = async (): Promise<number> => {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    return rows[0]?.others ?? 0;
  };
  try {
    await expect.poll(others, PATIENCE).toBe(0);
  } finally {
    await client.end();
  }
}

/** Seals the trail, and verifies an export of it as anyone can. */
async function verified({ url, token }: Sender): Promise<{ readonly text: string }> {
  const headers = { authorization: `Bearer ${token}` };
  const sealed = await fetch(`${url}/v1/audit-trail/checkpoints`, { method: 'POST', headers });
  expect(sealed.status).toBe(201);
  const file = await fetch(`${url}/v1/audit-trail/export`, { headers });
  await writeFile(work.path('export.jsonl'), await file.text());
  return work.run(trailVerify, 'export.jsonl');
}
