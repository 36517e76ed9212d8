import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { byPassword, confirm, enrol, register } from './enrolling.js';
import { memberOf, PASSWORD, type Member } from './signing-in.js';
import { SoftwareKey, type Odd } from './software-key.js';

interface Challenge {
  readonly challenge: string;
}

let service: TestService;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
});
afterAll(() => service.stop());

function ask({ email }: Member, password = PASSWORD): Promise<Response> {
  return service.anyone
    .post('/v1/sessions/webauthn-options', { email, password })
    .then((reply) => reply);
}

function answer(ticket: unknown, assertion: object): Promise<Response> {
  return service.anyone.post('/v1/sessions/webauthn', { ticket, assertion }).then((reply) => reply);
}

/** Asks for a challenge and answers it. */
async function signIn(member: Member, key: SoftwareKey, odd: Odd = {}): Promise<Response> {
  const { body } = await ask(member);
  return answer(body.ticket, key.get(body.options as Challenge, odd));
}

async function registerKey(
  client: Client,
  key: SoftwareKey,
  odd: Odd = {},
): Promise<{ reply: Response; id: string }> {
  const { body } = await register(client, { kind: 'webauthn', label: '青いキー' });
  const id = String(body.id);
  const attestation = key.create(body.options as Challenge, odd);
  return { reply: await confirm(client, id, { attestation }), id };
}

/** Someone with a security key, and the session they registered it in. */
async function enrolled(): Promise<{
  member: Member;
  client: Client;
  key: SoftwareKey;
  id: string;
}> {
  const member = await memberOf(town, service, 'staff');
  const client = await byPassword(service, member);
  const key = new SoftwareKey();
  const { reply, id } = await registerKey(client, key);
  if (reply.status !== 201) throw new Error(reply.text);
  return { member, client, key, id };
}

async function failuresOf({ personId }: Member): Promise<number | undefined> {
  const [row] = await service.rows<{ failures: number }>(
    'SELECT failures FROM credentials WHERE person_id = $1',
    [personId],
  );
  return row?.failures;
}

describe('registering a security key', () => {
  it('begins with what a browser needs to make one', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));

    const { status, body } = await register(client, { kind: 'webauthn' });

    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'webauthn', secret: null, uri: null });
    expect(body.options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      excludeCredentials: [],
    });
  });

  it('makes it count, keeps what it is reached by, and does not make it twice', async () => {
    const { client, id } = await enrolled();

    const me = await client.get('/v1/me');
    const again = await register(client, { kind: 'webauthn', label: '同じキー' });
    const [row] = await service.rows(
      'SELECT transports, challenge, counter FROM second_factors WHERE id = $1',
      [id],
    );

    expect(me.body.secondFactor).toEqual({ required: false, given: 'webauthn' });
    expect(again.body.options.excludeCredentials).toMatchObject([{ transports: ['usb'] }]);
    expect(row).toEqual({ transports: ['usb'], challenge: null, counter: '0' });
  });

  it.each<[string, Odd]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['with certificates that nobody asked for', { certified: true }],
  ])('is refused with an answer %s, and nothing is written', async (_, odd) => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const { body } = await register(client, { kind: 'webauthn' });
    const attestation = new SoftwareKey().create(body.options as Challenge, odd);
    const before = await everythingIn(service);

    const reply = await confirm(client, String(body.id), { attestation });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:second-factor.refused');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is refused with the answer to another challenge, or with none at all', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const { body } = await register(client, { kind: 'webauthn' });
    const other = { challenge: 'b3RoZXIgY2hhbGxlbmdl' };
    const odd = [
      new SoftwareKey().create(other),
      {},
      { id: 1 },
      { response: null },
      { response: {} },
    ];

    for (const attestation of odd) {
      expect((await confirm(client, String(body.id), { attestation })).status).toBe(422);
    }
    expect((await confirm(client, String(body.id), { otp: '123456' })).status).toBe(400);
  });

  it('is refused of a key that somebody has registered already', async () => {
    const { key } = await enrolled();
    const client = await byPassword(service, await memberOf(town, service, 'staff'));

    expect((await registerKey(client, key)).reply.status).toBe(422);
  });
});

