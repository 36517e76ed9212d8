import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

interface Unit {
  readonly id: string;
  readonly version: number;
  readonly parentId: string | null;
}

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

async function register(name: string, parentId?: string): Promise<Unit> {
  const reply = await administrator.post('/v1/org-units', { name, parentId });
  expect(reply.status).toBe(201);
  return reply.body as Unit;
}

function unitsNamed(name: string): Promise<unknown[]> {
  return service.rows('SELECT version, parent_id FROM org_units WHERE name = $1', [name]);
}

describe('registering a unit', () => {
  it('answers with it, where it is and its version, and leaves a trace', async () => {
    const reply = await administrator.post('/v1/org-units', { name: '総務部' });

    const { id } = reply.body as Unit;
    expect(reply.status).toBe(201);
    expect(reply.headers.location).toBe(`/v1/org-units/${id}`);
    expect(reply.headers.etag).toBe('"1"');
    expect((await administrator.get(`/v1/org-units/${id}`)).body).toEqual(reply.body);
    expect(
      await service.rows('SELECT action FROM audit_trail WHERE subject_id = $1', [id]),
    ).toEqual([{ action: 'org-unit.registered' }]);
  });

  it('refuses a parent that is not there, of another body, or ended', async () => {
    const elsewhere = await service.town();
    const ended = await register('廃止課');
    await administrator.patch(`/v1/org-units/${ended.id}`, { endedOn: '2020-03-31' }, 1);

    for (const parentId of [uuidv7(), elsewhere.unitId, ended.id]) {
      const reply = await administrator.post('/v1/org-units', { name: '迷子係', parentId });
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toEqual([
        { pointer: '#/parentId', detail: 'その日に存在する所属を指定してください。' },
      ]);
    }
    expect(await unitsNamed('迷子係')).toEqual([]);
  });

  it('is for administrators', async () => {
    const staff = await town.as('department-officer');

    expect((await staff.post('/v1/org-units', { name: '勝手課' })).status).toBe(403);
    expect(await unitsNamed('勝手課')).toEqual([]);
  });
});

describe('changing a unit', () => {
  it('moves it, and to the top where the parent is null', async () => {
    const department = await register('福祉部');
    const section = await register('保険課');

    const moved = await administrator.patch(
      `/v1/org-units/${section.id}`,
      { parentId: department.id },
      1,
    );
    const back = await administrator.patch(`/v1/org-units/${section.id}`, { parentId: null }, 2);

    expect(moved.body).toMatchObject({ version: 2, name: '保険課', parentId: department.id });
    expect(back.body).toMatchObject({ version: 3, parentId: null });
  });

  it('refuses a circle, however long', async () => {
    const top = await register('輪部');
    const middle = await register('輪課', top.id);
    const bottom = await register('輪係', middle.id);

    for (const parentId of [top.id, middle.id, bottom.id]) {
      const reply = await administrator.patch(`/v1/org-units/${top.id}`, { parentId }, 1);
      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:org-unit.under-itself');
    }
    expect(await unitsNamed('輪部')).toEqual([{ version: 1, parent_id: null }]);
  });

  it('lets only one of two moves through that together would close a circle', async () => {
    const one = await register('甲課');
    const other = await register('乙課');

    const replies = await Promise.all([
      administrator.patch(`/v1/org-units/${one.id}`, { parentId: other.id }, 1),
      administrator.patch(`/v1/org-units/${other.id}`, { parentId: one.id }, 1),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('is refused in the order 400, 428, 404, 412', async () => {
    const { id } = await register('順番課');
    const nowhere = `/v1/org-units/${uuidv7()}`;

    expect((await administrator.patch(nowhere, { name: '' })).status).toBe(400);
    expect((await administrator.patch(nowhere, { name: 'x' })).status).toBe(428);
    expect((await administrator.patch(nowhere, { name: 'x' }, 1)).status).toBe(404);
    expect((await administrator.patch(`/v1/org-units/${id}`, { name: 'x' }, 2)).status).toBe(412);
  });
});

describe('the units of another body', () => {
  it('are the same 404 as none, and in no list', async () => {
    const { id } = await register('秘密課');
    const stranger = await (await service.town()).as('administrator');

    const read = await stranger.get(`/v1/org-units/${id}`);
    const none = await stranger.get(`/v1/org-units/${uuidv7()}`);
    const changed = await stranger.patch(`/v1/org-units/${id}`, { name: '奪取課' }, 1);
    const list = await stranger.get('/v1/org-units');

    expect(read.status).toBe(404);
    expect(read.text).toBe(none.text);
    expect(changed.status).toBe(404);
    expect(list.body.items).toHaveLength(1);
    expect(await unitsNamed('奪取課')).toEqual([]);
  });
});

describe('the list of units', () => {
  it('comes in pages without gap or repetition', async () => {
    const fresh = await service.town();
    const client = await fresh.as('administrator');
    for (const name of ['一課', '二課', '三課', '四課'])
      await client.post('/v1/org-units', { name });

    const names: string[] = [];
    let url: string | undefined = '/v1/org-units?limit=2';
    while (url !== undefined) {
      const reply = await client.get(url);
      names.push(...(reply.body.items as { name: string }[]).map(({ name }) => name));
      url = /<([^>]+)>/.exec(reply.headers.link ?? '')?.[1];
    }

    expect(names).toEqual(['総務課', '一課', '二課', '三課', '四課']);
  });
});

describe('the part of the body a unit belongs to', () => {
  it('is one of the scope of the policy, and can be told or taken back later', async () => {
    const reply = await administrator.post('/v1/org-units', {
      name: '議会事務局',
      part: 'commissions',
    });
    const { id } = reply.body as Unit;
    expect(reply.body).toMatchObject({ part: 'commissions' });

    const changed = await administrator.patch(`/v1/org-units/${id}`, { part: null }, 1);

    expect(changed.body).toMatchObject({ part: null, name: '議会事務局' });
  });

  it('is refused where the policy names no such part', async () => {
    const body = { name: '消防係', part: 'fire-headquarters' };
    const reply = await administrator.post('/v1/org-units', body);
    const unit = await register('防災係');
    const change = await administrator.patch(`/v1/org-units/${unit.id}`, { part: 'fire' }, 1);

    for (const refused of [reply, change]) {
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toMatchObject([
        { pointer: '#/part', detail: expect.stringContaining('schools（町立小学校・中学校）') },
      ]);
    }
    expect(await unitsNamed('消防係')).toEqual([]);
    expect(await unitsNamed('防災係')).toMatchObject([{ version: 1 }]);
  });
});
