import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { takeFolderLock } from './folder-lock.js';

/** A PostgreSQL inside this process: one session, data in a folder, not safe against power loss. */
export interface EmbeddedPostgres {
  /** Folder of the Unix socket, as node-postgres takes it for `host`. */
  readonly socketFolder: string;
  stop(): Promise<void>;
}

const WORKER = new URL('./embedded-postgres.worker.mjs', import.meta.url);

/**
 * Starts the embedded PostgreSQL on a data folder. It runs in a worker thread, because on the main
 * thread every query would stop timers and sockets; it is reached over a private Unix socket.
 *
 * @throws FolderInUse when another process holds the folder: two on one folder lose rows silently.
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  await mkdir(folder, { recursive: true });
  const lock = await takeFolderLock(folder);
  try {
    const socketFolder = await mkdtemp(join(tmpdir(), 'mitodoke-'));
    const worker = new Worker(WORKER, {
      workerData: {
        dataDir: join(folder, 'postgres'),
        socketPath: join(socketFolder, '.s.PGSQL.5432'),
      },
    });
    await messageFrom(worker);
    return {
      socketFolder,
      stop: async () => {
        worker.postMessage('stop');
        await messageFrom(worker);
        await worker.terminate();
        await rm(socketFolder, { recursive: true, force: true });
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function messageFrom(worker: Worker): Promise<void> {
  const failed = once(worker, 'error').then(([error]) => {
    throw error as Error;
  });
  await Promise.race([once(worker, 'message'), failed]);
}
