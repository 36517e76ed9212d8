import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { applied, castOf, moved } from '../support/approval.js';
import { lightService, plan, residentService } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { givenCloudService, givenVendor } from '../vendors/given.js';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(() => {
  service.itIs('2026-04-01');
});
afterAll(() => service.stop());

interface Due {
  readonly kind: string;
  readonly id: string;
  readonly dueOn: string;
  readonly label: string;
  readonly href: string;
}

describe('the dashboard', () => {
  let town: Town;
  let manager: Client;
  let engagementId: string;

  beforeAll(async () => {
    service.itIs('2026-04-01');
    town = await service.town();
    manager = await town.as('section-manager');
    const vendorId = await givenVendor(manager);
    engagementId = (await takeOver(manager, town, { vendorId })).id;
    const cancelled = await plan(manager, residentService(town));
    await moved(manager, cancelled.id, 'cancelled');
    await manager
      .post(`/v1/engagements/${engagementId}/report-schedules`, { kind: 'R1' })
      .expect(200);
    for (const [validUntil, scheme] of [
      ['2026-06-30', 'iso27001'],
      ['2026-07-01', 'iso27017'],
      ['2026-03-31', 'iso27018'],
    ]) {
      await manager
        .post(`/v1/vendors/${vendorId}/certificates`, {
          ...{ scheme, number: 'IS 1', edition: '2022', scope: '本社', validUntil },
        })
        .expect(201);
    }
    const auditor = await town.as('auditor');
    for (const dueOn of ['2026-04-10', '2026-05-31']) {
      await auditor
        .post('/v1/findings', {
          ...{ engagementId, articleKey: 'K9-1-3b-2', severity: 'minor', dueOn },
          statement: '報告に裏付けがない。',
        })
        .expect(201);
    }
  });

  async function dashboard(client = manager) {
    return (await client.get('/v1/dashboard').expect(200)).body;
  }

  it('counts engagements by status, and the duties only of those that run', async () => {
    const body = await dashboard();
    const ledger = await manager.get('/v1/register/engagements?status=active');

    const counts = body.engagements as { status: string; count: number }[];
    expect(counts.filter(({ count }) => count > 0)).toEqual([
      { status: 'active', count: 1 },
      { status: 'cancelled', count: 1 },
    ]);
    expect(body.obligations).toEqual(ledger.body.items[0].obligations);
  });

  it('counts reports, corrections and certificates by what the day makes of them', async () => {
    expect(await dashboard()).toMatchObject({
      on: '2026-04-01',
      reports: { overdue: 0, dueWithin30Days: 0 },
      findings: { open: 2, overdue: 0 },
      certificates: { expiringWithin90Days: 1 },
    });

    service.itIs('2026-04-20');
    expect(await dashboard()).toMatchObject({
      findings: { open: 2, overdue: 1 },
      certificates: { expiringWithin90Days: 2 },
    });

    service.itIs('2027-01-01');
    const { body } = await manager.get('/v1/reports?status=overdue&limit=200');
    expect((await dashboard()).reports.overdue).toBe(body.items.length);
    expect(body.items.length).toBeGreaterThan(0);
  });

  it('lists what is due next, the earliest first, with its name and where it is read', async () => {
    const { nextDue } = (await dashboard()) as { nextDue: Due[] };

    expect(nextDue.map(({ dueOn }) => dueOn)).toEqual(nextDue.map(({ dueOn }) => dueOn).sort());
    expect(nextDue.length).toBeLessThanOrEqual(10);
    expect(nextDue.find(({ kind }) => kind === 'finding')).toMatchObject({
      dueOn: '2026-04-10',
      label: '報告に裏付けがない。',
    });
    expect(nextDue.find(({ kind }) => kind === 'report')).toMatchObject({
      label: '定期報告（履行状況）',
    });
    for (const { href } of nextDue) expect((await manager.get(href)).status, href).toBe(200);
  });

  it('counts exceptions that run out and those that wait for a decision', async () => {
    const ciso = await town.as('ciso');
    const request = (until: string) =>
      manager.post('/v1/exceptions', {
        ...{ engagementId, kind: 'ordinary', articles: ['K9-1-3b-2'], from: '2026-04-01', until },
        reason: '事業者の報告様式が整わないため。',
        alternativeMeasure: '電話で確認する。',
        residualRisk: '小さい。',
      });
    const ending = await request('2026-04-30').expect(201);
    await request('2026-06-30').expect(201);
    await ciso
      .decide(
        `/v1/exceptions/${String(ending.body.id)}/decision`,
        { outcome: 'permit', reason: 'やむを得ない。' },
        String(ending.body.version),
      )
      .expect(200);

    expect((await dashboard()).exceptions).toEqual({ endingWithin30Days: 1, awaitingDecision: 1 });
    service.itIs('2026-05-01');
    expect((await dashboard()).exceptions).toEqual({ endingWithin30Days: 0, awaitingDecision: 1 });
  });

  it('counts applications that wait for a decision', async () => {
    const cast = await castOf(service);
    await applied(service, cast);
    expect((await dashboard(cast.manager)).useApplications).toEqual({ awaitingDecision: 1 });
  });

  it('shows another town nothing of it', async () => {
    const stranger = await (await service.town()).as('section-manager');
    const body = await dashboard(stranger);

    expect(body.engagements.every(({ count }: { count: number }) => count === 0)).toBe(true);
    expect(body).toMatchObject({
      obligations: { total: 0 },
      findings: { open: 0 },
      certificates: { expiringWithin90Days: 0 },
      nextDue: [],
    });
  });
});

