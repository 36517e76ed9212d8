import { createHash } from 'node:crypto';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenCloudService, givenVendor } from './given.js';
import { pagesOf } from './pages.js';

const TERMS = {
  url: 'https://vendor.example.jp/terms',
  title: '利用規約',
  takenOn: '2026-04-01',
  text: '第1条 本規約は…',
};

let service: TestService;
let procurement: Client;
let vendorId: string;
let cloudServiceId: string;
let snapshots: string;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
  vendorId = await givenVendor(procurement);
  service.itIs('2026-04-02');
});
beforeEach(async () => {
  cloudServiceId = await givenCloudService(procurement, vendorId);
  snapshots = `/v1/cloud-services/${cloudServiceId}/terms-snapshots`;
});
afterAll(() => service.stop());

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function differsOn(takenOn: string, text: string): Promise<boolean | null> {
  const { body } = await procurement.post(snapshots, { ...TERMS, takenOn, text }).expect(201);
  return body.differsFromPrevious;
}

describe('keeping the terms of a cloud service', () => {
  it('computes the hash of the text, keeps the text, and records it', async () => {
    const reply = await procurement.post(snapshots, TERMS);

    expect(reply.status).toBe(201);
    const { id } = reply.body as { id: string };
    const contentHash = sha256(TERMS.text);
    const shown = {
      id,
      cloudServiceId,
      url: TERMS.url,
      title: TERMS.title,
      takenOn: TERMS.takenOn,
      contentHash,
      hasText: true,
      ...{ governingLaw: null, jurisdiction: null, notifiesForeignDemands: null },
      differsFromPrevious: null,
    };
    expect(reply.body).toEqual(shown);
    const read = await procurement.get(`${snapshots}/${id}`);
    expect(read.body).toEqual({ ...shown, text: TERMS.text });
    expect(
      await service.rows(`SELECT action, facts FROM audit_trail WHERE subject_id = $1`, [id]),
    ).toEqual([
      {
        action: 'terms-snapshot.taken',
        facts: { cloudServiceId, contentHash, differsFromPrevious: null },
      },
    ]);
  });

  it('notes what they say of law and of demands from abroad', async () => {
    const law = {
      governingLaw: 'US',
      jurisdiction: 'カリフォルニア州の裁判所',
      notifiesForeignDemands: true,
    };
    const reply = await procurement.post(snapshots, { ...TERMS, ...law });

    expect(reply.body).toMatchObject(law);
    const wrong = await procurement.post(snapshots, { ...TERMS, governingLaw: '日本' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors[0].pointer).toBe('#/governingLaw');
  });

  it('tells a change of the text from none', async () => {
    expect(await differsOn('2026-04-01', '初版')).toBeNull();
    expect(await differsOn('2026-04-02', '初版')).toBe(false);
    expect(await differsOn('2026-04-02', '第2版')).toBe(true);
  });

  it('compares with the day before even where it is brought in later', async () => {
    await differsOn('2026-03-01', '初版');
    await differsOn('2026-04-01', '初版');
    expect(await differsOn('2026-03-15', '第2版')).toBe(true);

    const { body } = await procurement.get(snapshots).expect(200);
    expect(
      body.items.map((one: { takenOn: string; differsFromPrevious: boolean | null }) => [
        one.takenOn,
        one.differsFromPrevious,
      ]),
    ).toEqual([
      ['2026-04-01', true],
      ['2026-03-15', true],
      ['2026-03-01', null],
    ]);
  });

  it('compares only with the same address of the same service', async () => {
    await differsOn('2026-04-01', '初版');
    const url = 'https://vendor.example.jp/privacy';
    const other = await procurement.post(snapshots, { ...TERMS, url });

    expect(other.body.differsFromPrevious).toBeNull();
    const elsewhere = await givenCloudService(procurement, vendorId);
    const first = await procurement.post(`/v1/cloud-services/${elsewhere}/terms-snapshots`, TERMS);
    expect(first.body.differsFromPrevious).toBeNull();
  });

  it('takes the hash alone', async () => {
    const { text, ...rest } = TERMS;
    const reply = await procurement.post(snapshots, { ...rest, contentHash: sha256(text) });

    expect(reply.body).toMatchObject({ contentHash: sha256(text), hasText: false });
    const read = await procurement.get(`${snapshots}/${String(reply.body.id)}`);
    expect(read.body.text).toBeNull();
  });

  it.each([
    { body: { text: null }, at: '#/contentHash' },
    { body: { contentHash: sha256('別の本文') }, at: '#/contentHash' },
    { body: { contentHash: sha256(TERMS.text).toUpperCase() }, at: '#/contentHash' },
    { body: { takenOn: '2026-04-03' }, at: '#/takenOn' },
    { body: { text: '' }, at: '#/text' },
    { body: { text: 'a'.repeat(1_000_001) }, at: '#/text' },
    { body: { url: 'vendor.example.jp' }, at: '#/url' },
  ])('refuses a wrong $at', async ({ body, at }) => {
    const reply = await procurement.post(snapshots, { ...TERMS, ...body });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect((await procurement.get(snapshots)).body.items).toEqual([]);
  });

  it('takes a text of a million characters', async () => {
    const text = 'a'.repeat(1_000_000);
    const reply = await procurement.post(snapshots, { ...TERMS, text });

    expect(reply.body.contentHash).toBe(sha256(text));
  });

  it('is done once for one Idempotency-Key', async () => {
    const key = uuidv4();
    const first = await procurement.post(snapshots, TERMS).set('Idempotency-Key', key);
    const second = await procurement.post(snapshots, TERMS).set('Idempotency-Key', key);

    expect(second.body).toEqual(first.body);
    expect((await procurement.get(snapshots)).body.items).toHaveLength(1);
  });

  it('leaves no way to change or take back what was kept', async () => {
    const { body } = await procurement.post(snapshots, TERMS).expect(201);
    const at = `${snapshots}/${String(body.id)}`;

    expect((await procurement.patch(at, { title: '別' }, 1)).status).toBe(405);
    expect((await procurement.delete(at)).status).toBe(405);
    expect(
      await service.rows(
        `SELECT privilege_type FROM information_schema.role_table_grants
         WHERE table_name = 'terms_snapshots' AND grantee = 'mitodoke_app' ORDER BY 1`,
      ),
    ).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
  });
});

describe('listing the terms of a cloud service', () => {
  it('turns three pages, newest first, without losing or repeating any of one day', async () => {
    const ids: string[] = [];
    for (const takenOn of ['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01', '2026-04-01']) {
      ids.push((await procurement.post(snapshots, { ...TERMS, takenOn }).expect(201)).body.id);
    }

    const pages = await pagesOf(procurement, `${snapshots}?limit=2`);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(ids.reverse());
  });

  it('refuses a cursor that was tampered with', async () => {
    await procurement.post(snapshots, TERMS).expect(201);
    await procurement.post(snapshots, TERMS).expect(201);
    const { body } = await procurement.get(`${snapshots}?limit=1`).expect(200);
    const parts = JSON.parse(Buffer.from(body.nextCursor, 'base64url').toString()) as string[];
    const cursor = Buffer.from(JSON.stringify(parts.with(0, 'x'))).toString('base64url');

    expect((await procurement.get(`${snapshots}?limit=1&after=${cursor}`)).status).toBe(400);
  });
});
