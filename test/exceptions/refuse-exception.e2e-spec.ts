import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { application, applied, NDA, NOWHERE, PERMIT, type Exception } from './given.js';

let service: TestService;
let town: Town;
let manager: Client;
let ciso: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  manager = await town.as('section-manager');
  ciso = await town.as('ciso');
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('an application is refused', () => {
  it.each([
    ['an article that puts nothing on it', { articles: [NDA, 'K10-1-1'] }, '#/articles/1'],
    ['an article of no policy', { articles: ['K99'] }, '#/articles/0'],
    ['an end before the start', { until: '2026-11-19' }, '#/until'],
    ['a period over the limit of the body', { until: '2027-11-22' }, '#/until'],
    ['an emergency without the day it was acted on', { kind: 'emergency' }, '#/actedOn'],
    ['an engagement of nobody', { engagementId: NOWHERE }, '#/engagementId'],
  ])('for %s, and nothing is written', async (_, fault, pointer) => {
    const engagement = await plan(manager, residentService(town));
    const count = 'SELECT count(*)::int AS rows FROM policy_exceptions';
    const before = await service.rows(count);
    const reply = await manager.post('/v1/exceptions', application(engagement.id, fault));

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await service.rows(count)).toEqual(before);
  });

  it('without the permission to apply', async () => {
    const engagement = await plan(manager, residentService(town));
    const staff = await town.as('staff');

    expect((await staff.post('/v1/exceptions', application(engagement.id))).status).toBe(403);
  });
});

describe('a decision is refused', () => {
  it('to whoever applied, in the service and in the database', async () => {
    const both = await town.as('section-manager', 'ciso');
    const engagement = await plan(manager, residentService(town));
    const reply = await both.post('/v1/exceptions', application(engagement.id));
    const { id, version } = reply.body as Exception;
    const refused = await both.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);

    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(await service.rows('SELECT id FROM proofs WHERE record_id = $1', [id])).toEqual([]);
    await expect(
      service.rows(
        `UPDATE policy_exceptions SET status = 'permitted', decided_by = requested_by WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('sd_policy_exceptions');
  });

  it('that the one who applied took in the document system', async () => {
    const asker = await town.someoneAs('section-manager');
    await service.rows(`UPDATE people SET name = '高橋 一郎' WHERE id = $1`, [asker.personId]);
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(asker.client, engagement.id);
    const elsewhere = {
      documentNumber: '総第123号',
      decidedOn: '2026-11-20',
      deciderName: '髙橋　一郎',
      deciderPost: '課長',
      manner: 'substitution',
    };
    for (const madeElsewhere of [
      elsewhere,
      { ...elsewhere, deciderName: '田上 正臣', deciderId: asker.personId },
    ]) {
      const body = { ...PERMIT, madeElsewhere };
      const reply = await ciso.decide(`/v1/exceptions/${id}/decision`, body, version);

      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    }
    expect(await service.rows('SELECT FROM proofs WHERE record_id = $1', [id])).toEqual([]);
  });

  it('to a role that does not permit exceptions', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagement.id);
    const head = await town.as('head-officer');

    expect((await head.decide(`/v1/exceptions/${id}/decision`, PERMIT, version)).status).toBe(403);
  });

  it('a second time, and without naming what was read', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagement.id);
    const unnamed = await ciso.post(`/v1/exceptions/${id}/decision`, PERMIT);
    const denied = await ciso.decide(
      `/v1/exceptions/${id}/decision`,
      { outcome: 'deny', reason: '代替措置が足りない。' },
      version,
    );
    const again = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version + 1);

    expect(unnamed.status).toBe(428);
    expect(denied.body).toMatchObject({ status: 'denied', version: version + 1 });
    expect(again.status).toBe(422);
    expect(again.body).toMatchObject({
      type: 'urn:mitodoke:problem:exception.wrong-status',
      facts: { status: 'denied', allowed: [] },
    });
    expect(await service.rows('SELECT id FROM proofs WHERE record_id = $1', [id])).toEqual([]);
  });

  it('once the period is over', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagement.id);
    service.itIs('2026-12-21');
    const reply = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:exception.period-over');
    expect((await ciso.get(`/v1/exceptions/${id}`)).body.status).toBe('applied');
  });
});

describe('the register of exceptions', () => {
  it('lists the next to lapse first, page by page', async () => {
    const engagement = await plan(manager, residentService(town));
    const late = await applied(manager, engagement.id, { until: '2027-03-31' });
    const soon = await applied(manager, engagement.id, { until: '2026-11-30' });
    const list = `/v1/exceptions?engagementId=${engagement.id}&limit=1`;
    const first = await manager.get(list);
    const second = await manager.get(`${list}&after=${String(first.body.nextCursor)}`);

    expect(first.body.items[0].id).toBe(soon.id);
    expect(second.body.items[0].id).toBe(late.id);
    expect(second.body.nextCursor).toBeNull();
    const permitted = await manager.get(`${list}&status=permitted`);
    expect(permitted.body.items).toEqual([]);
  });

  it('is closed to another town as if it were empty', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagement.id);
    const other = await service.town();
    const stranger = await other.as('section-manager', 'ciso');
    const read = await stranger.get(`/v1/exceptions/${id}`);
    const missing = await stranger.get(`/v1/exceptions/${NOWHERE}`);
    const named = await stranger.post('/v1/exceptions', application(engagement.id));
    const unnamed = await stranger.post('/v1/exceptions', application(NOWHERE));

    expect(read.status).toBe(404);
    expect(read.text).toBe(missing.text);
    expect(named.status).toBe(400);
    expect(named.text).toBe(unnamed.text);
    expect((await stranger.decide(`/v1/exceptions/${id}/decision`, PERMIT, version)).status).toBe(
      404,
    );
    expect((await stranger.get('/v1/exceptions')).body.items).toEqual([]);
  });
});
