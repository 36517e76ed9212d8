import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

interface Setting {
  readonly id: string;
  readonly version: number;
  readonly value: unknown;
}

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

function decide(id: string, body: object, version: number): ReturnType<Client['put']> {
  return administrator.put(`/v1/organization/settings/${id}`, body, version);
}

function decisions(): Promise<unknown[]> {
  return service.rows(
    `SELECT setting_id AS id, version, value, reason FROM organization_settings
     WHERE organization_id = $1 ORDER BY 1`,
    [town.organizationId],
  );
}

describe('the settings', () => {
  it('hold the defaults of the policy until the body decides', async () => {
    const reply = await administrator.get('/v1/organization/settings?limit=200');

    const settings = reply.body.items as Setting[];
    expect(settings.length).toBeGreaterThan(30);
    expect(settings.find(({ id }) => id === 'report-due-business-days')).toEqual({
      id: 'report-due-business-days',
      version: 0,
      label: {
        ja: '定期報告の提出期限（期間の終わりから）',
        en: 'Due date of periodic reports after the end of the period',
      },
      type: 'integer',
      unit: { ja: '営業日', en: 'business days' },
      minimum: 1,
      maximum: null,
      choices: null,
      default: 10,
      value: 10,
      decidedByBody: false,
      reason: null,
      article: 'K9-1-3b-2',
      missing: false,
    });
  });

  it('name what the policy leaves to the body alone: who authorizes cloud use', async () => {
    const reply = await administrator.get('/v1/organization/settings?limit=200');

    const missing = (reply.body.items as (Setting & { missing: boolean })[]).filter(
      (setting) => setting.missing,
    );
    expect(missing).toMatchObject([{ id: 'authorizing-official-role', value: null }]);
  });

  it('are listed apart while the body has still to decide', async () => {
    const missing = await administrator.get('/v1/organization/settings?missing=true');
    const others = await administrator.get('/v1/organization/settings?missing=false&limit=200');
    await decide('authorizing-official-role', { value: 'ciso' }, 0);
    const after = await administrator.get('/v1/organization/settings?missing=true');

    expect(missing.body.items).toMatchObject([{ id: 'authorizing-official-role', missing: true }]);
    expect((others.body.items as Setting[]).length).toBeGreaterThan(30);
    expect(after.body.items).toEqual([]);
    expect((await administrator.get('/v1/organization/settings?missing=1')).status).toBe(400);
  });

  it('come in pages', async () => {
    const first = await administrator.get('/v1/organization/settings?limit=30');
    const second = await administrator.get(
      `/v1/organization/settings?limit=30&after=${String(first.body.nextCursor)}`,
    );
    const all = await administrator.get('/v1/organization/settings?limit=200');

    expect([...first.body.items, ...second.body.items]).toEqual(all.body.items);
    expect(second.body.nextCursor).toBeNull();
  });

  it('are another body’s own', async () => {
    await decide('report-due-business-days', { value: 7 }, 0);
    const stranger = await (await service.town()).as('administrator');

    const reply = await stranger.get('/v1/organization/settings/report-due-business-days');

    expect(reply.body).toMatchObject({ version: 0, value: 10 });
  });
});

describe('deciding a setting', () => {
  it('starts from version 0 and goes on from what was read', async () => {
    const path = '/v1/organization/settings/report-due-business-days';
    expect((await administrator.get(path)).headers.etag).toBe('"0"');

    const first = await decide('report-due-business-days', { value: 7, reason: '短縮' }, 0);
    const second = await decide('report-due-business-days', { value: 8 }, 1);

    expect(first.status).toBe(200);
    expect(first.headers.etag).toBe('"1"');
    expect(first.body).toMatchObject({ value: 7, decidedByBody: true, reason: '短縮' });
    expect(second.body).toMatchObject({ version: 2, value: 8, default: 10, reason: null });
    expect((await administrator.get(path)).body).toEqual(second.body);
    expect(
      await service.rows(
        `SELECT action, facts FROM audit_trail WHERE organization_id = $1 ORDER BY id`,
        [town.organizationId],
      ),
    ).toEqual([
      {
        action: 'setting.decided',
        facts: { settingId: 'report-due-business-days', value: 7, reason: '短縮' },
      },
      {
        action: 'setting.decided',
        facts: { settingId: 'report-due-business-days', value: 8, reason: null },
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['authorizing-official-role', 'ciso'],
    ['importance-threshold-for-ciso', 'L4'],
    ['score-suitable', '0.75'],
    ['leak-preliminary-report-days', 5],
    ['allowed-countries', 'JP US'],
    ['roll-due-dates', true],
  ])('%s can be %j', async (id, value) => {
    const reply = await decide(id, { value }, 0);

    expect(reply.status, reply.text).toBe(200);
    expect(reply.body).toMatchObject({ value, missing: false });
    expect(await decisions()).toEqual([{ id, version: 1, value, reason: null }]);
  });

  it.each<[string, unknown]>([
    ['authorizing-official-role', 'emperor'],
    ['authorizing-official-role', 3],
    ['importance-threshold-for-ciso', 'L5'],
    ['score-suitable', 0.75],
    ['score-suitable', '1.1'],
    ['leak-preliminary-report-days', 6],
    ['leak-preliminary-report-days', 0],
    ['leak-preliminary-report-days', '5'],
    ['report-due-business-days', 5001],
    ['allowed-countries', ''],
    ['allowed-countries', { toString: 'JP' }],
    ['roll-due-dates', 'yes'],
    ['roll-due-dates', null],
  ])('%s cannot be %j', async (id, value) => {
    const reply = await decide(id, { value }, 0);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/value' }]);
    expect(await decisions()).toEqual([]);
  });

  it('to switch a safeguard off needs a reason, which is kept', async () => {
    const bare = await decide('separate-reviewer-and-approver', { value: false }, 0);
    expect(bare.status).toBe(400);
    expect(bare.body.errors).toMatchObject([{ pointer: '#/reason' }]);
    expect(await decisions()).toEqual([]);

    const body = { value: false, reason: '職員が五名のため' };
    const reply = await decide('separate-reviewer-and-approver', body, 0);

    expect(reply.body).toMatchObject(body);
  });

  it('is refused in the order 400, 428, 404, 412', async () => {
    const path = '/v1/organization/settings/report-due-business-days';

    expect((await administrator.put(path, { value: 0 })).status).toBe(400);
    expect((await administrator.put(path, { value: 7 })).status).toBe(428);
    expect((await decide('nothing', { value: 7 }, 0)).status).toBe(404);
    expect((await decide('report-due-business-days', { value: 7 }, 1)).status).toBe(412);
    expect(await decisions()).toEqual([]);
  });

  it('by two at once is done by one', async () => {
    const replies = await Promise.all(
      [7, 8].map((value) => decide('report-due-business-days', { value }, 0)),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is for administrators', async () => {
    const staff = await town.as('ciso');
    const path = '/v1/organization/settings/authorizing-official-role';

    expect((await staff.put(path, { value: 'ciso' }, 0)).status).toBe(403);
    expect(await decisions()).toEqual([]);
  });
});
