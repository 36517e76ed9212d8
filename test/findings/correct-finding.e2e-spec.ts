import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import { section, stateOf, takeOver, trailOf, unmetOf } from '../support/operation.js';
import type { Town } from '../support/town.js';

const NOWHERE = '01900000-0000-7000-8000-000000000000';

let service: TestService;
let town: Town;
let unitId: string;
let manager: Client;
let auditor: Client;
let implementer: { client: Client; personId: string };

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  unitId = await section(service, town);
  manager = (await town.someoneIn(null, 'section-manager')).client;
  auditor = await town.as('auditor');
  implementer = await town.someoneIn(null, 'section-manager', 'auditor');
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

interface FindingItem {
  readonly id: string;
  readonly version: number;
}

function finding(engagementId: string, given: object = {}): object {
  return {
    engagementId,
    articleKey: 'K3-1',
    severity: 'major',
    statement: '契約にない情報が受託者の共有フォルダーに保存されている。',
    ...given,
  };
}

async function raised(engagementId: string, given: object = {}): Promise<FindingItem> {
  const reply = await auditor.post('/v1/findings', finding(engagementId, given));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as FindingItem;
}

const CORRECTION = { plan: '共有フォルダーの情報を消去し、登録の手順を改める。' };
const DONE = { ...CORRECTION, implementedOn: '2026-11-20' };
const EFFECTIVE = { result: 'effective', comment: '消去の記録と現物を確かめた。' };

function act(id: string, body: object = DONE, client = implementer.client) {
  return client.post(`/v1/findings/${id}/corrective-actions`, body);
}

async function corrected(engagementId: string, given: object = {}): Promise<FindingItem> {
  const { id } = await raised(engagementId, given);
  const reply = await act(id);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as FindingItem;
}

describe('a major finding', () => {
  it('shuts the gate its article guards until the correction is verified', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    expect(await unmetOf(manager, engagement.id, 'specify')).not.toContain('K3-1.1');
    const { id } = await raised(engagement.id);
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('breached');
    expect(await unmetOf(manager, engagement.id, 'specify')).toContain('K3-1.1');

    const planned = await act(id, CORRECTION);
    expect(planned.body).toMatchObject({
      status: 'planned',
      correctiveActions: [{ number: 1, implementedOn: null, implementedBy: implementer.personId }],
    });
    const { version } = (await act(id)).body as FindingItem;
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('breached');

    const verified = await auditor.decide(`/v1/findings/${id}/verification`, EFFECTIVE, version);
    expect(verified.body).toMatchObject({
      status: 'verified',
      correctiveActions: [{ result: null }, { number: 2, result: 'effective' }],
    });
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('met');
    expect(await trailOf(service, id)).toEqual([
      'obligation.breached',
      'finding.raised',
      'finding.planned',
      'finding.implemented',
      'proof.voided',
      'finding.verified',
    ]);
  });

  it('stands while the correction is not effective, and is open again', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id, version } = await corrected(engagement.id);
    const reply = await auditor.decide(
      `/v1/findings/${id}/verification`,
      { result: 'not-effective', comment: '複製が残っている。' },
      version,
    );

    expect(reply.body).toMatchObject({ status: 'open' });
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('breached');
    const again = (await act(id)).body as FindingItem;
    await auditor.decide(`/v1/findings/${id}/verification`, EFFECTIVE, again.version);
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('met');
  });
});

describe('a lesser finding', () => {
  it.each([
    ['minor', '2027-02-18'],
    ['observation', '2027-05-19'],
  ])('that is %s leaves the duty met, due in the days the body set', async (severity, dueOn) => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id } = await raised(engagement.id, { severity });

    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('met');
    expect((await manager.get(`/v1/findings/${id}`)).body).toMatchObject({
      dueOn,
      correctiveActions: [],
    });
  });
});

describe('a finding of an audit', () => {
  it('belongs to an audit of the same engagement', async () => {
    const vendor = await manager.post('/v1/vendors', { name: '株式会社受託システム' });
    const { id: vendorId } = vendor.body as { id: string };
    const engagement = await takeOver(manager, town, { unitId, vendorId });
    const other = await takeOver(manager, town, { unitId, vendorId });
    const body = { mode: 'remote', plannedOn: '2026-12-01', scope: ['K10-1-4'] };
    const audit = await auditor.post('/v1/audits', { engagementId: engagement.id, ...body });
    const { id: auditId } = audit.body as { id: string };
    const minor = { severity: 'minor', auditId };
    const reply = await auditor.post('/v1/findings', finding(engagement.id, minor));
    const elsewhere = await auditor.post('/v1/findings', finding(other.id, minor));

    expect(reply.body).toMatchObject({ auditId, status: 'open' });
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.body.errors[0].pointer).toBe('#/auditId');
  });
});

