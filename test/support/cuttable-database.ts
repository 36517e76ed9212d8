import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTITIES } from '../../src/entities.js';
import { applicationDataSource, type Address } from '../../src/shared/persistence/data-source.js';
import type { Database } from '../../src/shared/persistence/database.js';
import { startEmbeddedPostgres } from '../../src/shared/persistence/embedded-postgres.js';
import { databaseCopy, type DatabaseCopy } from './database.js';

/** Where a socket listens or is reached. */
type Place = { readonly host: string; readonly port: number } | { readonly path: string };

/** A line to a database that breaks when the test says so. */
export class CuttableLine {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(behind: Place) {
    this.server = createServer((near) => {
      const far = connect(behind);
      near.pipe(far).pipe(near);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
      }
    });
  }

  /** Takes connections at a place, from now on or again. */
  async open(place: Place): Promise<void> {
    this.server.listen(place);
    await once(this.server, 'listening');
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Every connection breaks, and no new one is taken. */
  async cut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

/** A database of a test's own at the end of such a line. */
export interface CuttableDatabase extends Database {
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function cuttableDatabase(): Promise<CuttableDatabase> {
  const copy = await databaseCopy();
  return copy.config.kind === 'server'
    ? throughPort(copy, new URL(copy.config.url))
    : throughSocket(copy, copy.config.folder);
}

async function throughPort({ remove }: DatabaseCopy, url: URL): Promise<CuttableDatabase> {
  const line = new CuttableLine({ host: url.hostname, port: Number(url.port) });
  await line.open({ host: '127.0.0.1', port: 0 });
  const place = { host: '127.0.0.1', port: line.port };
  url.host = `${place.host}:${String(place.port)}`;
  return on({ url: url.href }, line, place, remove);
}

async function throughSocket({ remove }: DatabaseCopy, folder: string): Promise<CuttableDatabase> {
  const name = '.s.PGSQL.5432';
  const embedded = await startEmbeddedPostgres(folder);
  const socketFolder = await mkdtemp(join(tmpdir(), 'mitodoke-line-'));
  const line = new CuttableLine({ path: join(embedded.socketFolder, name) });
  const place = { path: join(socketFolder, name) };
  await line.open(place);
  return on({ socketFolder }, line, place, async () => {
    await embedded.stop();
    await rm(socketFolder, { recursive: true, force: true });
    await remove();
  });
}

async function on(
  address: Address,
  line: CuttableLine,
  place: Place,
  remove: () => Promise<void>,
): Promise<CuttableDatabase> {
  const dataSource = applicationDataSource(address, ENTITIES, 5);
  await dataSource.initialize();
  return {
    dataSource,
    isNew: false,
    cut: () => line.cut(),
    mend: () => line.open(place),
    close: async () => {
      await dataSource.destroy();
      await line.cut();
      await remove();
    },
  };
}
