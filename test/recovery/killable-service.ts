import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseConfig } from '../../src/shared/config/config.js';

const run = promisify(execFile);
const COMPILER = 'node_modules/@swc/cli/bin/swc.js';
const UNLIMITED = '999999999';
const WORKER = 'src/shared/persistence/embedded-postgres.worker.mjs';

/** The service compiled into a folder of its own, so that it runs as it does for its users. */
export async function compiledService(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mitodoke-compiled-'));
  const options = ['-d', join(folder, 'dist'), '--config-file', '.swcrc', '--copy-files'];
  await run(process.execPath, [COMPILER, 'src', 'migrations', ...options]);
  await cp(WORKER, join(folder, 'dist', WORKER));
  await cp('package.json', join(folder, 'package.json'));
  await cp('openapi', join(folder, 'openapi'), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The service as a process, which the test ends as the power does. */
export class KillableService {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @param folder where it was compiled; its signing key is kept there from one start to the next */
  static async start(folder: string, database: DatabaseConfig): Promise<KillableService> {
    const child = fork(join(folder, 'dist/src/main.js'), {
      env: {
        ...{ PORT: '0', LOG_LEVEL: 'fatal', MOVABLE_CLOCK: 'true' },
        ...{ RATE_LIMIT_ADDRESS: UNLIMITED, RATE_LIMIT_CREDENTIAL: UNLIMITED },
        ...(database.kind === 'embedded'
          ? { DATA_DIR: database.folder }
          : { DATA_DIR: join(folder, 'data'), DATABASE_URL: database.url }),
      },
    });
    return new KillableService(child, await readyAt(child));
  }

  /** Ends it without a word: nothing in it gets a chance to finish. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** Where the service answers, once it does. @throws Error where it ends first */
async function readyAt(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The service ended with ${String(code)} before it was ready`);
  });
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [{ ready: string }];
  return told.ready;
}
