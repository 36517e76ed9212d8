import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

interface Post {
  readonly id: string;
  readonly version: number;
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

async function appoint(personId: string, given: object = {}): Promise<Post> {
  const body = { personId, roleId: 'procurement', validFrom: '2026-11-20', ...given };
  const reply = await administrator.post('/v1/posts', body);
  expect(reply.status, reply.text).toBe(201);
  return reply.body as Post;
}

function end(post: Post, validUntil: string): ReturnType<Client['decide']> {
  return administrator.decide(`/v1/posts/${post.id}/end`, { validUntil }, post.version);
}

async function mayRegisterVendors(client: Client): Promise<boolean> {
  const me = (await client.get('/v1/me')).body as { permissions: string[] };
  return me.permissions.includes('vendor:write');
}

describe('a post', () => {
  it('grants from the first day to the last, in Japan time', async () => {
    const { client, personId } = await town.someoneAs('staff');
    await appoint(personId, { validFrom: '2026-12-01', validUntil: '2026-12-31' });

    const granted: Record<string, boolean> = {};
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01']) {
      service.itIs(day);
      granted[day] = await mayRegisterVendors(client);
    }

    expect(granted).toEqual({
      '2026-11-30': false,
      '2026-12-01': true,
      '2026-12-31': true,
      '2027-01-01': false,
    });
  });

  it('that ended yesterday grants nothing today', async () => {
    const { client, personId } = await town.someoneAs('staff');
    const post = await appoint(personId, { validFrom: '2026-04-01' });

    const reply = await end(post, '2026-11-19');

    expect(reply.body).toMatchObject({ version: 2, validUntil: '2026-11-19' });
    expect(await mayRegisterVendors(client)).toBe(false);
    expect((await client.post('/v1/vendors', { name: '株式会社手遅れ' })).status).toBe(403);
    expect(await service.rows(`SELECT FROM vendors WHERE name = '株式会社手遅れ'`)).toEqual([]);
  });

  it('held in place of the holder grants the same and says so', async () => {
    const { client, personId } = await town.someoneAs('staff');
    await appoint(personId, { unitId: town.unitId, acting: true });

    const me = await client.get('/v1/me');

    expect(me.body.posts).toContainEqual(
      expect.objectContaining({ roleId: 'procurement', unitId: town.unitId, acting: true }),
    );
    expect(me.body.permissions).toContain('vendor:write');
    await client.post('/v1/vendors', { name: '株式会社代理' });
    const [entry] = await service.rows<{ facts: unknown }>(
      `SELECT facts FROM audit_trail WHERE person_id = $1 AND action LIKE 'vendor%'`,
      [personId],
    );
    expect(entry?.facts).toMatchObject({ acting: ['procurement'] });
  });

  it('withdrawn before it begins is never held', async () => {
    const { client, personId } = await town.someoneAs('staff');
    const post = await appoint(personId, { validFrom: '2026-12-01' });

    expect((await end(post, '2026-11-30')).status).toBe(200);

    service.itIs('2026-12-01');
    expect(await mayRegisterVendors(client)).toBe(false);
  });

  it.each([
    ['before the day before it begins', '2026-11-18'],
    ['later than it already ends', '2026-12-01'],
  ])('cannot end %s', async (_, day) => {
    const { personId } = await town.someoneAs('staff');
    const post = await appoint(personId, { validUntil: '2026-11-30' });

    const reply = await end(post, day);

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:post.end-refused',
      facts: { validFrom: '2026-11-20', validUntil: '2026-11-30' },
    });
    expect((await administrator.get(`/v1/posts/${post.id}`)).body).toEqual(post);
  });

  it('ends only over the version that was read', async () => {
    const { personId } = await town.someoneAs('staff');
    const post = await appoint(personId);
    const url = `/v1/posts/${post.id}/end`;

    expect((await administrator.post(url, { validUntil: '2026-11-30' })).status).toBe(428);
    expect((await end({ ...post, version: 7 }, '2026-11-30')).status).toBe(412);
    expect((await administrator.get(`/v1/posts/${post.id}`)).body).toEqual(post);
  });
});

