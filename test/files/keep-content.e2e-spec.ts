import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OrphanSweep } from '../../src/files/index.js';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { BucketServer } from './bucket.js';
import { lyingIn, PDF } from './samples.js';

let service: TestService;
let organizationId: string;
let token: string;
let client: Client;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  organizationId = town.organizationId;
  ({ client, token } = await town.someoneAs('staff'));
});
afterAll(() => service.stop());

interface Uploaded {
  readonly id: string;
  readonly sha256: string;
}

async function uploaded(content = `% ${randomUUID()}\n`, by = client): Promise<Uploaded> {
  const reply = await by.upload('a.pdf', Buffer.concat([PDF, Buffer.from(content)])).expect(201);
  return reply.body as Uploaded;
}

function kept(sha256: string): string {
  return join(service.files.folder, 'kept', organizationId, sha256);
}

const LONG_AGO = new Date('2026-01-01');

describe('the same content sent at once', () => {
  it('is several files and lies there once', async () => {
    const files = await Promise.all(Array.from({ length: 5 }, () => uploaded('the same')));

    const [{ sha256 } = { sha256: '' }] = files;
    expect(new Set(files.map(({ id }) => id)).size).toBe(5);
    expect((await lyingIn(service)).filter((path) => path.includes(sha256))).toHaveLength(1);
    for (const { id } of files) await client.get(`/v1/files/${id}/content`).expect(200);
  });

  it('is there for every file, however many others are withdrawn meanwhile', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await uploaded('again and again');
      const [, next] = await Promise.all([
        client.delete(`/v1/files/${id}`, 1).expect(204),
        uploaded('again and again'),
      ]);
      await client.get(`/v1/files/${next.id}/content`).expect(200);
      await client.delete(`/v1/files/${next.id}`, 1).expect(204);
    }
  });
});

