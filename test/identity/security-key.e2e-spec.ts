import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import type { Town } from '../support/town.js';
import { byPassword, enrol } from './enrolling.js';
import {
  answer,
  ask,
  keyHolder,
  signInWith,
  type Challenge,
  type KeyHolder,
} from './key-holders.js';
import { memberOf, PASSWORD, type Member } from './signing-in.js';
import type { Odd } from './software-key.js';

let service: TestService;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
});
afterAll(() => service.stop());

function enrolled(): Promise<KeyHolder> {
  return keyHolder(service, town);
}

async function failuresOf({ personId }: Member): Promise<number | undefined> {
  const [row] = await service.rows<{ failures: number }>(
    'SELECT failures FROM credentials WHERE person_id = $1',
    [personId],
  );
  return row?.failures;
}

describe('signing in with a security key', () => {
  it('begins a session that remembers it', async () => {
    const { member, key } = await enrolled();

    const reply = await signInWith(service, { member, key });
    const me = await service.clientWith(String(reply.body.accessToken)).get('/v1/me');
    const listed = await service
      .clientWith(String(reply.body.accessToken))
      .get('/v1/me/second-factors');

    expect(reply.status).toBe(201);
    expect(me.body.secondFactor).toEqual({ required: false, given: 'webauthn' });
    expect(listed.body.items).toMatchObject([{ kind: 'webauthn', label: '青いキー' }]);
    expect(listed.body.items[0].lastUsedAt).not.toBeNull();
    expect((await signInWith(service, { member, key })).status).toBe(201);
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
    expect((await signInWith(service, { member, key })).status).toBe(201);
  });

  it.each<[string, Odd]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['of a copy whose counter stands still', { counter: 1 }],
    ['of a copy whose counter went back', { counter: 0 }],
  ])('is refused with an answer %s, and counts', async (_, odd) => {
    const { member, key } = await enrolled();
    expect((await signInWith(service, { member, key })).status).toBe(201);

    const reply = await signInWith(service, { member, key }, odd);

    expect(reply.status).toBe(401);
    expect(reply.body.type).toBe('urn:mitodoke:problem:session.sign-in-refused');
    expect(await failuresOf(member)).toBe(1);
  });

  it('is refused with the key of another, an altered signature and what is none', async () => {
    const { member, key } = await enrolled();
    const stranger = await enrolled();
    const { body } = await ask(service, member);
    const good = key.get(body.options as Challenge);
    const odd = [
      stranger.key.get(body.options as Challenge),
      { ...good, response: { ...(good.response as object), signature: 'AAAA' } },
      { ...good, response: {} },
    ];

    for (const assertion of odd) {
      const { ticket } = (await ask(service, member)).body as { ticket: string };
      expect((await answer(service, ticket, assertion)).status).toBe(401);
    }
    expect(await failuresOf(member)).toBe(3);
  });

  it('is locked after repeated errors, also for the right password', async () => {
    const { member, key } = await enrolled();
    const { body } = await ask(service, member);
    for (let time = 0; time < 5; time += 1) await ask(service, member, 'wrong');

    expect((await ask(service, member)).status).toBe(401);
    expect((await answer(service, body.ticket, key.get(body.options as Challenge))).status).toBe(
      401,
    );
  });

  it('does not forgive failures with the password alone', async () => {
    const { member, key } = await enrolled();
    await ask(service, member, 'wrong');

    await ask(service, member);
    expect(await failuresOf(member)).toBe(1);
    await signInWith(service, { member, key });
    expect(await failuresOf(member)).toBe(0);
  });

  it('is refused alike with a wrong password and an unknown address', async () => {
    const { member } = await enrolled();

    const wrong = await ask(service, member, 'wrong');
    const unknown = await ask(service, { email: 'nobody@town.example' });

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.text).toBe(wrong.text);
  });

  it('tells who has no security key what they have', async () => {
    const member = await memberOf(town, service, 'staff');
    await enrol(await byPassword(service, member));

    const reply = await ask(service, member);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:session.no-security-key');
    expect(reply.body.facts).toEqual({ kinds: ['totp'] });
  });
});

describe('a ticket', () => {
  it('works once, however often it is sent at once', async () => {
    const { member, key } = await enrolled();
    const { body } = await ask(service, member);
    const assertion = key.get(body.options as Challenge);

    const replies = await Promise.all(
      Array.from({ length: 8 }, () => answer(service, body.ticket, assertion)),
    );

    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(7);
  });

  it('is gone after a wrong answer, after five minutes and with the sessions of the person', async () => {
    const { member, key, client } = await enrolled();
    const tickets = [
      (await ask(service, member)).body,
      (await ask(service, member)).body,
      (await ask(service, member)).body,
    ];
    const [failed, old, ended] = tickets as { ticket: string; options: Challenge }[];
    if (failed === undefined || old === undefined || ended === undefined) throw new Error();

    await answer(service, failed.ticket, {});
    expect((await answer(service, failed.ticket, key.get(failed.options))).status).toBe(401);
    await service.rows(
      `UPDATE sign_in_tickets SET expires_at = now() WHERE person_id = $1 AND challenge = $2`,
      [member.personId, old.options.challenge],
    );
    expect((await answer(service, old.ticket, key.get(old.options))).status).toBe(401);
    await client.delete('/v1/sessions');
    expect((await answer(service, ended.ticket, key.get(ended.options))).status).toBe(401);
  });

  it('is refused that was made up', async () => {
    for (const ticket of [
      '',
      'x',
      `${town.organizationId.replaceAll('-', '')}.${'x'.repeat(43)}`,
    ]) {
      expect((await answer(service, ticket, {})).status).toBe(401);
    }
  });

  it('is kept as a hash alone', async () => {
    const { member } = await enrolled();
    const { body } = await ask(service, member);

    const [row] = await service.rows<{ all: string }>(
      'SELECT json_agg(t)::text AS all FROM sign_in_tickets t',
    );

    expect(row?.all).not.toContain(String(body.ticket).split('.')[1]);
  });
});