describe('the search', () => {
  let manager: Client;
  let vendorId: string;

  beforeAll(async () => {
    const town = await service.town();
    manager = await town.as('section-manager');
    const vendor = await manager
      .post('/v1/vendors', { name: '㈱タカサキ・システムズ', corporateNumber: '4011001098993' })
      .expect(201);
    vendorId = String(vendor.body.id);
    await givenVendor(manager, '新タカサキシステムズ販売');
    await givenCloudService(manager, vendorId, 'たかさきファイル共有１００％');
    await plan(manager, lightService(town, { title: 'ﾀｶｻｷ祭りの告知' }));
  });

  async function found(q: string, more = ''): Promise<string[]> {
    const url = `/v1/search?q=${encodeURIComponent(q)}${more}`;
    const { body } = await manager.get(url).expect(200);
    return (body.items as { kind: string; name: string }[]).map(
      ({ kind, name }) => `${kind} ${name}`,
    );
  }

  it.each(['たかさき', 'タカサキ', 'ﾀｶｻｷ', 'タカ・サキ'])(
    'finds %s in every kind of name',
    async (q) => {
      expect(await found(q)).toEqual([
        'vendor 新タカサキシステムズ販売',
        'vendor ㈱タカサキ・システムズ',
        'cloud-service たかさきファイル共有１００％',
        'engagement ﾀｶｻｷ祭りの告知',
      ]);
    },
  );

  it.each([
    ['株式会社たかさき', ['vendor ㈱タカサキ・システムズ']],
    ['４０１１００１０９８９９３', ['vendor ㈱タカサキ・システムズ']],
    ['4011-0010-98993', ['vendor ㈱タカサキ・システムズ']],
    ['100%', ['cloud-service たかさきファイル共有１００％']],
    ['%', ['cloud-service たかさきファイル共有１００％']],
    ['_', []],
    ['いない', []],
  ])('finds for %s only what is meant', async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it('links what it finds and tells it from others of the name', async () => {
    const { body } = await manager.get('/v1/search?q=4011001098993').expect(200);

    expect(body).toEqual({
      items: [
        {
          kind: 'vendor',
          id: vendorId,
          name: '㈱タカサキ・システムズ',
          detail: '4011001098993',
          href: `/v1/vendors/${vendorId}`,
        },
      ],
      isComplete: true,
    });
    const all = await manager.get(`/v1/search?q=${encodeURIComponent('タカサキ')}`);
    for (const { href } of all.body.items)
      expect((await manager.get(String(href))).status).toBe(200);
  });

  it('says where there is more than the limit', async () => {
    const { body } = await manager.get(`/v1/search?q=${encodeURIComponent('タカサキ')}&limit=1`);
    expect(body.isComplete).toBe(false);
    expect(body.items).toHaveLength(3);
  });

  it.each([
    '',
    '?q=',
    '?q=%20',
    '?q=%E3%83%BB',
    '?q=x&limit=51',
    '?q=x&limit=0',
    `?q=${'a'.repeat(201)}`,
  ])('refuses %s', async (query) => {
    expect((await manager.get(`/v1/search${query}`)).status).toBe(400);
  });

  it('finds nothing of another town', async () => {
    const stranger = await (await service.town()).as('section-manager');
    const { body } = await stranger.get(`/v1/search?q=${encodeURIComponent('タカサキ')}`);
    expect(body).toEqual({ items: [], isComplete: true });
  });
});
