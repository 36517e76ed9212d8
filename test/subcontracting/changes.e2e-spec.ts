import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { contractingCast, type ContractingCast } from '../support/contracting.js';
import { statesOf, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { givenVendor } from '../vendors/given.js';
import {
  APPLICATION,
  approvedHop,
  contracted,
  criteriaRegistered,
  effectiveHop,
  hopNow,
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
});
beforeEach(async () => {
  chain = await contracted(service, cast, 9);
  service.itIs(RUNNING);
});
afterAll(() => service.stop());

/** Three firms at work, one below the other. */
async function threeDeep(): Promise<{ top: Hop; middle: Hop; low: Hop }> {
  const top = await effectiveHop(cast, chain);
  const middle = await effectiveHop(cast, chain, { passedOnById: top.id });
  const low = await effectiveHop(cast, chain, { passedOnById: middle.id });
  return { top, middle, low };
}

async function statuses(...hops: readonly Hop[]): Promise<string[]> {
  const now = await Promise.all(hops.map((hop) => hopNow(cast.manager, hop)));
  return now.map(({ status }) => status);
}

describe('an approval falls', () => {
  it('with a change of what was approved, and those below with it', async () => {
    const { top, middle, low } = await threeDeep();
    const { version } = await hopNow(cast.manager, middle);
    const url = `/v1/subcontracts/${middle.id}`;
    const reply = await cast.manager.patch(url, { place: '大阪市北区' }, version);

    expect(reply.body).toMatchObject({ status: 'voided', place: '大阪市北区' });
    expect(await statuses(top, middle, low)).toEqual(['effective', 'voided', 'voided']);
    const { body } = await cast.manager.get('/v1/me/notices?limit=1');
    expect(body.items).toMatchObject([{ code: 'subcontract.voided' }]);
  });

  it('not with papers that are handed in later', async () => {
    const hop = await effectiveHop(cast, chain);
    const { version } = await hopNow(cast.manager, hop);
    const url = `/v1/subcontracts/${hop.id}`;
    const reply = await cast.manager.patch(url, { pledge: '誓約書（差替え）' }, version);

    expect(reply.body).toMatchObject({ status: 'effective', pledge: '誓約書（差替え）' });
  });

  it('with the information it was given for, and of no other hop', async () => {
    const { top, middle, low } = await threeDeep();
    const bare = await effectiveHop(cast, chain, { dataItemIds: [] } as object);
    const items = `/v1/engagements/${chain.engagementId}/data-items`;
    const version = await versionOf(cast.manager, chain.engagementId);
    const ended = await cast.manager.delete(`${items}/${chain.itemId}`, version);
    expect(ended.status).toBe(204);

    expect(await statuses(top, middle, low)).toEqual(['voided', 'voided', 'voided']);
    expect(await statuses(bare)).toEqual(['effective']);
  });

  it('with the firm above that leaves; below another it is approved anew', async () => {
    const { top, middle, low } = await threeDeep();
    await stepped(cast.manager, middle, 'end', { reason: '撤退の申出があったため。' });
    expect(await statuses(top, middle, low)).toEqual(['effective', 'ended', 'voided']);

    const { version } = await hopNow(cast.manager, low);
    const url = `/v1/subcontracts/${low.id}`;
    await cast.manager.patch(url, { passedOnById: top.id }, version).expect(200);
    await stepped(cast.manager, low, 'submission', APPLICATION);
    await stepped(cast.manager, low, 'screening', { outcome: 'complete' });
    const again = await stepped(cast.department, low, 'decision', { outcome: 'approve' });
    expect(again).toMatchObject({ status: 'approved', rank: 3, voidedReason: null });
  });

  it('by revocation, which whoever decides on it may do', async () => {
    const { top, middle, low } = await threeDeep();
    const reason = '再委託先で情報の持出しがあったため。';
    await stepped(cast.department, top, 'revocation', { reason });

    expect(await statuses(top, middle, low)).toEqual(['revoked', 'voided', 'voided']);
    const { version } = await hopNow(cast.manager, middle);
    const revocation = `/v1/subcontracts/${middle.id}/revocation`;
    const reply = await cast.department.decide(revocation, { reason }, version);
    expect([reply.status, reply.body.type]).toEqual([
      422,
      'urn:mitodoke:problem:subcontract.wrong-status',
    ]);
  });

  it('leaves no hop approved below one that ends while it is approved', async () => {
    const top = await effectiveHop(cast, chain);
    const low = await underReview(cast, chain, { passedOnById: top.id });
    const [topNow, lowNow] = [await hopNow(cast.manager, top), await hopNow(cast.manager, low)];
    const [ended, approved] = await Promise.all([
      cast.manager.decide(`/v1/subcontracts/${top.id}/end`, { reason: '終了' }, topNow.version),
      cast.department.decide(
        ...([
          `/v1/subcontracts/${low.id}/decision`,
          { outcome: 'approve' },
          lowNow.version,
        ] as const),
      ),
    ]);

    // Whoever comes second read a dossier that has changed since.
    expect([ended.status, approved.status].sort()).toEqual([200, 412]);
    const [above, below] = await statuses(top, low);
    expect([above, below]).not.toEqual(['ended', 'approved']);
  });
});

