import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS } from '../../migrations/index.js';
import { SCHEMA } from '../../src/schema.js';
import type { DatabaseConfig } from '../../src/shared/config/config.js';
import { catalogueOf } from '../../src/shared/persistence/catalogue.js';
import {
  APPLICATION_ROLE,
  ownerDataSource,
  type Address,
} from '../../src/shared/persistence/data-source.js';
import { openDatabase, type Database } from '../../src/shared/persistence/database.js';
import { FolderInUse, takeFolderLock } from '../../src/shared/persistence/folder-lock.js';
import { migrate } from '../../src/shared/persistence/migrate.js';
import { withScratchDatabase } from '../../src/tools/scratch-database.js';

const server = process.env.DATABASE_URL;

describe('the migrations', () => {
  it('come down to nothing and up again to the same schema', async () => {
    await withScratchDatabase(server, async (address) => {
      const owner = ownerDataSource(address, SCHEMA.entities, SCHEMA.migrations);
      try {
        await migrate(owner, address);
        const migrated = await catalogueOf(owner, APPLICATION_ROLE);
        for (let left = MIGRATIONS.length; left > 0; left -= 1) await owner.undoLastMigration();
        const emptied = await catalogueOf(owner, APPLICATION_ROLE);
        await owner.runMigrations();

        expect(migrated.length).toBeGreaterThan(100);
        expect(emptied).toEqual([]);
        expect(await catalogueOf(owner, APPLICATION_ROLE)).toEqual(migrated);
      } finally {
        await owner.destroy();
      }
    });
  });
});

describe('opening a fresh database', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mitodoke-fresh-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('from three instances at once ends in one schema', async () => {
    await onFreshDatabase(folder, async (config) => {
      const opened = await Promise.allSettled([1, 2, 3].map(() => openDatabase(config, SCHEMA)));
      const databases = opened.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value] : [],
      );
      try {
        if (config.kind === 'server') {
          expect(databases).toHaveLength(3);
          expect(databases.filter(({ isNew }) => isNew)).toHaveLength(3);
        } else {
          expect(databases).toHaveLength(1);
          expect(opened.filter(refusedAsInUse)).toHaveLength(2);
        }
        for (const database of databases) expect(await policiesIn(database)).toBeGreaterThan(0);
      } finally {
        for (const database of databases) await database.close();
      }
    });
  });

  it('leaves nothing open when it fails', async () => {
    await onFreshDatabase(folder, async (config) => {
      const failure = new Error('a pack that cannot be trusted');
      const failing = openDatabase(config, {
        ...SCHEMA,
        loadReferenceData: () => Promise.reject(failure),
      });

      await expect(failing).rejects.toBe(failure);

      const database = await openDatabase(config, SCHEMA);
      // A server ends a closed session a moment later.
      await vi.waitFor(async () => {
        expect(await sessionsBeside(database)).toEqual([]);
      }, 2000);
      await database.close();
    });
  });
});

describe('the data folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mitodoke-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is refused to a second process for as long as the first one runs', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    await writeFile(join(folder, await claimOf(other.pid ?? 0)), '');

    await expect(openDatabase({ kind: 'embedded', folder }, SCHEMA)).rejects.toThrow(FolderInUse);
    expect(await readdir(folder)).toEqual([await claimOf(other.pid ?? 0)]);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const lock = await takeFolderLock(folder);

    expect(await readdir(folder)).toEqual([await claimOf(process.pid)]);
    await lock.release();
  });

  it('is refused a second time to the same process, until it is given back', async () => {
    const lock = await takeFolderLock(folder);

    await expect(takeFolderLock(folder)).rejects.toThrow(FolderInUse);
    await lock.release();

    await (await takeFolderLock(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a process that no longer runs', 'lock-4194305-1'],
    ['a process whose id another has now', `lock-${String(process.pid)}-1`],
  ])('is taken over from %s', async (_, left) => {
    await writeFile(join(folder, left), '');

    const lock = await takeFolderLock(folder);

    await expect(takeFolderLock(folder)).rejects.toThrow(FolderInUse);
    expect(await readdir(folder)).toEqual([await claimOf(process.pid)]);
    await lock.release();
  });

  it('is given to one of many who find it left behind at once', async () => {
    for (let round = 0; round < 100; round += 1) {
      await writeFile(join(folder, 'lock-4194305-1'), '');

      const attempts = await Promise.allSettled(
        Array.from({ length: 8 }, () => takeFolderLock(folder)),
      );

      const taken = attempts.flatMap((attempt) =>
        attempt.status === 'fulfilled' ? [attempt.value] : [],
      );
      expect(taken).toHaveLength(1);
      expect(attempts.filter(refusedAsInUse)).toHaveLength(7);
      await taken[0]?.release();
    }
  });
});

function onFreshDatabase(
  folder: string,
  work: (config: DatabaseConfig) => Promise<void>,
): Promise<void> {
  if (server === undefined) return work({ kind: 'embedded', folder });
  return withScratchDatabase(server, (address) => work(serverAt(address)));
}

function serverAt(address: Address): DatabaseConfig {
  if (!('url' in address)) throw new Error('Not a server');
  return { kind: 'server', url: address.url, ownerUrl: address.url, poolSize: 2 };
}

async function policiesIn({ dataSource }: Database): Promise<number> {
  const rows = await dataSource.query<unknown[]>('SELECT id FROM policy_versions');
  return rows.length;
}

function sessionsBeside({ dataSource }: Database): Promise<unknown[]> {
  return dataSource.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
}

function refusedAsInUse(result: PromiseSettledResult<unknown>): boolean {
  return result.status === 'rejected' && result.reason instanceof FolderInUse;
}

/** The name of the file by which a process claims the folder: its id and when it started. */
async function claimOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  const startTime = status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `lock-${String(pid)}-${startTime}`;
}