describe('an upload that breaks off', () => {
  it('leaves no row and no content', async () => {
    const before = [await everythingIn(service), await lyingIn(service)];
    const { port } = service.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 500000\r\n` +
        'Content-Type: multipart/form-data; boundary=x\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n',
    );
    await vi.waitFor(async () => {
      expect((await lyingIn(service)).join()).toContain('incoming/');
    }, 10_000);
    socket.destroy();

    await vi.waitFor(async () => {
      expect([await everythingIn(service), await lyingIn(service)]).toEqual(before);
    }, 10_000);
  });
});

describe('a content that is not what it was', () => {
  it.each<[string, (path: string) => Promise<void>]>([
    ['is gone', (path) => rm(path)],
    ['is cut', (path) => truncate(path, 10)],
    ['is altered', alter],
  ])('fails before anything of it is sent where it %s', async (_, damage) => {
    const { id, sha256 } = await uploaded();
    await damage(kept(sha256));
    const reply = await fetchContent(service, token, id);

    expect(reply.status).toBe(500);
    expect(await reply.json()).toMatchObject({ type: 'urn:mitodoke:problem:service.failed' });
  });

  it('that is altered breaks off where it is too long to be held, so that nobody takes it for whole', async () => {
    const { id, sha256 } = await uploaded('% '.repeat(200_000));
    await alter(kept(sha256));
    const reply = await fetchContent(service, token, id);

    await expect(reply.arrayBuffer()).rejects.toThrow();
  });

  it('is mended by an upload of the same', async () => {
    const { id, sha256 } = await uploaded('to be mended');
    await writeFile(kept(sha256), 'damaged');
    await uploaded('to be mended');

    await client.get(`/v1/files/${id}/content`).expect(200);
  });
});

/** Leaves it as long as it was. */
async function alter(path: string): Promise<void> {
  const { size } = await stat(path);
  await writeFile(path, Buffer.alloc(size, 'x'));
}

function fetchContent(from: TestService, by: string, id: string): Promise<Response> {
  const { port } = from.app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}/v1/files/${id}/content`;
  return fetch(url, { headers: { authorization: `Bearer ${by}` } });
}

describe('the sweep', () => {
  const orphan = 'a'.repeat(64);
  afterEach(() => rm(kept(orphan), { force: true }));

  it('removes what a crash left behind, once it is a day old, and nothing else', async () => {
    const { sha256 } = await uploaded();
    const young = 'b'.repeat(64);
    const incoming = join(service.files.folder, 'incoming', randomUUID());
    const foreign = join(service.files.folder, 'kept', 'lost+found', 'a');
    await mkdir(join(foreign, '..'), { recursive: true });
    for (const path of [kept(orphan), kept(young), incoming, foreign]) await writeFile(path, 'x');
    for (const path of [kept(orphan), kept(sha256), incoming, foreign]) {
      await utimes(path, LONG_AGO, LONG_AGO);
    }
    await service.app.get(OrphanSweep).run();

    const left = (await lyingIn(service)).join('\n');
    for (const path of [sha256, young, 'lost+found/a']) expect(left).toContain(path);
    for (const path of [orphan, incoming.slice(-36)]) expect(left).not.toContain(path);
  });
});

describe('in a bucket', () => {
  let bucket: BucketServer;
  let stored: TestService;
  let someone: { client: Client; token: string; organizationId: string };

  beforeAll(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    bucket = await BucketServer.start();
    const { endpoint } = bucket;
    stored = await TestService.start({
      files: { bucket: { name: 'evidence', region: 'ap-northeast-1', endpoint } },
    });
    const town = await stored.town();
    someone = { ...(await town.someoneAs('staff')), organizationId: town.organizationId };
  });
  afterAll(async () => {
    await stored.stop();
    await bucket.stop();
    vi.unstubAllEnvs();
  });

  it('a file is kept, handed out and withdrawn', async () => {
    const content = Buffer.concat([PDF, Buffer.alloc(900_000, '% ')]);
    const { body } = await someone.client.upload('a.pdf', content).expect(201);
    const url = `/v1/files/${String(body.id)}`;
    const key = `${someone.organizationId}/${String(body.sha256)}`;

    expect(bucket.objects.get(key)?.content).toEqual(content);
    expect(await lyingIn(stored)).toEqual([]);
    const reply = await someone.client.get(`${url}/content`).buffer(true).expect(200);
    expect(Buffer.from(reply.body as Uint8Array)).toEqual(content);
    await someone.client.delete(url, 1).expect(204);
    expect(bucket.objects.size).toBe(0);
  });

  it('a damaged or missing content is found out', async () => {
    const [altered, gone] = [
      await uploaded('altered', someone.client),
      await uploaded('gone', someone.client),
    ];
    const path = `${someone.organizationId}/${altered.sha256}`;
    const size = bucket.objects.get(path)?.content.length ?? 0;
    bucket.objects.set(path, { content: Buffer.alloc(size), writtenAt: new Date() });
    bucket.objects.delete(`${someone.organizationId}/${gone.sha256}`);

    for (const { id } of [altered, gone]) {
      expect((await fetchContent(stored, someone.token, id)).status).toBe(500);
    }
  });

  it('what a crash left behind is swept', async () => {
    const { sha256 } = await uploaded('kept', someone.client);
    for (const hash of [sha256, 'c'.repeat(64)]) {
      const content = bucket.objects.get(`${someone.organizationId}/${hash}`)?.content ?? PDF;
      bucket.objects.set(`${someone.organizationId}/${hash}`, { content, writtenAt: LONG_AGO });
    }
    bucket.objects.set('somebody-elses/object', { content: PDF, writtenAt: LONG_AGO });
    await stored.app.get(OrphanSweep).run();

    const left = [...bucket.objects.keys()];
    expect(left).toContain('somebody-elses/object');
    expect(left).toContain(`${someone.organizationId}/${sha256}`);
    expect(left.join()).not.toContain('c'.repeat(64));
  });
});
