import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { SIDES, type Side } from './operation.js';
import { TrailSigningKey } from '../../../src/audit-trail/index.js';

/** The programs as they were built, and where each tells that it is ready. */
const PROGRAMS: Record<Side, { readonly file: string; readonly ready: string }> = {
  bare: { file: '../bare/main.js', ready: '/health' },
  mitodoke: { file: '../../../src/main.js', ready: '/health/ready' },
};
/** Requests are counted as ever, but none is refused. */
const UNLIMITED = '999999999';
const PATIENCE_MS = 30_000;

/** The servers as long as they run. */
export interface Servers {
  readonly urls: Readonly<Record<Side, string>>;
  stop(): Promise<void>;
}

/** Starts both as processes of their own, on the same database and with as many connections. */
export async function startServers(databaseUrl: string, poolSize: number): Promise<Servers> {
  const processes: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map(end));
  };
  try {
    const urls: Partial<Record<Side, string>> = {};
    const keys = {
      TRAIL_SIGNING_KEY: TrailSigningKey.made().toPem(),
      SECRETS_KEY: randomBytes(32).toString('base64'),
    };
    for (const side of SIDES) {
      const { file, ready } = PROGRAMS[side];
      const port = await freePort();
      const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          ...{ NODE_ENV: 'production', LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: String(port) },
          ...{ DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: String(poolSize) },
          ...keys,
          ...{ RATE_LIMIT_ADDRESS: UNLIMITED, RATE_LIMIT_CREDENTIAL: UNLIMITED },
          ...{ RATE_LIMIT_SIGN_IN: UNLIMITED, RATE_LIMIT_HEAVY: UNLIMITED },
        },
      });
      processes.push(child);
      urls[side] = `http://127.0.0.1:${String(port)}`;
      await untilReady(`${urls[side]}${ready}`, child);
    }
    return { urls: urls as Record<Side, string>, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server of ${url} ended`);
    const answer = await request(url).catch(() => undefined);
    await answer?.body.dump();
    if (answer?.statusCode === 200) return;
    await sleep(100);
  }
  throw new Error(`${url} did not answer in time`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
