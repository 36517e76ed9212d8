import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Credentials } from '../../src/identity/credentials.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

const NEW = 'まったく新しい合言葉です';

let service: TestService;
let town: Town;
let administrator: Client;
let id: string;
let email: string;
let initialPassword: string;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  town = await service.town();
  administrator = await town.as('administrator');
  email = `${uuidv7()}@machi.example`;
  const reply = await administrator.post('/v1/people', { name: '合言葉 職員', email });
  ({ id, initialPassword } = reply.body as { id: string; initialPassword: string });
});
afterAll(() => service.stop());

async function signIn(password: string): Promise<Client | undefined> {
  const reply = await service.anyone.post('/v1/sessions', { email, password });
  if (reply.status === 401) return undefined;
  return service.clientWith((reply.body as { accessToken: string }).accessToken);
}

async function signedIn(): Promise<Client> {
  const client = await signIn(initialPassword);
  if (client === undefined) throw new Error('Sign-in was refused');
  return client;
}

function change(client: Client, currentPassword: string, newPassword: string): Promise<number> {
  return client
    .put('/v1/me/password', { currentPassword, newPassword })
    .then(({ status }) => status);
}

describe('changing one’s own password', () => {
  it('lets only the new one in and ends every other session', async () => {
    const here = await signedIn();
    const elsewhere = await signedIn();
    expect((await elsewhere.get('/v1/me')).status).toBe(200);

    expect(await change(here, initialPassword, NEW)).toBe(204);

    expect((await here.get('/v1/me')).status).toBe(200);
    expect((await elsewhere.get('/v1/me')).status).toBe(401);
    expect(await signIn(initialPassword)).toBeUndefined();
    expect(await signIn(NEW)).toBeDefined();
    const trail = await service.rows(
      `SELECT action FROM audit_trail WHERE subject_kind = 'person' AND subject_id = $1 ORDER BY id DESC LIMIT 2`,
      [id],
    );
    expect(trail).toEqual([{ action: 'session.refused' }, { action: 'password.changed' }]);
  });

  it('is refused where the current one is wrong, and changes nothing', async () => {
    const client = await signedIn();

    const reply = await client.put('/v1/me/password', {
      currentPassword: 'wrong',
      newPassword: NEW,
    });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:password.current-wrong');
    expect(await signIn(initialPassword)).toBeDefined();
  });

  it('is locked after repeated errors, even with the right one', async () => {
    const client = await signedIn();
    for (let attempt = 0; attempt < 5; attempt += 1) await change(client, 'wrong', NEW);

    expect(await change(client, initialPassword, NEW)).toBe(422);
    expect(await signIn(NEW)).toBeUndefined();
  });

  it.each([
    ['shorter than 12 characters', 'elevenchars'],
    ['longer than 200', 'x'.repeat(201)],
  ])('is refused where the new one is %s', async (_, password) => {
    expect(await change(await signedIn(), initialPassword, password)).toBe(400);
    expect(await signIn(password.slice(0, 200))).toBeUndefined();
  });

  it('is refused where the new one is the current one', async () => {
    expect(await change(await signedIn(), initialPassword, initialPassword)).toBe(400);
  });

  it('of two at once is done once', async () => {
    const client = await signedIn();

    const statuses = await Promise.all(
      [`${NEW}一`, `${NEW}二`].map((password) => change(client, initialPassword, password)),
    );

    expect(statuses.sort()).toEqual([204, 422]);
  });
});

describe('a new password for someone who lost theirs', () => {
  it('is told once, lifts a lock and ends their sessions', async () => {
    const client = await signedIn();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('wrong');
    expect(await signIn(initialPassword)).toBeUndefined();

    const reply = await administrator.post(`/v1/people/${id}/initial-password`);

    const renewed = (reply.body as { initialPassword: string }).initialPassword;
    expect(reply.status).toBe(201);
    expect(await signIn(renewed)).toBeDefined();
    expect(await signIn(initialPassword)).toBeUndefined();
    expect((await client.get('/v1/me')).status).toBe(401);
  });

  it('lets nobody in whose old one was looked at just before', async () => {
    const credentials = service.app.get(Credentials);
    const transactor = service.app.get(Transactor);
    const person = { organizationId: town.organizationId, personId: id };
    const known = await transactor.read(person, (tx) => credentials.candidate(tx, person));
    if (known === undefined) throw new Error('Nobody can sign in');
    expect(await credentials.isRight(known, initialPassword)).toBe(true);
    await administrator.post(`/v1/people/${id}/initial-password`);

    const isAdmitted = await transactor.write(person, (tx) => credentials.admits(tx, known, true));

    expect(isAdmitted).toBe(false);
  });

  it('is not told again to a repeated request', async () => {
    const renew = (): ReturnType<Client['post']> =>
      administrator.post(`/v1/people/${id}/initial-password`).set('Idempotency-Key', 'lost');

    const first = (await renew()).body as { initialPassword: string };
    const second = await renew();

    expect(second.body).toEqual({ initialPassword: null });
    expect(await signIn(first.initialPassword)).toBeDefined();
  });

  it('is for administrators of the same body', async () => {
    const path = `/v1/people/${id}/initial-password`;
    const ciso = await town.as('ciso');
    const stranger = await (await service.town()).as('administrator');

    expect((await ciso.post(path)).status).toBe(403);
    expect((await stranger.post(path)).status).toBe(404);
    expect(await signIn(initialPassword)).toBeDefined();
  });
});
