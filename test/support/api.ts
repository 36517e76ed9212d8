import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest, { type Test } from 'supertest';
import { v4 as uuidv4 } from 'uuid';
import { createApp } from '../../src/app.js';
import { passingEquipment } from '../../src/equipment.js';
import type { FilesConfig } from '../../src/shared/config/config.js';
import { TIMEOUTS, type HttpOptions } from '../../src/shared/http/http-options.js';
import { BusinessClock } from '../../src/shared/time/clock.js';
import { expectContract } from './contract.js';
import { ownerRows, testDatabase } from './database.js';
import { Town } from './town.js';
import type { Database } from '../../src/shared/persistence/database.js';

/** No test is refused for sending much but the ones of the limits. */
export const UNLIMITED: HttpOptions = {
  rateLimits: { address: 1e9, credential: 1e9, signIn: 1e9, heavy: 1e9 },
  trustedProxies: [],
  corsOrigins: [],
  publicUrl: undefined,
  securityContact: undefined,
  timeouts: TIMEOUTS,
};

/** What a service under test is told beside what all are. */
interface Told {
  /** What it works on; a database of its own where none is given. */
  readonly opened?: Database;
  readonly http?: Partial<HttpOptions>;
  readonly files?: Partial<FilesConfig>;
  readonly logger?: LoggerService | false;
}

/** The whole service on a database of its own, spoken to over HTTP. */
export class TestService {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly files: FilesConfig,
  ) {}

  static async start({
    opened,
    http = {},
    files: kept = {},
    logger = false,
  }: Told = {}): Promise<TestService> {
    const database = opened ?? (await testDatabase());
    const folder = join(tmpdir(), `mitodoke-files-${uuidv4()}`);
    const files = { folder, bucket: undefined, maxBytes: 1_000_000, scanner: undefined, ...kept };
    const equipment = { ...passingEquipment(), files, http: { ...UNLIMITED, ...http } };
    const app = await createApp(database, equipment, logger);
    await app.listen(0, '127.0.0.1');
    return new TestService(app, database, files);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await rm(this.files.folder, { recursive: true, force: true });
  }

  /** A client without a credential. */
  get anyone(): Client {
    return new Client(this.app);
  }

  /** A new body on the sample policy, with nobody in it yet. */
  town(): Promise<Town> {
    return Town.found(this);
  }

  clientWith(token: string): Client {
    return new Client(this.app, token);
  }

  /** Moves the business clock to noon in Japan of a day. */
  itIs(day: string): void {
    this.app.get(BusinessClock).moveTo(new Date(`${day}T12:00:00+09:00`));
  }

  /** Rows as the owner of the tables sees them, past row-level security: for assertions only. */
  rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return ownerRows(this.database, text, values);
  }
}

/** Sends requests and holds every reply against the contract. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token?: string,
  ) {}

  get(url: string): Test {
    return this.send('GET', url);
  }

  post(url: string, body?: object): Test {
    return this.send('POST', url, body);
  }

  put(url: string, body: object, version?: string | number): Test {
    return this.send('PUT', url, body, version);
  }

  patch(url: string, body: object, version?: string | number): Test {
    return this.send('PATCH', url, body, version);
  }

  delete(url: string, version?: string | number): Test {
    return this.send('DELETE', url, undefined, version);
  }

  /** Uploads a file as a browser does. */
  upload(name: string, content: Buffer | string, path = '/v1/files'): Test {
    return this.send('POST', path).attach('file', Buffer.from(content), name);
  }

  /** A POST that decides on what was read. */
  decide(url: string, body: object, version: string | number): Test {
    return this.send('POST', url, body, version);
  }

  private send(method: string, url: string, body?: object, version?: string | number): Test {
    const agent = supertest(this.app.getHttpServer());
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const test = agent[verb](url);
    if (this.token !== undefined) void test.set('Authorization', `Bearer ${this.token}`);
    if (version !== undefined) void test.set('If-Match', `"${String(version)}"`);
    if (body !== undefined) void test.send(body);
    return test.expect((response) => {
      expectContract(method, url, response);
    });
  }
}