describe('signing in with a security key', () => {
  it('begins a session that remembers it', async () => {
    const { member, key } = await enrolled();

    const reply = await signIn(member, key);
    const me = await service.clientWith(String(reply.body.accessToken)).get('/v1/me');
    const listed = await service
      .clientWith(String(reply.body.accessToken))
      .get('/v1/me/second-factors');

    expect(reply.status).toBe(201);
    expect(me.body.secondFactor).toEqual({ required: false, given: 'webauthn' });
    expect(listed.body.items).toMatchObject([{ kind: 'webauthn', label: '青いキー' }]);
    expect(listed.body.items[0].lastUsedAt).not.toBeNull();
    expect((await signIn(member, key)).status).toBe(201);
  });

  it('is told of who signs in by password alone, and takes no code', async () => {
    const { member } = await enrolled();
    const { email } = member;

    const needed = await service.anyone.post('/v1/sessions', { email, password: PASSWORD });
    const coded = await service.anyone.post('/v1/sessions', {
      ...{ email, password: PASSWORD, otp: '123456' },
    });

    expect(needed.body.facts).toEqual({ kinds: ['webauthn'] });
    expect(coded.body.type).toBe('urn:mitodoke:problem:session.sign-in-refused');
  });

  it('works beside an authenticator app', async () => {
    const { member, client, key } = await enrolled();
    const { app } = await enrol(client);
    const { email } = member;

    const needed = await service.anyone.post('/v1/sessions', { email, password: PASSWORD });
    const coded = await service.anyone.post('/v1/sessions', {
      ...{ email, password: PASSWORD, otp: app.code() },
    });

    expect(needed.body.facts).toEqual({ kinds: ['totp', 'webauthn'] });
    expect(coded.status).toBe(201);
    expect((await signIn(member, key)).status).toBe(201);
  });

  it.each<[string, Odd]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['of a copy whose counter stands still', { counter: 1 }],
    ['of a copy whose counter went back', { counter: 0 }],
  ])('is refused with an answer %s, and counts', async (_, odd) => {
    const { member, key } = await enrolled();
    expect((await signIn(member, key)).status).toBe(201);

    const reply = await signIn(member, key, odd);

    expect(reply.status).toBe(401);
    expect(reply.body.type).toBe('urn:mitodoke:problem:session.sign-in-refused');
    expect(await failuresOf(member)).toBe(1);
  });

  it('is refused with the key of another, an altered signature and what is none', async () => {
    const { member, key } = await enrolled();
    const stranger = await enrolled();
    const { body } = await ask(member);
    const good = key.get(body.options as Challenge);
    const odd = [
      stranger.key.get(body.options as Challenge),
      { ...good, response: { ...(good.response as object), signature: 'AAAA' } },
      { ...good, response: {} },
    ];

    for (const assertion of odd) {
      const { ticket } = (await ask(member)).body as { ticket: string };
      expect((await answer(ticket, assertion)).status).toBe(401);
    }
    expect(await failuresOf(member)).toBe(3);
  });

  it('is locked after repeated errors, also for the right password', async () => {
    const { member, key } = await enrolled();
    const { body } = await ask(member);
    for (let time = 0; time < 5; time += 1) await ask(member, 'wrong');

    expect((await ask(member)).status).toBe(401);
    expect((await answer(body.ticket, key.get(body.options as Challenge))).status).toBe(401);
  });

  it('does not forgive failures with the password alone', async () => {
    const { member, key } = await enrolled();
    await ask(member, 'wrong');

    await ask(member);
    expect(await failuresOf(member)).toBe(1);
    await signIn(member, key);
    expect(await failuresOf(member)).toBe(0);
  });

  it('is refused alike with a wrong password and an unknown address', async () => {
    const { member } = await enrolled();

    const wrong = await ask(member, 'wrong');
    const unknown = await ask({ email: 'nobody@town.example', personId: '' });

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.text).toBe(wrong.text);
  });

  it('tells who has no security key what they have', async () => {
    const member = await memberOf(town, service, 'staff');
    await enrol(await byPassword(service, member));

    const reply = await ask(member);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:session.no-security-key');
    expect(reply.body.facts).toEqual({ kinds: ['totp'] });
  });
});

describe('a ticket', () => {
  it('works once, however often it is sent at once', async () => {
    const { member, key } = await enrolled();
    const { body } = await ask(member);
    const assertion = key.get(body.options as Challenge);

    const replies = await Promise.all(
      Array.from({ length: 8 }, () => answer(body.ticket, assertion)),
    );

    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(7);
  });

  it('is gone after a wrong answer, after five minutes and with the sessions of the person', async () => {
    const { member, key, client } = await enrolled();
    const tickets = [(await ask(member)).body, (await ask(member)).body, (await ask(member)).body];
    const [failed, old, ended] = tickets as { ticket: string; options: Challenge }[];
    if (failed === undefined || old === undefined || ended === undefined) throw new Error();

    await answer(failed.ticket, {});
    expect((await answer(failed.ticket, key.get(failed.options))).status).toBe(401);
    await service.rows(
      `UPDATE sign_in_tickets SET expires_at = now() WHERE person_id = $1 AND challenge = $2`,
      [member.personId, old.options.challenge],
    );
    expect((await answer(old.ticket, key.get(old.options))).status).toBe(401);
    await client.delete('/v1/sessions');
    expect((await answer(ended.ticket, key.get(ended.options))).status).toBe(401);
  });

  it('is refused that was made up', async () => {
    for (const ticket of [
      '',
      'x',
      `${town.organizationId.replaceAll('-', '')}.${'x'.repeat(43)}`,
    ]) {
      expect((await answer(ticket, {})).status).toBe(401);
    }
  });

  it('is kept as a hash alone', async () => {
    const { member } = await enrolled();
    const { body } = await ask(member);

    const [row] = await service.rows<{ all: string }>(
      'SELECT json_agg(t)::text AS all FROM sign_in_tickets t',
    );

    expect(row?.all).not.toContain(String(body.ticket).split('.')[1]);
  });
});
