import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenVendor } from '../vendors/given.js';
import { TestService, type Client } from '../support/api.js';
import { contractingCast, type ContractingCast } from '../support/contracting.js';
import { everythingIn } from '../support/everything.js';
import {
  APPLICATION,
  approvedHop,
  briefing,
  contracted,
  criteriaRegistered,
  draftedHop,
  effectiveHop,
  hopNow,
  hopOf,
  RUNNING,
  stepped,
  underReview,
  type Contracted,
  type Hop,
} from './given.js';

let service: TestService;
let cast: ContractingCast;
let chain: Contracted;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await contractingCast(service);
  await criteriaRegistered(cast);
  chain = await contracted(service, cast, 3);
});
beforeEach(() => {
  service.itIs(RUNNING);
});
afterAll(() => service.stop());

type Reply = Awaited<ReturnType<Client['decide']>>;

async function deciding(
  by: Client,
  hop: Hop,
  body: object = { outcome: 'approve' },
): Promise<Reply> {
  const { version } = await hopNow(cast.manager, hop);
  return by.decide(`/v1/subcontracts/${hop.id}/decision`, body, version);
}

function obstaclesIn({ body }: Reply): string[] {
  const { obstacles } = body.facts as { obstacles: { code: string }[] };
  return obstacles.map(({ code }) => code);
}

