import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { section, stateOf, takeOver, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { givenVendor } from '../vendors/given.js';

const AUDITED = 'K10-1-4.2';
const NOWHERE = '01900000-0000-7000-8000-000000000000';

let service: TestService;
let town: Town;
let unitId: string;
let vendorId: string;
let manager: Client;
let auditor: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  unitId = await section(service, town);
  manager = (await town.someoneIn(null, 'section-manager')).client;
  auditor = await town.as('auditor');
  const vendor = await manager.post('/v1/vendors', { name: '株式会社受託システム' });
  vendorId = (vendor.body as { id: string }).id;
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

interface AuditItem {
  readonly id: string;
  readonly version: number;
}

function plan(engagementId: string, given: object = {}): object {
  return {
    engagementId,
    vendorId,
    mode: 'on-site',
    plannedOn: '2026-12-10',
    scope: ['K9-1-3a-2', 'K10-1-4'],
    ...given,
  };
}

const CONCLUSION = {
  heldOn: '2026-11-19',
  opinion: '契約に定める対策はおおむね実施されている。',
  evidence: ['監査調書 監-2026-03'],
};

async function planned(engagementId: string): Promise<AuditItem> {
  const reply = await auditor.post('/v1/audits', plan(engagementId));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as AuditItem;
}

describe('a concluded audit', () => {
  it('proves that the vendor is audited, for one audit cycle', async () => {
    const engagement = await takeOver(manager, town, { unitId });
    const { id, version } = await planned(engagement.id);
    expect(await stateOf(manager, engagement.id, AUDITED)).toBe('open');
    const reply = await auditor.decide(`/v1/audits/${id}/conclusion`, CONCLUSION, version);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: 'concluded',
      vendorId,
      concludedAs: 'auditor',
      ...CONCLUSION,
    });
    service.itIs('2027-11-19');
    expect(await stateOf(manager, engagement.id, AUDITED)).toBe('met');
    service.itIs('2027-11-20');
    expect(await stateOf(manager, engagement.id, AUDITED)).toBe('open');
    expect(await trailOf(service, id)).toEqual([
      'audit.planned',
      'obligation.discharged',
      'audit.concluded',
    ]);
  });

  it('audits the vendor of the engagement where no other is named', async () => {
    const engagement = await takeOver(manager, town, { unitId, vendorId });
    const reply = await auditor.post('/v1/audits', plan(engagement.id, { vendorId: undefined }));

    expect(reply.body).toMatchObject({ status: 'planned', vendorId });
  });
});

describe('a plan is refused', () => {
  it.each([
    ['without a firm to audit', { vendorId: undefined }, '#/vendorId'],
    ['for a firm of nobody', { vendorId: NOWHERE }, '#/vendorId'],
    ['for an article that puts nothing on it', { scope: ['K10-1-1'] }, '#/scope/0'],
    ['for an engagement of nobody', { engagementId: NOWHERE }, '#/engagementId'],
  ])('%s, and nothing is written', async (_, fault, pointer) => {
    const engagement = await takeOver(manager, town, { unitId });
    const reply = await auditor.post('/v1/audits', plan(engagement.id, fault));

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(
      await service.rows('SELECT id FROM audits WHERE engagement_id = $1', [engagement.id]),
    ).toEqual([]);
  });

  it('to who does not audit', async () => {
    const engagement = await takeOver(manager, town, { unitId });

    expect((await manager.post('/v1/audits', plan(engagement.id))).status).toBe(403);
  });
});

