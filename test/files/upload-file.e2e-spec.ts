import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ABSENT, expectProblem } from '../http/refusals.js';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { trailOf } from '../support/operation.js';
import { sendRaw, type RawReply } from '../support/raw-http.js';
import { pagesOf } from '../vendors/pages.js';
import { lyingIn, PDF } from './samples.js';

let service: TestService;
let organizationId: string;
let staff: { client: Client; personId: string; token: string };
let client: Client;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  organizationId = town.organizationId;
  staff = await town.someoneAs('staff');
  client = staff.client;
});
afterAll(() => service.stop());

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A PDF that no other test has. */
function ownPdf(): Buffer {
  return Buffer.concat([PDF, Buffer.from(`% ${randomUUID()}\n`)]);
}

describe('an uploaded file', () => {
  it('is told, kept under its hash and recorded', async () => {
    const content = ownPdf();
    const reply = await client.upload('報告書（第1四半期）.pdf', content).expect(201);

    expect(reply.body).toEqual({
      id: expect.any(String),
      version: 1,
      name: '報告書（第1四半期）.pdf',
      mediaType: 'application/pdf',
      bytes: content.length,
      sha256: sha256(content),
      state: 'unscanned',
      signature: null,
      uploadedBy: staff.personId,
      givenBy: null,
      uploadedAt: expect.any(String),
      attachments: [],
    });
    const { id } = reply.body as { id: string };
    expect(reply.headers).toMatchObject({ location: `/v1/files/${id}`, etag: '"1"' });
    expect((await client.get(`/v1/files/${id}`).expect(200)).body).toEqual(reply.body);
    expect(await lyingIn(service)).toContain(`kept/${organizationId}/${sha256(content)}`);
    expect(await trailOf(service, id)).toEqual(['file.stored']);
  });

  it('is handed out to be kept, under its name, and never shown as a page', async () => {
    const content = ownPdf();
    const { body } = await client.upload('登録証 (写し).PDF', content);
    const reply = await client
      .get(`/v1/files/${String(body.id)}/content`)
      .buffer(true)
      .expect(200);

    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''%E7%99%BB%E9%8C%B2%E8%A8%BC%20%28%E5%86%99%E3%81%97%29.pdf`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: `"${sha256(content)}"`,
    });
    expect(Buffer.from(reply.body as Uint8Array)).toEqual(content);
  });

  it('is listed with the others of its body, newest first', async () => {
    const town = await service.town();
    const other = await town.as('staff');
    const ids: string[] = [];
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) {
      ids.unshift(String((await other.upload(name, ownPdf())).body.id));
    }

    expect(await pagesOf(other, '/v1/files?limit=2')).toEqual([ids.slice(0, 2), ids.slice(2)]);
  });

  it('of another body is as missing as any', async () => {
    const { body } = await client.upload('a.pdf', ownPdf());
    const elsewhere = await (await service.town()).someoneAs('staff');
    const headers = { authorization: `Bearer ${elsewhere.token}`, 'if-match': '"1"' };
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', '/content'],
      ['DELETE', ''],
    ] as const) {
      const ask = (id: string): Promise<RawReply> =>
        sendRaw(service, { method, path: `/v1/files/${id}${rest}`, headers });
      const foreign = await ask(String(body.id));

      expectProblem(foreign, 404, 'ja');
      expect(foreign.text).toBe((await ask(ABSENT)).text);
    }
    expect(await pagesOf(elsewhere.client, '/v1/files?')).toEqual([[]]);
  });

  it('shares its content with no other body, so that an upload tells nothing of it', async () => {
    const content = ownPdf();
    const town = await service.town();
    await client.upload('a.pdf', content).expect(201);
    await (await town.as('staff')).upload('a.pdf', content).expect(201);

    for (const owner of [organizationId, town.organizationId]) {
      expect(await lyingIn(service)).toContain(`kept/${owner}/${sha256(content)}`);
    }
  });
});

describe('an upload repeated under the same Idempotency-Key', () => {
  it('is done once where the content is the same, and refused where it is another', async () => {
    const content = ownPdf();
    const send = (bytes: Buffer, name = 'a.pdf') =>
      client.upload(name, bytes).set('Idempotency-Key', 'upload-1');
    const first = await send(content).expect(201);
    const again = await send(content).expect(201);

    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await send(ownPdf()).expect(422)).body.type).toMatch('idempotency.key-reused');
    await send(content, 'b.pdf').expect(422);
    const rows = await service.rows('SELECT id FROM files WHERE sha256 = $1', [sha256(content)]);
    expect(rows).toHaveLength(1);
  });
});

const BOUNDARY = 'x-boundary';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A part of a form, as it stands on the wire. */
function part(disposition: string, content: string | Buffer = PDF): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')]);
}

function form(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

const FILE = 'name="file"; filename="a.pdf"';

/** Sends an upload byte by byte and holds that nothing came of it. */
async function refused(
  status: number,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<RawReply> {
  const before = [await everythingIn(service), await lyingIn(service)];
  const authorization = `Bearer ${staff.token}`;
  const request = { method: 'POST', path: '/v1/files', body };
  const given = { authorization, 'content-type': MULTIPART, ...headers };
  const reply = await sendRaw(service, { ...request, headers: given });

  expectProblem(reply, status, 'ja');
  expect([await everythingIn(service), await lyingIn(service)]).toEqual(before);
  return reply;
}

describe('an upload is refused without a trace', () => {
  it.each([
    ['without a part', form()],
    ['of nothing at all', Buffer.alloc(0)],
    ['with a field beside the file', form(part('name="note"', 'x'), part(FILE))],
    ['with a field behind the file', form(part(FILE), part('name="note"', 'x'))],
    ['of two files', form(part(FILE), part('name="file"; filename="b.pdf"'))],
    ['under another name', form(part('name="document"; filename="a.pdf"'))],
    ['under the name of a prototype', form(part('name="__proto__"; filename="a.pdf"'))],
    ['of a file without a name', form(part('name="file"'))],
    ['of an empty file', form(part(FILE, ''))],
    ['that breaks off', part(FILE)],
    ['with another boundary', Buffer.from(form(part(FILE)).toString().replaceAll(BOUNDARY, 'y'))],
    ['that is no form', Buffer.from('{"file":"a.pdf"}')],
  ])('%s', async (_, body) => {
    expect((await refused(400, body)).text).toContain('"#/file"');
  });

  it('without a boundary', async () => {
    await refused(400, form(part(FILE)), { 'content-type': 'multipart/form-data' });
  });

  it.each([
    '',
    '\u3000',
    '../../etc/passwd.pdf',
    '..\\a.pdf',
    '/etc/a.pdf',
    'a\0.pdf',
    'a\x1b[2J.pdf',
    'rep\u202Efdp.pdf',
    `${'長'.repeat(1000)}.pdf`,
  ])('by the name %j', async (name) => {
    await refused(400, form(part(`name="file"; filename="${name}"`)));
  });

  it('by a name that is not in UTF-8', async () => {
    const name = Buffer.from('name="file"; filename="\x95\xf1.pdf"', 'latin1');
    const text = form(part('@@')).toString('latin1').replace('@@', name.toString('latin1'));
    await refused(400, Buffer.from(text, 'latin1'));
  });

  it('beyond the largest size, announced or not', async () => {
    const large = form(part(FILE, Buffer.concat([PDF, Buffer.alloc(1_000_000)])));
    const reply = await refused(413, large);
    await refused(413, form(part(FILE, Buffer.concat([PDF, Buffer.alloc(999_990)]))));

    expect(JSON.parse(reply.text)).toMatchObject({
      type: 'urn:mitodoke:problem:file.too-large',
      facts: { maxBytes: 1_000_000 },
    });
  });

  it('in its order: credential, permission, kind of body, form', async () => {
    const nobody = await (await service.town()).someoneAs();
    const wrong = part('name="x"; filename=""');
    await refused(401, wrong, { authorization: 'Bearer x' });
    await refused(403, wrong, { authorization: `Bearer ${nobody.token}` });
    await refused(415, Buffer.from('{'), { 'content-type': 'text/plain' });
    await refused(415, Buffer.from('{}'), { 'content-type': 'application/json' });
    await refused(400, wrong);
    await refused(400, form(part(FILE)), { 'idempotency-key': 'x'.repeat(256) });
  });

  it('where the route takes none', async () => {
    const reply = await sendRaw(service, {
      method: 'POST',
      path: '/v1/engagements',
      headers: { authorization: `Bearer ${staff.token}`, 'content-type': MULTIPART },
      body: form(part(FILE)),
    });

    expectProblem(reply, 415, 'ja');
  });
});

describe('a file as large as may be', () => {
  it('is kept whole', async () => {
    const content = Buffer.concat([PDF, Buffer.alloc(1_000_000 - PDF.length, '% ')]);
    const { body } = await client.upload('a.pdf', content).expect(201);

    expect(body).toMatchObject({ bytes: 1_000_000, sha256: sha256(content) });
  });
});
