import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  contractOf,
  draftedContract,
  NOWHERE,
  toContract,
  versionNow,
  type ContractingCast,
} from '../support/contracting.js';
import { everythingIn } from '../support/everything.js';

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

interface Item {
  readonly clauseId: string;
  readonly decision: string | null;
  readonly values: object;
}

describe('a draft of a contract', () => {
  it('is changed by whoever read it last', async () => {
    const prepared = await toContract(cast);
    const { id, version } = await draftedContract(cast.manager, prepared);
    const url = `/v1/contracts/${id}`;
    const patch = { amount: '999999999999999', until: null, jurisdiction: null, language: 'en' };
    const reply = await cast.manager.patch(url, patch, version);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ ...patch, status: 'draft', from: '2026-12-01' });
    expect((await cast.manager.patch(url, { title: '題' }, version)).status).toBe(412);
    expect((await cast.manager.patch(url, { title: '題' })).status).toBe(428);
    expect((await cast.manager.get(url)).body).toEqual(reply.body);
  });

  it.each([
    ['that ends before it begins', { until: '2026-11-30' }, '#/until'],
    ['with an amount that is a number', { amount: 12_100_000 }, '#/amount'],
    ['with an amount that is written out', { amount: '12,100,000' }, '#/amount'],
    ['with nobody', { vendorId: NOWHERE }, '#/vendorId'],
    ['about no cloud service', { cloudServiceId: NOWHERE }, '#/cloudServiceId'],
    ['in another language', { language: 'fr' }, '#/language'],
  ])('%s is refused', async (_, given, pointer) => {
    const prepared = await toContract(cast);
    const before = await everythingIn(service);
    const url = `/v1/engagements/${prepared.engagementId}/contracts`;
    const reply = await cast.manager.post(url, contractOf(prepared, given));

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is unknown to another body, which cannot name its vendor', async () => {
    const prepared = await toContract(cast);
    const { id } = await draftedContract(cast.manager, prepared);
    const stranger = await contractingCast(service);
    const theirs = await toContract(stranger);

    expect((await stranger.manager.get(`/v1/contracts/${id}`)).status).toBe(404);
    expect((await stranger.manager.get(`/v1/contracts/${id}/document`)).status).toBe(404);
    const { vendorId } = prepared;
    const reply = await stranger.manager.post(
      `/v1/engagements/${theirs.engagementId}/contracts`,
      contractOf({ ...theirs, vendorId }),
    );
    expect(reply.body.errors[0].pointer).toBe('#/vendorId');
  });
});

describe('the list of contracts', () => {
  it('is read page by page, the latest first, by status and vendor', async () => {
    const here = await contractingCast(service);
    const prepared = await toContract(here);
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push((await draftedContract(here.manager, prepared)).id);
    }
    const first = await here.manager.get('/v1/contracts?limit=2');
    const next = `/v1/contracts?limit=2&after=${String(first.body.nextCursor)}`;
    const second = await here.manager.get(next);
    const found = [...first.body.items, ...second.body.items] as { id: string }[];

    expect(found.map(({ id }) => id)).toEqual(ids.reverse());
    expect(second.body.nextCursor).toBeNull();
    const { body } = await here.manager.get(`/v1/contracts?vendorId=${prepared.vendorId}`);
    expect(body.items).toEqual(found);
    expect((await here.manager.get('/v1/contracts?status=signed')).body.items).toEqual([]);
    const url = `/v1/engagements/${prepared.engagementId}/contracts`;
    expect((await here.manager.get(url)).body.items).toEqual(found);
  });
});

describe('the clauses of a draft', () => {
  it('are filled with what the policy proposes where nothing else is given', async () => {
    const { id, version } = await draftedContract(cast.manager, await toContract(cast));
    const clauses = [
      { clauseId: 'CL-14', decision: 'included', values: { liability_cap: '100000000' } },
      { clauseId: 'CL-11a', decision: 'included', values: { due_days: null } },
    ];
    const reply = await cast.manager.put(`/v1/contracts/${id}/clauses`, { clauses }, version);

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe(`"${await versionNow(cast.manager, id)}"`);
    const items = new Map((reply.body.items as Item[]).map((item) => [item.clauseId, item]));
    expect(items.get('CL-14')).toMatchObject({
      isRequired: true,
      values: { cure_days: 14, suspension_right: 'work', liability_cap: '100000000' },
    });
    expect(items.get('CL-11a')?.values).not.toHaveProperty('due_days');
    expect(items.get('CL-11a')?.values).toMatchObject({ frequency_months: 3 });
    expect(items.get('CL-01')).toMatchObject({ decision: null, values: {} });
  });

  it('are decided on all at once, each fault at its place', async () => {
    const { id, version } = await draftedContract(cast.manager, await toContract(cast));
    const clauses = [
      { clauseId: 'CL-17', decision: 'included', values: { inspection_days: 11 } },
      { clauseId: 'CL-03', decision: 'included', values: { sites: [{ name: '本社' }] } },
      { clauseId: 'CL-13', decision: 'not-applicable' },
      { clauseId: 'CC-99', decision: 'included' },
      { clauseId: 'CL-01', decision: 'included', values: { briefing_date: '2026-02-30' } },
    ];
    const before = await everythingIn(service);
    const reply = await cast.manager.put(`/v1/contracts/${id}/clauses`, { clauses }, version);

    expect(reply.status).toBe(400);
    expect((reply.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '#/clauses/0/values/inspection_days',
      '#/clauses/1/values/sites/0/address',
      '#/clauses/1/values/sites/0/work',
      '#/clauses/1/values/sites/0/access_control',
      '#/clauses/2/reason',
      '#/clauses/3/clauseId',
      '#/clauses/4/values/briefing_date',
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('are only those the policy offers to the engagement', async () => {
    const prepared = await toContract(cast, { kinds: ['outsourcing'], workTypes: [] });
    const { id, version } = await draftedContract(cast.manager, prepared);
    const clauses = [{ clauseId: 'CC-01', decision: 'included' }];
    const reply = await cast.manager.put(`/v1/contracts/${id}/clauses`, { clauses }, version);

    expect(reply.body.errors[0].pointer).toBe('#/clauses/0/clauseId');
    const offered = (await cast.manager.get(`/v1/contracts/${id}/clauses`)).body.items as Item[];
    expect(offered.map(({ clauseId }) => clauseId)).not.toContain('CL-18');
  });
});
