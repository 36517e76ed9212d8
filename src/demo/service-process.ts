import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from './office.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));

/** A year of an office's work passes in a minute. */
const UNLIMITED = {
  RATE_LIMIT_ADDRESS: '999999999',
  RATE_LIMIT_CREDENTIAL: '999999999',
  RATE_LIMIT_SIGN_IN: '999999999',
  RATE_LIMIT_HEAVY: '999999999',
};

/** A service of the demo's own: another process on a fresh embedded database, gone when it stops. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<ServiceProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'mitodoke-demo-'));
    const child = fork(MAIN, {
      env: {
        DATA_DIR: folder,
        PORT: '0',
        LOG_LEVEL: 'error',
        MOVABLE_CLOCK: 'true',
        ...UNLIMITED,
      },
    });
    return new ServiceProcess(child, folder, await answerOf<string>(child, 'ready'));
  }

  /** Moves the business clock of the service to noon in Japan of a day. */
  async moveTo(day: string): Promise<void> {
    const moved = answerOf(this.child, 'moved');
    this.child.send({ instant: `${day}T12:00:00+09:00` });
    await moved;
  }

  /** Sets up a sample body on the day it is. @returns who can sign in there */
  async found(name: string): Promise<readonly Account[]> {
    const founded = answerOf<readonly Account[]>(this.child, 'founded');
    this.child.send({ found: name });
    return founded;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Waits for a message of the service. @throws Error where the service ends first */
function answerOf<Answer>(child: ChildProcess, name: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => {
      reject(new Error(`The service ended with ${String(code)} before it was ${name}`));
    };
    const heard = (message: Readonly<Record<string, unknown>>): void => {
      if (!(name in message)) return;
      child.off('message', heard).off('exit', ended);
      resolve(message[name] as Answer);
    };
    child.on('message', heard).once('exit', ended);
  });
}
