import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { AuthenticatorApp } from '../support/authenticator-app.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { byPassword, confirm, enrol, register } from './enrolling.js';
import { memberOf, PASSWORD, type Member } from './signing-in.js';

let service: TestService;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
});
afterAll(() => service.stop());

function signIn({ email }: Member): Promise<Response> {
  return service.anyone.post('/v1/sessions', { email, password: PASSWORD }).then((reply) => reply);
}

async function enrolled(): Promise<Client> {
  const client = await byPassword(service, await memberOf(town, service, 'staff'));
  await enrol(client);
  return client;
}

async function failuresOf({ personId }: Member): Promise<unknown> {
  const [row] = await service.rows(
    'SELECT failures, locked_until > now() AS locked FROM credentials WHERE person_id = $1',
    [personId],
  );
  return row;
}

describe('registering an authenticator app', () => {
  it('tells its secret once and counts from its confirmation', async () => {
    const member = await memberOf(town, service, 'staff');
    const client = await byPassword(service, member);

    const begun = await register(client);
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({ kind: 'totp', label: '職場の端末', options: null });
    expect(begun.body.uri).toContain(`secret=${String(begun.body.secret)}`);
    expect((await client.get('/v1/me/second-factors')).body).toEqual({ items: [] });
    expect((await signIn(member)).status).toBe(201);

    const app = new AuthenticatorApp(String(begun.body.secret));
    const confirmed = await confirm(client, String(begun.body.id), { otp: app.code() });

    expect(confirmed.status).toBe(201);
    expect(confirmed.body).toMatchObject({ id: begun.body.id, kind: 'totp', lastUsedAt: null });
    expect((await client.get('/v1/me/second-factors')).body).toEqual({ items: [confirmed.body] });
    expect((await client.get('/v1/me')).body.secondFactor).toEqual({
      ...{ required: false, given: 'totp' },
    });
    expect((await signIn(member)).status).toBe(401);
  });

  it('ends every other session, which was begun without it', async () => {
    const member = await memberOf(town, service, 'staff');
    const other = await byPassword(service, member);
    expect((await other.get('/v1/me')).status).toBe(200);

    await enrol(await byPassword(service, member));

    expect((await other.get('/v1/me')).status).toBe(401);
  });

  it('keeps its secret sealed, and tells it to neither trail nor log of replies', async () => {
    const member = await memberOf(town, service, 'staff');
    const client = await byPassword(service, member);
    const begun = await client
      .post('/v1/me/second-factors', { kind: 'totp', label: '端末', currentPassword: PASSWORD })
      .set('Idempotency-Key', 'once');
    const secret = String(begun.body.secret);

    const tables = await Promise.all(
      ['second_factors', 'audit_trail', 'idempotency_keys'].map((table) =>
        service.rows<{ text: string | null }>(`SELECT json_agg(t)::text AS text FROM ${table} t`),
      ),
    );

    expect(tables.map(([row]) => row?.text?.includes(secret) ?? false)).toEqual([
      false,
      false,
      false,
    ]);
    const keys = await service.rows(`SELECT 1 FROM idempotency_keys WHERE person_id = $1`, [
      member.personId,
    ]);
    expect(keys).toEqual([]);
  });

  it('is refused without the password, and counts as a wrong sign-in', async () => {
    const member = await memberOf(town, service, 'staff');
    const client = await byPassword(service, member);

    const reply = await register(client, { currentPassword: 'wrong' });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:password.current-wrong');
    expect(await failuresOf(member)).toMatchObject({ failures: 1 });
    expect(
      await service.rows('SELECT 1 FROM second_factors WHERE person_id = $1', [member.personId]),
    ).toEqual([]);
  });

  it('is not confirmed by a wrong code, an old registration or nothing, and nothing is written', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const old = await register(client);
    const begun = await register(client, { label: '新しい端末' });
    const app = new AuthenticatorApp(String(begun.body.secret));
    const oldApp = new AuthenticatorApp(String(old.body.secret));
    const before = await everythingIn(service);

    const replies = [
      await confirm(client, String(begun.body.id), { otp: app.wrongCode() }),
      await confirm(client, String(begun.body.id), {}),
      await confirm(client, String(begun.body.id), { otp: '12345' }),
      await confirm(client, String(old.body.id), { otp: oldApp.code() }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([422, 400, 400, 404]);
    expect(replies[0]?.body.type).toBe('urn:mitodoke:problem:second-factor.refused');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is not confirmed when it waited too long', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const { body } = await register(client);
    await service.rows(
      `UPDATE second_factors SET registered_at = now() - interval '16 minutes' WHERE id = $1`,
      [body.id],
    );

    const otp = new AuthenticatorApp(String(body.secret)).code();
    expect((await confirm(client, String(body.id), { otp })).status).toBe(404);
  });

  it('is done for five at most', async () => {
    const client = await enrolled();
    for (let more = 0; more < 4; more += 1) await enrol(client);

    const reply = await register(client);

    expect(reply.status).toBe(422);
    expect(reply.body.facts).toEqual({ most: 5 });
  });

  it('is nobody else’s to confirm or remove', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const { body } = await register(client);
    const otp = new AuthenticatorApp(String(body.secret)).code();
    const colleague = await enrolled();
    const { id } = await enrol(await byPassword(service, await memberOf(town, service, 'staff')));
    const stranger = await (await service.town()).as('staff');
    const before = await everythingIn(service);

    for (const other of [colleague, stranger]) {
      expect((await confirm(other, String(body.id), { otp })).status).toBe(404);
      expect((await other.delete(`/v1/me/second-factors/${id}`)).status).toBe(404);
    }
    expect(await everythingIn(service)).toEqual(before);
  });
});