describe('raising is refused', () => {
  it.each([
    ['for an article that puts nothing on it', { articleKey: 'K10-1-1' }, '#/articleKey'],
    ['with a due day that is over', { dueOn: '2026-11-19' }, '#/dueOn'],
    ['for an audit of nobody', { auditId: NOWHERE }, '#/auditId'],
    ['for an engagement of nobody', { engagementId: NOWHERE }, '#/engagementId'],
  ])('%s, and nothing is written', async (_, fault, pointer) => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const reply = await auditor.post('/v1/findings', finding(engagement.id, fault));

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(
      await service.rows('SELECT id FROM findings WHERE engagement_id = $1', [engagement.id]),
    ).toEqual([]);
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('met');
  });
});

describe('a corrective action is refused', () => {
  it.each([
    ['of the future', { ...CORRECTION, implementedOn: '2026-11-21' }, '#/implementedOn'],
    ['by nobody', { ...DONE, implementedBy: NOWHERE }, '#/implementedBy'],
  ])('%s', async (_, body, pointer) => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id } = await raised(engagement.id);
    const reply = await act(id, body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect((await manager.get(`/v1/findings/${id}`)).body).toMatchObject({ status: 'open' });
  });

  it('once the finding is verified', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id, version } = await corrected(engagement.id);
    await auditor.decide(`/v1/findings/${id}/verification`, EFFECTIVE, version);
    const reply = await act(id);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:finding.wrong-status');
    expect(reply.body.facts).toEqual({ status: 'verified', allowed: [] });
  });
});

describe('a verification is refused', () => {
  it('to who carried the correction out or recorded it, in the service and in the database', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id } = await raised(engagement.id);
    const { version } = (await act(id, { ...DONE, implementedBy: implementer.personId }, manager))
      .body as FindingItem;
    const own = await corrected(engagement.id);
    for (const item of [{ id, version }, own]) {
      const reply = await implementer.client.decide(
        `/v1/findings/${item.id}/verification`,
        EFFECTIVE,
        item.version,
      );
      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    }
    for (const column of ['implemented_by', 'recorded_by']) {
      await expect(
        service.rows(
          `UPDATE corrective_actions SET verified_by = ${column}, result = 'effective' WHERE finding_id = $1`,
          [id],
        ),
      ).rejects.toThrow('sd_corrective_actions');
    }
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('breached');
  });

  it('to who serves in the section of the engagement', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await corrected(engagement.id);
    const reply = await auditor.decide(`/v1/findings/${id}/verification`, EFFECTIVE, version);

    expect(reply.status).toBe(422);
    expect(reply.body.detail).toContain('所管');
    expect(await stateOf(manager, engagement.id, 'K3-1.1')).toBe('breached');
  });

  it('before anything was carried out, and on another version than was read', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id, version } = await raised(engagement.id);
    const url = `/v1/findings/${id}/verification`;
    const early = await auditor.decide(url, EFFECTIVE, version);
    await act(id);
    const stale = await auditor.decide(url, EFFECTIVE, version);

    expect(early.status).toBe(422);
    expect(stale.status).toBe(412);
  });
});

describe('the list of findings', () => {
  it('shows the next due first, page by page', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const later = await raised(engagement.id, { severity: 'minor', dueOn: '2026-12-20' });
    const sooner = await raised(engagement.id, { severity: 'minor', dueOn: '2026-12-01' });
    const list = `/v1/findings?engagementId=${engagement.id}&status=open&limit=1`;
    const first = await manager.get(list);
    const second = await manager.get(`${list}&after=${String(first.body.nextCursor)}`);

    expect(first.body.items[0].id).toBe(sooner.id);
    expect(second.body.items[0].id).toBe(later.id);
    expect(second.body.nextCursor).toBeNull();
  });

  it('is closed to another town', async () => {
    const engagement = await plan(manager, residentService(town, { unitId }));
    const { id, version } = await raised(engagement.id);
    const other = await service.town();
    const stranger = await other.as('section-manager', 'auditor');
    const read = await stranger.get(`/v1/findings/${id}`);
    const missing = await stranger.get(`/v1/findings/${NOWHERE}`);
    const named = await stranger.post('/v1/findings', finding(engagement.id));
    const unnamed = await stranger.post('/v1/findings', finding(NOWHERE));

    expect(read.status).toBe(404);
    expect(read.text).toBe(missing.text);
    expect(named.status).toBe(400);
    expect(named.text).toBe(unnamed.text);
    expect((await act(id, DONE, stranger)).status).toBe(404);
    expect(
      (await stranger.decide(`/v1/findings/${id}/verification`, EFFECTIVE, version)).status,
    ).toBe(404);
    expect((await stranger.get('/v1/findings')).body.items).toEqual([]);
  });
});
