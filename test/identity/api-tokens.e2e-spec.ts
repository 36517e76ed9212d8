import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SystemClock } from '../../src/shared/time/clock.js';
import { accepted, invited } from '../portal/firms.js';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

const SCOPES = ['vendor:read', 'vendor:write', 'register:read'];

interface Issued {
  readonly id: string;
  readonly token: string;
  readonly systemId: string;
  readonly client: Client;
}

function inDays(days: number): string {
  return new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

async function issued(system: string, scopes = SCOPES): Promise<Issued> {
  const reply = await administrator.post('/v1/api-tokens', {
    system,
    scopes,
    expiresOn: inDays(30),
  });
  if (reply.status !== 201) throw new Error(reply.text);
  const { id, token, systemId } = reply.body as Omit<Issued, 'client'>;
  return { id, token, systemId, client: service.clientWith(token) };
}

describe('an API token', () => {
  it('lets a system do what it is scoped to, in its own name', async () => {
    const { client, systemId } = await issued('契約管理システム');

    const registered = await client.post('/v1/vendors', { name: '株式会社試験' });

    expect(registered.status).toBe(201);
    const [entry] = await service.rows(
      'SELECT person_id AS "personId", roles FROM audit_trail WHERE subject_id = $1',
      [registered.body.id],
    );
    expect(entry).toEqual({ personId: systemId, roles: [] });
    const system = await administrator.get(`/v1/people/${systemId}`);
    expect(system.body).toMatchObject({ kind: 'system', name: '契約管理システム', email: null });
  });

  it('tells what it is for', async () => {
    const { client, systemId } = await issued('庶務システム');

    const me = await client.get('/v1/me');

    expect(me.body).toMatchObject({ personId: systemId, posts: [] });
    expect(me.body.permissions.sort()).toEqual([...SCOPES].sort());
  });

  it('is refused for anything else, and writes nothing', async () => {
    const { client } = await issued('電子調達システム', ['vendor:read']);
    await client.get('/v1/vendors');
    const before = await everythingIn(service);

    const replies = [
      await client.post('/v1/vendors', { name: '株式会社試験' }),
      await client.get('/v1/engagements'),
      await client.get('/v1/api-tokens'),
      await client.delete('/v1/sessions/current'),
      await client.delete('/v1/sessions'),
      await client.put('/v1/me/password', { currentPassword: 'x', newPassword: 'x'.repeat(12) }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('cannot be given what people decide', async () => {
    for (const scope of [
      'organization:administer',
      'use-application:decide',
      'contract:sign',
      'x',
    ]) {
      const body = { system: '甲', scopes: [scope], expiresOn: inDays(1) };

      expect((await administrator.post('/v1/api-tokens', body)).status, scope).toBe(400);
    }
  });

  it('agrees to nothing with a firm, whatever it may write of vendors', async () => {
    const { client } = await issued('契約管理システム');
    const staff = await town.as('procurement');
    const { vendorId, invitationId, token } = await invited(staff);
    const linked = await invited(staff);
    await accepted(service, linked.token);
    expect((await client.get('/v1/vendors')).status).toBe(200);
    const before = await everythingIn(service);
    const { vendorId: id } = linked;
    const whom = { name: '山田 花子', email: 'yamada@firm.example' };

    const replies = [
      await client.post(`/v1/vendors/${vendorId}/invitations`, whom),
      await client.post(`/v1/vendors/${vendorId}/invitations/${invitationId}/withdrawal`, {}),
      await client.decide(`/v1/vendors/${id}/firm-link/confirmation`, {}, 1),
      await client.decide(`/v1/vendors/${id}/firm-link/end`, { reason: '契約の終了のため' }, 1),
    ];

    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await everythingIn(service)).toEqual(before);
    expect((await service.anyone.get(`/v1/invitations/${token}`)).status).toBe(200);
  });

  it('names one system, however many are issued to it at once', async () => {
    const systems = await Promise.all([1, 2, 3, 4].map(() => issued('同時システム')));

    expect(new Set(systems.map(({ systemId }) => systemId)).size).toBe(1);
  });

  it('names a system that takes the name of no other', async () => {
    await issued('給与システム');
    const { systemId } = await issued('人事システム');
    const before = await everythingIn(service);

    const renamed = await administrator.patch(
      `/v1/people/${systemId}`,
      { name: '給与システム' },
      1,
    );

    expect(renamed.status).toBe(400);
    expect(renamed.body.errors).toMatchObject([{ pointer: '#/name' }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    ['yesterday', -1],
    ['in more than a year', 367],
  ])('cannot end %s', async (_, days) => {
    const before = await everythingIn(service);
    const body = { system: '乙', scopes: SCOPES, expiresOn: inDays(days) };

    const reply = await administrator.post('/v1/api-tokens', body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/expiresOn' }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is kept as a hash, and told once', async () => {
    const body = { system: '丙', scopes: SCOPES, expiresOn: inDays(30) };
    const issue = () => administrator.post('/v1/api-tokens', body).set('Idempotency-Key', 'c');

    const first = await issue();
    const second = await issue();

    const secret = String(first.body.token).split('.')[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(second.body).toEqual({ ...first.body, token: null });
    const kept = await service.rows<{ line: string }>(
      `SELECT string_agg(t::text, '') || (SELECT string_agg(k::text, '') FROM idempotency_keys k) AS line FROM api_tokens t`,
    );
    expect(kept[0]?.line).not.toContain(secret);
    expect((await administrator.get('/v1/api-tokens')).text).not.toContain(secret);
  });

  it('is refused once revoked, and the other token of the system is not', async () => {
    const old = await issued('財務システム');
    const renewed = await issued('財務システム');

    const revoked = await administrator.post(`/v1/api-tokens/${old.id}/revocation`);

    expect(renewed.systemId).toBe(old.systemId);
    expect(revoked.body.revokedAt).toMatch(/Z$/);
    expect((await old.client.get('/v1/vendors')).status).toBe(401);
    expect((await renewed.client.get('/v1/vendors')).status).toBe(200);
    expect((await administrator.post(`/v1/api-tokens/${old.id}/revocation`)).status).toBe(422);
  });

  it('is refused from the day after its last', async () => {
    const { client } = await issued('期限試験');
    const today = inDays(0);
    try {
      service.itIs(inDays(30));
      expect((await client.get('/v1/vendors')).status).toBe(200);
      service.itIs(inDays(31));
      expect((await client.get('/v1/vendors')).status).toBe(401);
    } finally {
      service.itIs(today);
    }
  });

  it('tells when it was last used, to the minute', async () => {
    const { id, client } = await issued('利用試験');
    const usedAt = async (): Promise<unknown> => {
      const { items } = (await administrator.get('/v1/api-tokens')).body as {
        items: { id: string; lastUsedAt: string | null }[];
      };
      return items.find((token) => token.id === id)?.lastUsedAt;
    };
    expect(await usedAt()).toBeNull();
    await client.get('/v1/vendors');
    const first = await usedAt();
    const clock = service.app.get(SystemClock);
    const now = clock.now.bind(clock);
    try {
      clock.now = () => new Date(now().getTime() + 30_000);
      await client.get('/v1/vendors');
      expect(await usedAt()).toBe(first);
      clock.now = () => new Date(now().getTime() + 70_000);
      await client.get('/v1/vendors');
      expect(await usedAt()).not.toBe(first);
    } finally {
      clock.now = now;
    }
  });

  it('of another body is neither seen nor revoked', async () => {
    const { id } = await issued('他団体試験');
    const stranger = await (await service.town()).as('administrator');

    expect((await stranger.get('/v1/api-tokens')).body.items).toEqual([]);
    expect((await stranger.post(`/v1/api-tokens/${id}/revocation`)).status).toBe(404);
  });

  it('names a system that nobody can appoint', async () => {
    const { systemId } = await issued('任命試験');
    const body = { personId: systemId, roleId: 'ciso', validFrom: inDays(0) };

    const reply = await administrator.post('/v1/posts', body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/personId' }]);
  });
});