describe('re-subcontracting is approved', () => {
  it('by the department officer, by both criteria in force, for what was applied for', async () => {
    const hop = await underReview(cast, chain);
    const reply = await deciding(cast.department, hop);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ status: 'approved', rank: 2, wasUnauthorized: false });
    expect(reply.body.submissions).toMatchObject([
      {
        number: 1,
        ...APPLICATION,
        content: { items: [{ id: chain.itemId, confidentiality: 'C2' }] },
      },
    ]);
    const [screened, approved] = reply.body.decisions as Record<string, unknown>[];
    expect(screened).toMatchObject({ outcome: 'complete', decidedAs: 'section-manager' });
    expect(approved).toMatchObject({
      ...{ outcome: 'approve', decidedAs: 'department-officer', rank: 2, decidedOn: RUNNING },
      criteria: [{ kind: 'cloud-use-criteria' }, { kind: 'cloud-selection-criteria' }],
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('where it was decided in the document system', async () => {
    const hop = await underReview(cast, chain);
    const madeElsewhere = {
      ...{ documentNumber: '総第310号', decidedOn: '2026-12-09', deciderName: '菊池 花子' },
      ...{ deciderPost: '副町長', manner: 'in-person' },
    };
    const contracts = await cast.town.as('procurement');
    const reply = await deciding(contracts, hop, { outcome: 'approve', madeElsewhere });

    expect(reply.body.decisions).toMatchObject([
      { outcome: 'complete' },
      { outcome: 'approve', madeElsewhere, decidedAs: 'procurement', decidedOn: '2026-12-09' },
    ]);
  });

  it('at every rank, one below the other, also twice for the same firm', async () => {
    const vendorId = await givenVendor(cast.manager, '株式会社二役');
    const second = await effectiveHop(cast, chain, { vendorId });
    const other = await effectiveHop(cast, chain);
    const third = await approvedHop(cast, chain, { vendorId, passedOnById: other.id });

    expect([second.rank, other.rank, third.rank]).toEqual([2, 2, 3]);
    const { body } = await cast.manager.get(`/v1/engagements/${chain.engagementId}/subcontracts`);
    const items = body.items as Hop[];
    const at = items.findIndex(({ id }) => id === other.id);
    expect(items[at + 1]?.id).toBe(third.id);
  });

  it('again after it was returned and mended', async () => {
    const hop = await underReview(cast, chain, { place: '未定' } as object);
    const comment = '作業場所を確定してください。';
    await stepped(cast.department, hop, 'decision', { outcome: 'return', comment });
    const { version } = await hopNow(cast.manager, hop);
    const mended = await cast.manager.patch(
      `/v1/subcontracts/${hop.id}`,
      { place: '熊本市' },
      version,
    );
    expect(mended.status).toBe(200);
    await stepped(cast.manager, hop, 'submission', { ...APPLICATION, appliedOn: '2026-12-08' });
    await stepped(cast.manager, hop, 'screening', { outcome: 'complete' });

    const approved = await stepped(cast.department, hop, 'decision', { outcome: 'approve' });
    expect(approved).toMatchObject({
      status: 'approved',
      submissions: [{ content: { place: '未定' } }, { content: { place: '熊本市' } }],
    });
  });
});

describe('it is not approved, and nothing is written', () => {
  it('where rules bar it, all of which are named at once', async () => {
    const town = await contractingCast(service);
    const other = await contracted(service, town, 2);
    const vendorId = await givenVendor(town.manager);
    const suspended = { suspendedUntil: '2027-01-31' };
    await town.manager.patch(`/v1/vendors/${vendorId}`, suspended, 1).expect(200);
    const parent = await underReview(town, other);
    const { flowDown: _, pledge: _p, ...bare } = hopOf(other, vendorId) as Record<string, unknown>;
    const url = `/v1/engagements/${other.engagementId}/subcontracts`;
    const drafted = await town.manager.post(url, {
      ...{ ...bare, extent: 'whole', passedOnById: parent.id },
    });
    const hop = drafted.body as Hop;
    await stepped(town.manager, hop, 'submission', APPLICATION);
    await stepped(town.manager, hop, 'screening', { outcome: 'complete' });
    const before = await everythingIn(service);
    const { version } = await hopNow(town.manager, hop);
    const reply = await town.department.decide(
      ...([`/v1/subcontracts/${hop.id}/decision`, { outcome: 'approve' }, version] as const),
    );

    expect([reply.status, reply.body.type]).toEqual([
      422,
      'urn:mitodoke:problem:subcontract.not-approvable',
    ]);
    expect(obstaclesIn(reply)).toEqual([
      'origin-not-effective',
      'wholesale',
      'rank-too-deep',
      'firm-suspended',
      'flow-down-missing',
      'pledge-missing',
      'criteria-not-in-force',
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('after the contract has ended', async () => {
    const hop = await underReview(cast, chain);
    service.itIs('2027-04-01');
    const reply = await deciding(cast.department, hop);

    expect(obstaclesIn(reply)).toEqual(['contract-not-running']);
  });

  it.each<[string, () => Client, object, number]>([
    ['by who does not decide on it', () => cast.manager, { outcome: 'approve' }, 422],
    ['without a reason to return it', () => cast.department, { outcome: 'return' }, 400],
    ['with an outcome there is not', () => cast.department, { outcome: 'permit' }, 400],
  ])('%s', async (_, by, body, status) => {
    const hop = await underReview(cast, chain);
    const before = await everythingIn(service);

    expect((await deciding(by(), hop, body)).status).toBe(status);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('by whoever took the application in, neither through the service nor through SQL', async () => {
    const both = await cast.town.someoneAs('department-officer', 'section-manager');
    const hop = await draftedHop(cast.manager, chain);
    await stepped(both.client, hop, 'submission', APPLICATION);
    await stepped(cast.manager, hop, 'screening', { outcome: 'complete' });
    const before = await everythingIn(service);

    const reply = await deciding(both.client, hop);
    expect([reply.status, reply.body.type]).toEqual([
      422,
      'urn:mitodoke:problem:authority.separation-of-duties',
    ]);
    expect(await everythingIn(service)).toEqual(before);
    const forged = service.rows(
      `INSERT INTO subcontract_decisions (organization_id, id, subcontract_id, number, author_id, applicant_id,
         outcome, criteria, rank, content_hash, decided_on, decided_by, decided_as, recorded_at)
       SELECT organization_id, gen_random_uuid(), subcontract_id, number, author_id, applicant_id, 'approve', '[]',
         2, 'x', '2026-12-10', applicant_id, 'department-officer', now()
       FROM subcontract_submissions WHERE subcontract_id = $1`,
      [hop.id],
    );
    await expect(forged).rejects.toThrow('sd_subcontract_decisions');
  });

  it('on another version than was read', async () => {
    const hop = await underReview(cast, chain);
    await cast.manager.post(
      `/v1/engagements/${chain.engagementId}/briefings`,
      briefing(chain.vendorId),
    );
    const reply = await cast.department.decide(
      ...([`/v1/subcontracts/${hop.id}/decision`, { outcome: 'approve' }, hop.version] as const),
    );
    expect(reply.status).toBe(412);
  });
});

describe('a firm starts', () => {
  it('once it acknowledged a briefing, not before', async () => {
    const vendorId = await givenVendor(cast.manager);
    const hop = await approvedHop(cast, chain, { vendorId });
    const before = await everythingIn(service);
    const url = `/v1/subcontracts/${hop.id}/start`;
    const { version } = await hopNow(cast.manager, hop);
    const refused = await cast.manager.decide(url, {}, version);
    expect([refused.status, refused.body.type]).toEqual([
      422,
      'urn:mitodoke:problem:subcontract.firm-not-briefed',
    ]);
    expect(await everythingIn(service)).toEqual(before);

    const briefings = `/v1/engagements/${chain.engagementId}/briefings`;
    await cast.manager.post(briefings, briefing(vendorId)).expect(201);
    const started = await stepped(cast.manager, hop, 'start');
    expect(started).toMatchObject({ status: 'effective', startedOn: RUNNING });
  });

  it.each([
    ['before it was approved', '2026-12-09'],
    ['in days to come', '2026-12-11'],
  ])('not %s', async (_, startedOn) => {
    const vendorId = await givenVendor(cast.manager);
    const hop = await approvedHop(cast, chain, { vendorId });
    const briefings = `/v1/engagements/${chain.engagementId}/briefings`;
    await cast.manager.post(briefings, briefing(vendorId)).expect(201);
    const { version } = await hopNow(cast.manager, hop);
    const url = `/v1/subcontracts/${hop.id}/start`;
    expect((await cast.manager.decide(url, { startedOn }, version)).status).toBe(400);
  });
});
