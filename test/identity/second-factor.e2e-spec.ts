import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { AuthenticatorApp } from '../support/authenticator-app.js';
import { sendRaw } from '../support/raw-http.js';
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

function signIn({ email }: Member, given: object = {}): Promise<Response> {
  const body = { email, password: PASSWORD, ...given };
  return service.anyone.post('/v1/sessions', body).then((reply) => reply);
}

/** Someone with an authenticator app, and the session they registered it in. */
async function enrolled(): Promise<{
  member: Member;
  client: Client;
  app: AuthenticatorApp;
  id: string;
}> {
  const member = await memberOf(town, service, 'staff');
  const client = await byPassword(service, member);
  return { member, client, ...(await enrol(client)) };
}

async function failuresOf({ personId }: Member): Promise<unknown> {
  const [row] = await service.rows(
    'SELECT failures, locked_until > now() AS locked FROM credentials WHERE person_id = $1',
    [personId],
  );
  return row;
}

async function actionsOf({ personId }: Member): Promise<string[]> {
  const rows = await service.rows<{ action: string }>(
    'SELECT action FROM audit_trail WHERE person_id = $1 ORDER BY id',
    [personId],
  );
  return rows.map(({ action }) => action);
}

describe('signing in with a one-time password', () => {
  it('begins a session that remembers it, also when it is refreshed', async () => {
    const { member, app } = await enrolled();

    const reply = await signIn(member, { otp: app.code() });
    const refreshed = await service.anyone.post('/v1/sessions/refresh', {
      refreshToken: String(reply.body.refreshToken),
    });
    const me = await service.clientWith(String(refreshed.body.accessToken)).get('/v1/me');

    expect(reply.status).toBe(201);
    expect(me.body.secondFactor).toEqual({ required: false, given: 'totp' });
    const [entry] = await service.rows(
      `SELECT facts FROM audit_trail WHERE person_id = $1 AND action = 'session.started' ORDER BY id DESC LIMIT 1`,
      [member.personId],
    );
    expect(entry).toEqual({ facts: { secondFactor: 'totp' } });
  });

  it('is asked for where it is left out, which neither forgives failures nor adds one', async () => {
    const { member } = await enrolled();
    await signIn(member, { password: 'wrong' });

    for (let time = 0; time < 6; time += 1) {
      const reply = await signIn(member);
      expect(reply.status).toBe(401);
      expect(reply.body.type).toBe('urn:mitodoke:problem:session.second-factor-needed');
      expect(reply.body.facts).toEqual({ kinds: ['totp'] });
    }
    expect(await failuresOf(member)).toMatchObject({ failures: 1, locked: null });
    expect((await actionsOf(member)).slice(-2)).toEqual([
      'session.second-factor-needed',
      'session.second-factor-needed',
    ]);
  });

  it('with a wrong one is refused as with a wrong password, byte for byte, and locked with the fifth', async () => {
    const { member, app } = await enrolled();
    const wrongPassword = await signIn(member, { password: 'wrong', otp: app.code() });

    const wrong = await signIn(member, { otp: app.wrongCode() });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toBe(wrongPassword.text);
    for (let time = 0; time < 3; time += 1) await signIn(member, { otp: app.wrongCode() });

    expect(await failuresOf(member)).toEqual({ failures: 5, locked: true });
    const locked = await signIn(member, { otp: app.code() });
    expect(locked.text).toBe(wrongPassword.text);
    expect((await signIn(member)).text).toBe(wrongPassword.text);
    const failed = await service.rows<{ failed: string }>(
      `SELECT facts->>'failed' AS failed FROM audit_trail WHERE person_id = $1 AND action = 'session.refused' ORDER BY id`,
      [member.personId],
    );
    const factor = 'second-factor';
    expect(failed.map((row) => row.failed)).toEqual([
      ...['password', factor, factor, factor, factor, 'locked', 'locked'],
    ]);
  });

  it('takes the same code once, and not the one it was confirmed with', async () => {
    const member = await memberOf(town, service, 'staff');
    const client = await byPassword(service, member);
    const { body } = await register(client);
    const app = new AuthenticatorApp(String(body.secret));
    const first = app.code();
    await confirm(client, String(body.id), { otp: first });
    const otp = app.code();

    expect((await signIn(member, { otp: first })).status).toBe(401);
    expect((await signIn(member, { otp })).status).toBe(201);
    expect((await signIn(member, { otp })).status).toBe(401);
  });

  it('takes the same code once, however often it is sent at once', async () => {
    const { member, app } = await enrolled();
    const otp = app.code();

    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn(member, { otp })));

    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(19);
  });

  it('does not mind one from who has none registered', async () => {
    const member = await memberOf(town, service, 'staff');

    expect((await signIn(member, { otp: '123456' })).status).toBe(201);
  });

  it('fails where the secret was put into the row of another', async () => {
    const mine = await enrolled();
    const theirs = await enrolled();
    await service.rows(
      `UPDATE second_factors SET last_step = NULL,
         sealed_secret = (SELECT sealed_secret FROM second_factors WHERE id = $2) WHERE id = $1`,
      [theirs.id, mine.id],
    );

    const { email } = theirs.member;
    const reply = await sendRaw(service, {
      ...{ method: 'POST', path: '/v1/sessions' },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD, otp: mine.app.code() }),
    });

    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('accessToken');
  });
});

describe('removing a second factor', () => {
  it('that was the only one ends it, its secret and every session that rests on it', async () => {
    const { member, client, app, id } = await enrolled();
    const other = service.clientWith(
      String((await signIn(member, { otp: app.code() })).body.accessToken),
    );

    expect((await client.delete(`/v1/me/second-factors/${id}`)).status).toBe(204);

    for (const ended of [client, other]) expect((await ended.get('/v1/me')).status).toBe(401);
    const again = service.clientWith(String((await signIn(member)).body.accessToken));
    expect((await again.get('/v1/me/second-factors')).body).toEqual({ items: [] });
    expect((await again.get('/v1/me')).body.secondFactor).toMatchObject({ given: null });
    const [row] = await service.rows(
      'SELECT sealed_secret AS secret, ended_at IS NOT NULL AS ended FROM second_factors WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ secret: null, ended: true });
    expect((await actionsOf(member)).slice(0, 5)).toEqual([
      ...['session.started', 'second-factor.registered', 'second-factor.confirmed'],
      ...['session.started', 'second-factor.removed'],
    ]);
    expect((await again.delete(`/v1/me/second-factors/${id}`)).status).toBe(404);
  });
});