describe('a firm found at work without approval', () => {
  const FOUND = {
    discoveredOn: '2026-12-08',
    statement: '現地確認で、届出のない事業者の従事者が監視業務に当たっていた。',
    articleKey: 'K9-1-2a-4-09',
  };

  it('stands in the chain as such, opens a major finding and breaches the article', async () => {
    const vendorId = await givenVendor(cast.manager, '株式会社無届');
    const { contractId, itemId } = chain;
    const url = `/v1/engagements/${chain.engagementId}/unauthorized-subcontracts`;
    const found = { ...FOUND, contractId, vendorId, work: '監視', dataItemIds: [itemId] };
    const reply = await cast.manager.post(url, found);

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ status: 'unauthorized', rank: 2, wasUnauthorized: true });
    const [discovery] = reply.body.discoveries as { findingId: string }[];
    const finding = await cast.manager.get(`/v1/findings/${String(discovery?.findingId)}`);
    expect(finding.body).toMatchObject({ severity: 'major', articleKey: FOUND.articleKey });
    const states = await statesOf(cast.manager, chain.engagementId);
    const breached = [...states].filter(([rule]) => rule.startsWith(FOUND.articleKey));
    expect(breached.map(([, state]) => state)).toContain('breached');
  });

  it('is approved after the fact, and its history says so for good', async () => {
    const hop = await underReview(cast, chain);
    const rejected = await stepped(cast.department, hop, 'decision', {
      ...{ outcome: 'reject', comment: '必要性が認められない。' },
    });
    await stepped(cast.manager, rejected, 'discovery', FOUND);
    expect(await hopNow(cast.manager, hop)).toMatchObject({ status: 'unauthorized' });
    await stepped(cast.manager, hop, 'submission', APPLICATION);
    await stepped(cast.manager, hop, 'screening', { outcome: 'complete' });
    const approved = await stepped(cast.department, hop, 'decision', { outcome: 'approve' });

    expect(approved).toMatchObject({
      ...{ status: 'approved', wasUnauthorized: true },
      decisions: [{}, { outcome: 'reject' }, {}, { outcome: 'approve' }],
    });
  });

  it.each([
    ['on a day to come', { discoveredOn: '2026-12-11' }, '#/discoveredOn'],
    ['of an article that asks nothing of the engagement', { articleKey: 'K0-0' }, '#/articleKey'],
  ])('is not entered %s, and nothing is written', async (_, given, pointer) => {
    const vendorId = await givenVendor(cast.manager);
    const before = await everythingIn(service);
    const url = `/v1/engagements/${chain.engagementId}/unauthorized-subcontracts`;
    const found = { ...FOUND, contractId: chain.contractId, vendorId, work: '監視', ...given };
    const reply = await cast.manager.post(url, found);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is none whose approval stands', async () => {
    const hop = await approvedHop(cast, chain);
    const { version } = await hopNow(cast.manager, hop);
    const url = `/v1/subcontracts/${hop.id}/discovery`;
    expect((await cast.manager.decide(url, FOUND, version)).status).toBe(422);
  });
});

it('a chain of two thousand hops is read with its ranks', async () => {
  const top = await effectiveHop(cast, chain);
  await service.rows(
    `WITH RECURSIVE hop AS (
       SELECT gen_random_uuid() AS id, $1::uuid AS above, 1 AS depth
       UNION ALL SELECT gen_random_uuid(), id, depth + 1 FROM hop WHERE depth < 1999)
     INSERT INTO subcontracts (organization_id, id, version, engagement_id, contract_id, passed_on_by_id, vendor_id,
       status, work, data_item_ids, affiliate, author_id, submissions)
     SELECT s.organization_id, hop.id, 1, s.engagement_id, s.contract_id, hop.above, s.vendor_id, 'draft', '一部', '{}',
       false, s.author_id, 0 FROM hop, subcontracts s WHERE s.id = $1`,
    [top.id],
  );
  const { body } = await cast.manager.get(`/v1/engagements/${chain.engagementId}/subcontracts`);

  const ranks = (body.items as Hop[]).map(({ rank }) => rank);
  expect(ranks).toEqual(Array.from({ length: 2_000 }, (_, at) => at + 2));
});