describe('an appointment', () => {
  it.each([
    ['to a role the policy does not know', { roleId: 'emperor' }, '#/roleId'],
    ['of nobody', { personId: uuidv7() }, '#/personId'],
    ['in no unit', { unitId: uuidv7() }, '#/unitId'],
    ['that ends before it begins', { validUntil: '2026-11-19' }, '#/validUntil'],
    ['from a day that does not exist', { validFrom: '2026-02-29' }, '#/validFrom'],
    ['without a word on acting', { acting: null }, '#/acting'],
  ])('is refused %s', async (_, given, pointer) => {
    const { personId } = await town.someoneAs('staff');
    const body = { personId, roleId: 'procurement', validFrom: '2026-11-20', ...given };

    const reply = await administrator.post('/v1/posts', body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    const posts = await service.rows(
      `SELECT FROM posts WHERE organization_id = $1 AND role_id <> 'staff' AND role_id <> 'administrator'`,
      [town.organizationId],
    );
    expect(posts).toEqual([]);
  });

  it('is refused of a person and in a unit of another body', async () => {
    const elsewhere = await service.town();
    const { personId: stranger } = await elsewhere.someoneAs('staff');
    const { personId } = await town.someoneAs('staff');
    const body = { roleId: 'procurement', validFrom: '2026-11-20' };

    const ofStranger = await administrator.post('/v1/posts', { ...body, personId: stranger });
    const inStrangeUnit = await administrator.post('/v1/posts', {
      ...body,
      personId,
      unitId: elsewhere.unitId,
    });

    expect(ofStranger.body.errors).toMatchObject([{ pointer: '#/personId' }]);
    expect(inStrangeUnit.body.errors).toMatchObject([{ pointer: '#/unitId' }]);
  });

  it('is refused from a day on which the person has left or the unit has ended', async () => {
    const { personId } = await town.someoneAs('staff');
    await administrator.patch(`/v1/people/${personId}`, { endedOn: '2026-11-30' }, 1);
    await administrator.patch(`/v1/org-units/${town.unitId}`, { endedOn: '2026-11-29' }, 1);
    const body = { personId, roleId: 'procurement', unitId: town.unitId };
    const from = (validFrom: string): ReturnType<Client['post']> =>
      administrator.post('/v1/posts', { ...body, validFrom });

    expect((await from('2026-12-01')).body.errors).toMatchObject([{ pointer: '#/personId' }]);
    expect((await from('2026-11-30')).body.errors).toMatchObject([{ pointer: '#/unitId' }]);
    expect((await from('2026-11-29')).status).toBe(201);
  });

  it('is for administrators', async () => {
    const { client, personId } = await town.someoneAs('head-officer');
    const body = { personId, roleId: 'ciso', validFrom: '2026-11-20' };

    expect((await client.post('/v1/posts', body)).status).toBe(403);
    expect(
      await service.rows(`SELECT FROM posts WHERE role_id = 'ciso' AND organization_id = $1`, [
        town.organizationId,
      ]),
    ).toEqual([]);
  });

  it('is refused where no policy is in force', async () => {
    const { personId } = await town.someoneAs('staff');
    service.itIs('2020-03-31');
    const body = { personId, roleId: 'procurement', validFrom: '2020-04-01' };

    // Without a policy no post permits anything, so nobody gets as far as the register.
    expect((await administrator.post('/v1/posts', body)).status).toBe(403);
  });
});

describe('the list of posts', () => {
  it('is filtered by role, person and day', async () => {
    const { personId: one } = await town.someoneAs('staff');
    const { personId: other } = await town.someoneAs('staff');
    const past = await appoint(one, { validFrom: '2026-04-01', validUntil: '2026-09-30' });
    const now = await appoint(one, { validFrom: '2026-10-01' });
    const others = await appoint(other, { roleId: 'auditor', validFrom: '2026-10-01' });
    const found = async (query: string): Promise<string[]> => {
      const reply = await administrator.get(`/v1/posts?${query}`);
      return (reply.body.items as Post[]).map(({ id }) => id);
    };

    expect(await found('roleId=procurement')).toEqual([past.id, now.id]);
    expect(await found('roleId=procurement&on=2026-09-30')).toEqual([past.id]);
    expect(await found(`personId=${other}&roleId=auditor`)).toEqual([others.id]);
    expect(await found('roleId=auditor&on=2026-09-30')).toEqual([]);

    await administrator.patch(`/v1/people/${one}`, { endedOn: '2026-10-31' }, 1);
    expect(await found('roleId=procurement&on=2026-10-31')).toEqual([now.id]);
    expect(await found('roleId=procurement&on=2026-11-01')).toEqual([]);
  });

  it('shows nothing of another body, nor can a post there be read or ended', async () => {
    const { personId } = await town.someoneAs('staff');
    const post = await appoint(personId);
    const stranger = await (await service.town()).as('administrator');

    const read = await stranger.get(`/v1/posts/${post.id}`);
    const none = await stranger.get(`/v1/posts/${uuidv7()}`);
    const ended = await stranger.decide(
      `/v1/posts/${post.id}/end`,
      { validUntil: '2026-11-20' },
      1,
    );
    const list = await stranger.get('/v1/posts?roleId=procurement');

    expect(read.status).toBe(404);
    expect(read.text).toBe(none.text);
    expect(ended.status).toBe(404);
    expect(list.body.items).toEqual([]);
  });
});
