import type { Response, Test } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let procurement: Client;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  procurement = await town.as('procurement');
});
afterAll(() => service.stop());

function register(key: string, body: object, client = procurement): Test {
  return client.post('/v1/vendors', body).set('Idempotency-Key', key);
}

function vendorsNamed(name: string): Promise<unknown[]> {
  return service.rows('SELECT id FROM vendors WHERE name = $1', [name]);
}

function isReplay({ headers }: Response): boolean {
  return headers['idempotency-replayed'] === 'true';
}

describe('a request repeated under the same Idempotency-Key', () => {
  it('is done once and answered alike every time', async () => {
    const body = { name: '二度押し商会', contactEmail: 'a@b.example' };
    const first = await register('twice', body);
    const before = await everythingIn(service);

    const second = await register('twice', body);

    expect(first.status).toBe(201);
    expect(isReplay(first)).toBe(false);
    expect(second.status).toBe(201);
    expect(isReplay(second)).toBe(true);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is the same however its members are ordered', async () => {
    await register('order', { name: '順番商会', address: '一丁目' });

    expect(isReplay(await register('order', { address: '一丁目', name: '順番商会' }))).toBe(true);
  });

  it('twenty times at once is done once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => register('rush', { name: '連打商会' })),
    );

    const created = replies.filter(({ status }) => status === 201);
    const waiting = replies.filter(({ status }) => status === 409);
    expect(created.length + waiting.length).toBe(20);
    expect(created.filter((reply) => !isReplay(reply))).toHaveLength(1);
    expect(new Set(created.map(({ text }) => sorted(text))).size).toBe(1);
    for (const { body } of waiting) {
      expect(body.type).toBe('urn:mitodoke:problem:idempotency.in-progress');
    }
    const [vendor, ...others] = await vendorsNamed('連打商会');
    expect(others).toEqual([]);
    const { id } = vendor as { id: string };
    const trail = await service.rows('SELECT id FROM audit_trail WHERE subject_id = $1', [id]);
    expect(trail).toHaveLength(1);
  });

  it('with another body is refused and does nothing', async () => {
    await register('reused', { name: '流用商会' });
    const before = await everythingIn(service);

    const reply = await register('reused', { name: '流用商会二号' });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:idempotency.key-reused');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('by another person is another request', async () => {
    const colleague = await town.as('procurement');
    await register('shared', { name: '同僚商会' });

    const reply = await register('shared', { name: '同僚商会' }, colleague);

    expect(reply.status).toBe(201);
    expect(isReplay(reply)).toBe(false);
    expect(await vendorsNamed('同僚商会')).toHaveLength(2);
  });

  it('in another town is another request', async () => {
    const elsewhere = await (await service.town()).as('procurement');
    await register('towns', { name: '隣町商会' });

    expect(isReplay(await register('towns', { name: '隣町商会' }, elsewhere))).toBe(false);
    await register('of-theirs', { name: '隣町商会' }, elsewhere).expect(201);
    await register('of-theirs', { name: '別の商会' }).expect(201);
  });

  it('after a refusal is tried again, since refusals are not kept', async () => {
    const body = { name: '番号商会', corporateNumber: '4011001098993' };
    await procurement.post('/v1/vendors', { ...body, name: '先客商会' });
    const refused = await register('refused', body);
    await service.rows(`UPDATE vendors SET corporate_number = NULL WHERE name = '先客商会'`);

    const reply = await register('refused', body);

    expect(refused.status).toBe(409);
    expect(refused.body.type).toBe('urn:mitodoke:problem:vendor.corporate-number-taken');
    expect(reply.status).toBe(201);
    expect(isReplay(reply)).toBe(false);
  });

  it('after a malformed request is tried again', async () => {
    expect((await register('malformed', { name: '' })).status).toBe(400);

    expect((await register('malformed', { name: '訂正商会' })).status).toBe(201);
  });

  it('after a day is done again', async () => {
    await register('yesterday', { name: '翌日商会' });
    await service.rows(
      `UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = 'yesterday'`,
    );

    expect(isReplay(await register('yesterday', { name: '翌日商会' }))).toBe(false);
    expect(isReplay(await register('yesterday', { name: '翌日商会' }))).toBe(true);
    expect(await vendorsNamed('翌日商会')).toHaveLength(2);
  });
});

/** Members in one order: the reply is kept as a value, not as a text. */
function sorted(text: string): string {
  return JSON.stringify(Object.entries(JSON.parse(text) as object).sort());
}
