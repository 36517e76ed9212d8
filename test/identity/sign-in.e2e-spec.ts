import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import type { Town } from '../support/town.js';
import { memberOf, PASSWORD, signedIn, type Member } from './signing-in.js';

let service: TestService;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
});
afterAll(() => service.stop());

function signIn(email: string, password = PASSWORD): Promise<Response> {
  return service.anyone.post('/v1/sessions', { email, password }).then((reply) => reply);
}

async function fail(member: Member, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await signIn(member.email, 'wrong');
}

async function credentialOf({ personId }: Member): Promise<Record<string, unknown>> {
  const [row] = await service.rows<Record<string, unknown>>(
    `SELECT failures, locked_until > now() AS locked, password_hash AS "passwordHash"
     FROM credentials WHERE person_id = $1`,
    [personId],
  );
  return row ?? {};
}

function trailOf({ personId }: Member): Promise<unknown[]> {
  return service.rows(
    `SELECT action, subject_kind AS subject FROM audit_trail WHERE person_id = $1 ORDER BY id`,
    [personId],
  );
}

describe('signing in', () => {
  it('gives tokens that tell who it is and what the posts permit', async () => {
    const member = await memberOf(town, service, 'procurement');

    const reply = await signIn(member.email);
    const me = await service.clientWith(String(reply.body.accessToken)).get('/v1/me');

    expect(reply.status).toBe(201);
    expect(reply.body.expiresIn).toBe(900);
    expect(me.body).toMatchObject({
      personId: member.personId,
      organizationId: town.organizationId,
      posts: [{ roleId: 'procurement', unitId: town.unitId, acting: false }],
    });
    expect(me.body.permissions).toContain('vendor:write');
    expect(me.body.permissions).not.toContain('organization:administer');
    expect(await trailOf(member)).toEqual([{ action: 'session.started', subject: 'session' }]);
  });

  it('does not mind how the address is written', async () => {
    const member = await memberOf(town, service, 'staff');

    expect((await signIn(member.email.toUpperCase())).status).toBe(201);
  });

  it('knows nobody by a password in other letters or of other length', async () => {
    const member = await memberOf(town, service, 'staff');

    for (const password of [PASSWORD.toUpperCase(), `${PASSWORD} `, PASSWORD.slice(1)]) {
      expect((await signIn(member.email, password)).status).toBe(401);
    }
  });

  it('is refused alike whatever was wrong, byte for byte', async () => {
    const known = await memberOf(town, service, 'staff');
    const locked = await memberOf(town, service, 'staff');
    const gone = await memberOf(town, service, 'staff');
    await fail(locked, 5);
    await service.rows(`UPDATE people SET ended_on = '2026-03-31' WHERE id = $1`, [gone.personId]);

    const replies = [
      await signIn(known.email, 'wrong'),
      await signIn('nobody@town.example', 'wrong'),
      await signIn(locked.email),
      await signIn(gone.email),
    ];

    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(replies.map(({ headers }) => headers['www-authenticate']))).toEqual(
      new Set(['Bearer']),
    );
    expect(replies[0]?.body.type).toBe('urn:mitodoke:problem:session.sign-in-refused');
  });
});

describe('wrong passwords', () => {
  it('are forgotten with the first right one, while they are fewer than five', async () => {
    const member = await memberOf(town, service, 'staff');
    await fail(member, 4);

    expect(await credentialOf(member)).toMatchObject({ failures: 4, locked: null });
    expect((await signIn(member.email)).status).toBe(201);
    expect(await credentialOf(member)).toMatchObject({ failures: 0, locked: null });
  });

  it('lock sign-in with the fifth, and the lock passes', async () => {
    const member = await memberOf(town, service, 'staff');
    await fail(member, 5);

    expect(await credentialOf(member)).toMatchObject({ failures: 5, locked: true });
    expect((await signIn(member.email)).status).toBe(401);
    await unlock(member);
    expect((await signIn(member.email)).status).toBe(201);
  });

  it('lock for longer each time', async () => {
    const member = await memberOf(town, service, 'staff');
    await fail(member, 5);
    const first = await secondsLocked(member);
    await unlock(member);
    await fail(member, 1);

    expect(first).toBeGreaterThan(50);
    expect(first).toBeLessThanOrEqual(60);
    expect(await secondsLocked(member)).toBeGreaterThan(110);
  });

  it('during a lock do not count, so that nobody is kept out for ever', async () => {
    const member = await memberOf(town, service, 'staff');
    await fail(member, 5);

    await fail(member, 3);
    await signIn(member.email);

    expect(await credentialOf(member)).toMatchObject({ failures: 5 });
    expect(await secondsLocked(member)).toBeLessThanOrEqual(60);
  });

  it('tried many at once are counted one by one', async () => {
    const member = await memberOf(town, service, 'staff');

    await Promise.all(Array.from({ length: 12 }, () => signIn(member.email, 'wrong')));

    expect(await credentialOf(member)).toMatchObject({ failures: 5, locked: true });
  });

  it('of one person do not lock another', async () => {
    const member = await memberOf(town, service, 'staff');
    const colleague = await memberOf(town, service, 'staff');
    await fail(member, 5);

    expect((await signIn(colleague.email)).status).toBe(201);
  });

  it('are recorded in the trail of the person', async () => {
    const member = await memberOf(town, service, 'staff');

    await fail(member, 1);

    expect(await trailOf(member)).toEqual([{ action: 'session.refused', subject: 'person' }]);
  });
});

describe('what is kept', () => {
  it('of a password is an argon2id hash with a salt of its own', async () => {
    const one = await credentialOf(await memberOf(town, service, 'staff'));
    const other = await credentialOf(await memberOf(town, service, 'staff'));

    expect(one.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one.passwordHash).not.toBe(other.passwordHash);
  });

  it('of a token is nothing it could be used by', async () => {
    const { accessToken, refreshToken } = await signedIn(
      service,
      await memberOf(town, service, 'staff'),
    );

    const [sessions] = await service.rows<{ all: string }>(
      'SELECT json_agg(s)::text AS all FROM sessions s',
    );

    expect(sessions?.all).not.toContain(accessToken.split('.')[1]);
    expect(sessions?.all).not.toContain(refreshToken.split('.')[1]);
  });
});

async function unlock({ personId }: Member): Promise<void> {
  await service.rows(
    `UPDATE credentials SET locked_until = now() - interval '1 second' WHERE person_id = $1`,
    [personId],
  );
}

async function secondsLocked({ personId }: Member): Promise<number> {
  const [row] = await service.rows<{ seconds: number }>(
    `SELECT extract(epoch FROM locked_until - now())::float8 AS seconds FROM credentials WHERE person_id = $1`,
    [personId],
  );
  return row?.seconds ?? 0;
}