describe('a conclusion is refused', () => {
  it('to who drafted the engagement, in the service and in the database', async () => {
    const both = await town.as('section-manager', 'auditor');
    const engagement = await takeOver(both, town, { unitId });
    const { id, version } = await planned(engagement.id);
    const reply = await both.decide(`/v1/audits/${id}/conclusion`, CONCLUSION, version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(reply.body.detail).toContain('起案');
    await expect(
      service.rows(
        `UPDATE audits SET status = 'concluded', held_on = planned_on, opinion = '適', concluded_by = drafted_by WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('sd_audits');
  });

  it('to who serves in the section of the engagement', async () => {
    const engagement = await takeOver(manager, town);
    const { id, version } = await planned(engagement.id);
    const reply = await auditor.decide(`/v1/audits/${id}/conclusion`, CONCLUSION, version);

    expect(reply.status).toBe(422);
    expect(reply.body.detail).toContain('所管する課');
    expect(await service.rows('SELECT id FROM proofs WHERE record_id = $1', [id])).toEqual([]);
  });

  it('to who serves in a unit below it', async () => {
    const here = await service.town();
    const officer = await here.as('section-manager');
    const above = await section(service, here);
    await service.rows('UPDATE org_units SET parent_id = $1 WHERE id = $2', [above, here.unitId]);
    const engagement = await takeOver(officer, here, {
      ...{ unitId: above, vendorId: await givenVendor(officer) },
    });
    const below = await here.as('auditor');
    const { id, version } = (
      await below.post('/v1/audits', plan(engagement.id, { vendorId: undefined }))
    ).body as AuditItem;
    const reply = await below.decide(`/v1/audits/${id}/conclusion`, CONCLUSION, version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('of an audit to come, of one concluded, and of one changed since', async () => {
    const engagement = await takeOver(manager, town, { unitId });
    const { id, version } = await planned(engagement.id);
    const url = `/v1/audits/${id}/conclusion`;
    const future = await auditor.decide(url, { ...CONCLUSION, heldOn: '2026-11-21' }, version);
    await auditor.decide(url, CONCLUSION, version);
    const stale = await auditor.decide(url, CONCLUSION, version);
    const again = await auditor.decide(url, CONCLUSION, version + 1);

    expect(future.status).toBe(400);
    expect(future.body.errors[0].pointer).toBe('#/heldOn');
    expect(stale.status).toBe(412);
    expect(again.status).toBe(422);
    expect(again.body.type).toBe('urn:mitodoke:problem:audit.concluded');
  });
});

describe('the list of audits', () => {
  it('shows the first planned first, page by page', async () => {
    const engagement = await takeOver(manager, town, { unitId });
    const later = await planned(engagement.id);
    const sooner = await auditor.post(
      '/v1/audits',
      plan(engagement.id, { plannedOn: '2026-12-01' }),
    );
    const list = `/v1/audits?engagementId=${engagement.id}&limit=1`;
    const first = await manager.get(list);
    const second = await manager.get(`${list}&after=${String(first.body.nextCursor)}`);

    expect(first.body.items[0].id).toBe((sooner.body as AuditItem).id);
    expect(second.body.items[0].id).toBe(later.id);
    expect(second.body.nextCursor).toBeNull();
  });

  it('is closed to another town', async () => {
    const engagement = await takeOver(manager, town, { unitId });
    const { id, version } = await planned(engagement.id);
    const other = await service.town();
    const stranger = await other.as('section-manager', 'auditor');
    const read = await stranger.get(`/v1/audits/${id}`);
    const missing = await stranger.get(`/v1/audits/${NOWHERE}`);
    const own = await takeOver(stranger, other);
    const theirs = await stranger.post('/v1/audits', plan(own.id, { scope: ['K10-1-4'] }));
    const nobodys = await stranger.post(
      '/v1/audits',
      plan(own.id, { scope: ['K10-1-4'], vendorId: NOWHERE }),
    );

    expect(read.status).toBe(404);
    expect(read.text).toBe(missing.text);
    expect(theirs.status).toBe(400);
    expect(theirs.text).toBe(nobodys.text);
    expect((await stranger.decide(`/v1/audits/${id}/conclusion`, CONCLUSION, version)).status).toBe(
      404,
    );
    expect((await stranger.get('/v1/audits')).body.items).toEqual([]);
  });
});
