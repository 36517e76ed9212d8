import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SecondFactorResets } from '../../src/identity/index.js';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { byPassword, enrol, register } from './enrolling.js';
import { memberOf, PASSWORD, type Member } from './signing-in.js';

let service: TestService;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  town = await service.town();
});

/** A reading operation that every administrator and all staff may do. */
function read(client: Client): ReturnType<Client['get']> {
  return client.get('/v1/organization');
}

async function newcomer(...roles: string[]): Promise<{ member: Member; client: Client }> {
  const member = await memberOf(town, service, ...roles);
  return { member, client: await byPassword(service, member) };
}

/** Whether posts permit something to who signed in by password alone. */
async function isEnough(...roles: string[]): Promise<boolean> {
  const { client } = await newcomer(...roles);
  return (await read(client)).status === 200;
}

describe('a second factor is required', () => {
  it.each(['administrator', 'ciso', 'head-officer', 'authorizing-official', 'department-officer'])(
    'of %s, also beside other posts',
    async (role) => {
      const { client } = await newcomer(role, 'section-manager');
      const before = await everythingIn(service);

      const reply = await read(client);
      const written = await client.post('/v1/vendors', { name: '株式会社試験' });

      expect([reply.status, written.status]).toEqual([403, 403]);
      expect(reply.body).toMatchObject({
        type: 'urn:mitodoke:problem:session.second-factor-required',
        title: '多要素認証が必要です',
        facts: { register: '/v1/me/second-factors' },
      });
      expect(reply.body.detail).toContain('POST /v1/me/second-factors');
      expect(await everythingIn(service)).toEqual(before);
      const me = await client.get('/v1/me');
      expect(me.body).toMatchObject({
        ...{ permissions: [], secondFactor: { required: true, given: null } },
      });
      expect(me.body.posts).toHaveLength(2);
    },
  );

  it.each(['staff', 'procurement', 'section-manager', 'auditor', 'security-reviewer'])(
    'not of %s',
    async (role) => {
      expect(await isEnough(role)).toBe(true);
    },
  );

  it('of whomever the body names as its authorizing official, from the next sign-in', async () => {
    const administrator = await town.as('administrator');
    expect(await isEnough('section-manager')).toBe(true);

    const named = await administrator.put(
      '/v1/organization/settings/authorizing-official-role',
      { value: 'section-manager' },
      0,
    );

    expect(named.status).toBe(200);
    expect(await isEnough('section-manager')).toBe(false);
    expect(await isEnough('procurement')).toBe(true);
  });

  it('no longer of who holds the post no more', async () => {
    const { member } = await newcomer('administrator', 'staff');
    await service.rows(
      `UPDATE posts SET valid_until = '2021-03-31' WHERE person_id = $1 AND role_id = 'administrator'`,
      [member.personId],
    );

    expect((await read(await byPassword(service, member))).status).toBe(200);
  });
});

describe('who must have one', () => {
  it('registers it in the session they are in, and may do all their posts permit', async () => {
    const { client } = await newcomer('administrator');
    expect((await read(client)).status).toBe(403);

    await enrol(client);

    expect((await read(client)).status).toBe(200);
    const me = await client.get('/v1/me');
    expect(me.body.secondFactor).toEqual({ required: true, given: 'totp' });
    expect(me.body.permissions).toContain('organization:administer');
  });

  it('keeps the last one, and may change it for another', async () => {
    const { client } = await newcomer('ciso');
    const first = await enrol(client);

    const refused = await client.delete(`/v1/me/second-factors/${first.id}`);
    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe('urn:mitodoke:problem:second-factor.last');

    await enrol(client);
    expect((await client.delete(`/v1/me/second-factors/${first.id}`)).status).toBe(204);
  });

  it('keeps one, however many are removed at once', async () => {
    const { client } = await newcomer('ciso');
    const ids = [(await enrol(client)).id, (await enrol(client)).id];

    const replies = await Promise.all(
      ids.map((id) => client.delete(`/v1/me/second-factors/${id}`)),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([204, 422]);
  });
});

describe('a session without the second factor that a person has', () => {
  it('neither registers nor removes one', async () => {
    const { member, client } = await newcomer('staff');
    const { id } = await enrol(client);
    const other = await town.someoneAs('staff');
    await service.rows(
      'UPDATE sessions SET person_id = $1, second_factor = NULL WHERE person_id = $2',
      [member.personId, other.personId],
    );

    const registered = await register(other.client);
    const removed = await other.client.delete(`/v1/me/second-factors/${id}`);

    for (const { status, body } of [registered, removed]) {
      expect(status).toBe(403);
      expect(body.type).toBe('urn:mitodoke:problem:session.second-factor-required');
    }
  });
});

describe('a second factor that was lost', () => {
  it('is taken by an administrator, which ends the sessions and lets the person register anew', async () => {
    const administrator = await town.someoneAs('administrator');
    const { member, client } = await newcomer('ciso');
    await enrol(client);

    const path = `/v1/people/${member.personId}/second-factors`;
    expect((await administrator.client.delete(path)).status).toBe(204);

    expect((await client.get('/v1/me')).status).toBe(401);
    const again = await byPassword(service, member);
    expect((await read(again)).status).toBe(403);
    await enrol(again);
    expect((await read(again)).status).toBe(200);
    const [entry] = await service.rows(
      `SELECT person_id AS by, jsonb_array_length(facts->'secondFactorIds') AS taken FROM audit_trail
       WHERE action = 'second-factor.reset' AND subject_id = $1`,
      [member.personId],
    );
    expect(entry).toEqual({ by: administrator.personId, taken: 1 });
  });

  it('is taken by no one else, not from oneself, and not from another body', async () => {
    const administrator = await town.someoneAs('administrator');
    const stranger = await (await service.town()).as('administrator');
    const ciso = await town.as('ciso');
    const { member, client } = await newcomer('staff');
    await enrol(client);
    const path = `/v1/people/${member.personId}/second-factors`;
    const own = `/v1/people/${administrator.personId}/second-factors`;
    const before = await everythingIn(service);

    expect((await ciso.delete(path)).status).toBe(403);
    expect((await stranger.delete(path)).status).toBe(404);
    const refused = await administrator.client.delete(own);
    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe('urn:mitodoke:problem:second-factor.own');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('of the only administrator is taken by the operator, and the trail tells that the service did it', async () => {
    const { member, client } = await newcomer('administrator');
    await enrol(client);

    const resets = service.app.get(SecondFactorResets);
    expect(await resets.resetByOperator(member.email.toUpperCase())).toBe(1);

    expect((await client.get('/v1/me')).status).toBe(401);
    const reply = await service.anyone.post('/v1/sessions', {
      ...{ email: member.email, password: PASSWORD },
    });
    expect(reply.status).toBe(201);
    const [entry] = await service.rows(
      `SELECT person_id AS by FROM audit_trail WHERE action = 'second-factor.reset' AND subject_id = $1`,
      [member.personId],
    );
    expect(entry).toEqual({ by: null });
    await expect(resets.resetByOperator('nobody@town.example')).rejects.toThrow();
  });
});
