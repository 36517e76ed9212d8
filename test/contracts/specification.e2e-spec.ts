import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  NOWHERE,
  specified,
  type ContractingCast,
} from '../support/contracting.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { stateOf, trailOf } from '../support/operation.js';

let service: TestService;
let cast: ContractingCast;

beforeAll(async () => {
  service = await TestService.start();
  cast = await contractingCast(service);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const TITLE = { title: '窓口予約システム調達仕様書' };
const OUTSOURCING = 'K9-1-2a-2';
const CLOUD = 'K9-2-4a';

async function planned(given: object = {}): Promise<string> {
  return (await plan(cast.manager, residentService(cast.town, given))).id;
}

function draft(engagementId: string, given: object = {}) {
  return cast.manager.post(`/v1/engagements/${engagementId}/specifications`, {
    ...TITLE,
    ...given,
  });
}

function confirm(id: string, version: string, client = cast.department) {
  return client.decide(`/v1/specifications/${id}/confirmation`, {}, version);
}

interface Condition {
  readonly criterionId: string;
}

describe('a specification', () => {
  it('takes up every selection condition of the policy and proves its duties once confirmed', async () => {
    const engagementId = await planned();
    const drafted = await draft(engagementId);

    expect(drafted.status).toBe(201);
    expect(drafted.headers.location).toBe(`/v1/specifications/${String(drafted.body.id)}`);
    expect(drafted.body).toMatchObject({ number: 1, status: 'draft', missing: [] });
    const ids = (drafted.body.conditions as Condition[]).map(({ criterionId }) => criterionId);
    expect(ids).toContain('G-01');
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('open');

    const reply = await confirm(drafted.body.id, drafted.body.version);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: 'confirmed',
      confirmedAs: 'department-officer',
      confirmedOn: '2026-11-20',
    });
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('met');
    expect(await stateOf(cast.manager, engagementId, CLOUD)).toBe('met');
    expect(await trailOf(service, drafted.body.id)).toEqual([
      'specification.drafted',
      'obligation.discharged',
      'specification.confirmed',
    ]);
  });

  it('has no requirement that is a list, and nothing is written', async () => {
    const engagementId = await planned();
    const url = `/v1/engagements/${engagementId}/specifications`;
    const reply = await cast.manager.post(url, { ...TITLE, requirements: [[]] });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/requirements/0' }]);
    expect((await cast.manager.get(url)).body.items).toEqual([]);
  });

  it('can word a condition its own way and add requirements', async () => {
    const engagementId = await planned();
    const { body } = await draft(engagementId);
    const conditions = (body.conditions as Condition[]).map(({ criterionId }) => ({
      criterionId,
      ...(criterionId === 'G-01' && { statement: '責任者を置くこと。' }),
    }));
    const requirements = [{ title: '多要素認証', text: '管理者の認証は多要素によること。' }];
    const reply = await cast.manager.patch(
      `/v1/specifications/${String(body.id)}`,
      { documentNumber: '総第101号', conditions, requirements },
      body.version,
    );

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ ...TITLE, documentNumber: '総第101号', requirements });
    const worded = (reply.body.conditions as Condition[]).filter(
      ({ criterionId }) => criterionId === 'G-01',
    );
    expect(worded).toMatchObject([{ statement: '責任者を置くこと。' }]);
  });

  it('is replaced by a later version, whose proofs take over', async () => {
    const engagementId = await planned();
    const first = await specified(cast, engagementId);
    service.itIs('2026-11-25');
    const second = await specified(cast, engagementId);

    const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/specifications`);
    expect(body.items).toMatchObject([
      { id: second.id, number: 2, status: 'confirmed' },
      { id: first.id, number: 1, status: 'superseded', supersededOn: '2026-11-25' },
    ]);
    const proofs = await service.rows(
      `SELECT DISTINCT record_id AS id, voided_on AS "voidedOn" FROM proofs WHERE record_kind = 'specification'
       AND record_id = ANY($1) ORDER BY record_id`,
      [[first.id, second.id]],
    );
    expect(proofs).toEqual([
      { id: first.id, voidedOn: '2026-11-25' },
      { id: second.id, voidedOn: null },
    ]);
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('met');
  });

  it('proves no more where a change of the engagement calls for conditions it lacks, and again when that is undone', async () => {
    const open = { name: '催し', confidentiality: 'C1', integrity: 'I1', availability: 'A1' };
    const facts = { personalInformation: false, specificPersonalInformation: false };
    const engagementId = await planned({
      kinds: ['outsourcing'],
      dataItems: [{ ...open, ...facts }],
    });
    const { id } = await specified(cast, engagementId);
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('met');

    service.itIs('2026-11-25');
    const items = `/v1/engagements/${engagementId}/data-items`;
    const personal = { ...open, ...facts, confidentiality: 'C2', personalInformation: true };
    const then = await versionOf(cast.manager, engagementId);
    const added = await cast.manager.decide(items, personal, then);
    expect(added.status).toBe(201);
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('open');
    const { body } = await cast.manager.get(`/v1/specifications/${id}`);
    expect((body.missing as Condition[]).map(({ criterionId }) => criterionId)).toContain('G-03');

    service.itIs('2026-11-26');
    const version = await versionOf(cast.manager, engagementId);
    const removed = await cast.manager.delete(`${items}/${String(added.body.id)}`, version);
    expect(removed.status).toBe(204);
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('met');
    service.itIs('2026-11-25');
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('open');
  });
});

describe('a specification is refused, and nothing is written,', () => {
  it('where it lacks a condition the policy asks for', async () => {
    const engagementId = await planned();
    const { body: whole } = await draft(engagementId);
    const conditions = (whole.conditions as Condition[])
      .map(({ criterionId }) => ({ criterionId }))
      .filter(({ criterionId }) => criterionId !== 'G-02');
    const { body } = await cast.manager.patch(
      `/v1/specifications/${String(whole.id)}`,
      { conditions },
      whole.version,
    );
    const before = await everythingIn(service);
    const reply = await confirm(body.id, body.version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:specification.conditions-missing');
    expect(reply.body.facts.missing).toEqual([
      { pointer: '#/conditions', criterionId: 'G-02', topic: 'ISMS認証' },
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('where it names a condition that is none here, or twice', async () => {
    const engagementId = await planned();
    const before = await everythingIn(service);
    const conditions = [{ criterionId: 'G-01' }, { criterionId: 'X-1' }, { criterionId: 'G-01' }];
    const reply = await draft(engagementId, { conditions });

    expect(reply.status).toBe(400);
    expect((reply.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '#/conditions/1/criterionId',
      '#/conditions/2/criterionId',
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('before the information is classified', async () => {
    const engagementId = await planned({ kinds: ['outsourcing'], dataItems: [] });
    const { body } = await draft(engagementId);
    const reply = await confirm(body.id, body.version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:engagement.gate-closed');
    expect(await stateOf(cast.manager, engagementId, OUTSOURCING)).toBe('open');
  });

  it('to a section manager where the officer of the department owes it', async () => {
    const engagementId = await planned();
    const { body } = await draft(engagementId);
    const reply = await confirm(body.id, body.version, cast.manager);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.role-required');
  });

  it('while there is another draft, and once it is confirmed', async () => {
    const engagementId = await planned();
    const { body } = await draft(engagementId);
    expect((await draft(engagementId)).status).toBe(409);
    const confirmed = await confirm(body.id, body.version);
    const url = `/v1/specifications/${String(body.id)}`;
    const changed = await cast.manager.patch(url, { title: '別の題' }, confirmed.body.version);

    expect(changed.status).toBe(422);
    expect(changed.body.type).toBe('urn:mitodoke:problem:specification.not-draft');
    expect((await confirm(body.id, confirmed.body.version)).status).toBe(422);
  });

  it('with a stale version, in another body and without one', async () => {
    const engagementId = await planned();
    const { body } = await draft(engagementId);
    const stranger = await (await service.town()).as('department-officer');

    expect((await confirm(body.id, '1.1')).status).toBe(412);
    expect((await confirm(body.id, body.version, stranger)).status).toBe(404);
    expect((await confirm(NOWHERE, body.version)).status).toBe(404);
    const url = `/v1/specifications/${String(body.id)}/confirmation`;
    expect((await cast.department.post(url)).status).toBe(428);
  });
});
