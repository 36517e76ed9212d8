import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

interface Registered {
  readonly id: string;
  readonly email: string;
  readonly initialPassword: string;
}

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

async function register(email: string): Promise<Registered> {
  const reply = await administrator.post('/v1/people', { name: '新任 職員', email });
  expect(reply.status).toBe(201);
  return reply.body as Registered;
}

async function signIn({ email, initialPassword }: Registered): Promise<number> {
  const body = { email, password: initialPassword };
  return (await service.anyone.post('/v1/sessions', body)).status;
}

describe('registering a member of staff', () => {
  it('tells a password once, with which they sign in by their address in any case', async () => {
    const person = await register('Shinnin@Machi.example');

    expect(person.email).toBe('shinnin@machi.example');
    expect(await signIn({ ...person, email: 'SHINNIN@machi.example' })).toBe(201);
    expect((await administrator.get(`/v1/people/${person.id}`)).body).toEqual({
      id: person.id,
      version: 1,
      kind: 'human',
      name: '新任 職員',
      email: 'shinnin@machi.example',
      category: null,
      endedOn: null,
    });
  });

  it('keeps the password nowhere, not even for a repeated request', async () => {
    const body = { name: '再送 職員', email: 'saisou@machi.example' };
    const send = (): ReturnType<Client['post']> =>
      administrator.post('/v1/people', body).set('Idempotency-Key', 'once');

    const first = await send();
    const second = await send();

    const { initialPassword, ...person } = first.body as Registered;
    expect(initialPassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(second.body).toEqual({ ...person, initialPassword: null });
    const [kept] = await service.rows<{ found: string | null }>(
      `SELECT string_agg(t::text, '') AS found FROM (
         SELECT i::text AS t FROM idempotency_keys i UNION ALL SELECT a::text FROM audit_trail a
         UNION ALL SELECT c::text FROM credentials c UNION ALL SELECT p::text FROM people p) all_rows`,
    );
    expect(kept?.found).toContain('saisou@machi.example');
    expect(kept?.found).not.toContain(initialPassword);
  });

  it('gives everyone another password', async () => {
    const [one, other] = [await register('a@ichi.example'), await register('b@ichi.example')];

    expect(one.initialPassword).not.toBe(other.initialPassword);
  });

  it('refuses an address in use, in whatever body and case, and writes nothing', async () => {
    await register('taken@machi.example');
    const stranger = await (await service.town()).as('administrator');

    for (const client of [administrator, stranger]) {
      const body = { name: '重複 職員', email: 'TAKEN@machi.example' };
      const reply = await client.post('/v1/people', body);
      expect(reply.status).toBe(409);
      expect(reply.body.type).toBe('urn:mitodoke:problem:sign-in-address.taken');
    }
    expect(await service.rows(`SELECT FROM people WHERE name = '重複 職員'`)).toEqual([]);
  });

  it('is for administrators', async () => {
    const staff = await town.as('ciso');
    const body = { name: '無権 職員', email: 'muken@machi.example' };

    expect((await staff.post('/v1/people', body)).status).toBe(403);
    expect(await service.rows(`SELECT FROM people WHERE name = '無権 職員'`)).toEqual([]);
  });
});

describe('someone who leaves', () => {
  it('signs in until the last day and not after it, in Japan time', async () => {
    const person = await register('taishoku@machi.example');
    await administrator.patch(`/v1/people/${person.id}`, { endedOn: '2026-11-30' }, 1);

    service.itIs('2026-11-30');
    expect(await signIn(person)).toBe(201);
    service.itIs('2026-12-01');
    expect(await signIn(person)).toBe(401);
  });

  it('is signed out the next day, and cannot renew the session', async () => {
    const person = await register('owari@machi.example');
    const body = { email: person.email, password: person.initialPassword };
    const session = (await service.anyone.post('/v1/sessions', body)).body as Record<
      string,
      string
    >;
    const client = service.clientWith(session.accessToken ?? '');
    expect((await client.get('/v1/me')).status).toBe(200);
    await administrator.patch(`/v1/people/${person.id}`, { endedOn: '2026-11-20' }, 1);

    service.itIs('2026-11-21');

    expect((await client.get('/v1/me')).status).toBe(401);
    const renewal = { refreshToken: session.refreshToken };
    expect((await service.anyone.post('/v1/sessions/refresh', renewal)).status).toBe(401);
  });

  it('can come back', async () => {
    const person = await register('saikoyou@machi.example');
    await administrator.patch(`/v1/people/${person.id}`, { endedOn: '2026-11-01' }, 1);
    expect(await signIn(person)).toBe(401);

    await administrator.patch(`/v1/people/${person.id}`, { endedOn: null }, 2);

    expect(await signIn(person)).toBe(201);
  });
});

describe('changing a member of staff', () => {
  it.each([
    ['null for a name', { name: null }, '#/name'],
    ['a day that does not exist', { endedOn: '2026-02-29' }, '#/endedOn'],
    ['an address, which stays', { email: 'x@machi.example' }, '#/email'],
  ])('refuses %s', async (_, body, pointer) => {
    const person = await register(`${uuidv7()}@machi.example`);

    const reply = await administrator.patch(`/v1/people/${person.id}`, body, 1);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
  });

  it('of another body is the same 404 as of nobody', async () => {
    const { personId } = await (await service.town()).someoneAs('staff');

    const read = await administrator.get(`/v1/people/${personId}`);
    const none = await administrator.get(`/v1/people/${uuidv7()}`);
    const changed = await administrator.patch(`/v1/people/${personId}`, { name: '他人' }, 1);

    expect(read.status).toBe(404);
    expect(read.text).toBe(none.text);
    expect(changed.status).toBe(404);
    expect(await service.rows(`SELECT FROM people WHERE name = '他人'`)).toEqual([]);
  });

  it('is refused over another version than the one that was read', async () => {
    const person = await register('hanten@machi.example');

    const reply = await administrator.patch(`/v1/people/${person.id}`, { name: '別版' }, 2);

    expect(reply.status).toBe(412);
    expect(await service.rows(`SELECT FROM people WHERE name = '別版'`)).toEqual([]);
  });
});
