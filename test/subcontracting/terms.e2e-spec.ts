import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { contractingCast, type ContractingCast } from '../support/contracting.js';
import { everythingIn } from '../support/everything.js';
import { givenVendor } from '../vendors/given.js';
import {
  APPLICATION,
  briefing,
  contracted,
  criteriaRegistered,
  draftedHop,
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
let contracts: Client;
let chain: Contracted;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await contractingCast(service);
  contracts = await cast.town.as('procurement');
  await criteriaRegistered(cast);
  chain = await contracted(service, cast, 3);
});
beforeEach(() => {
  service.itIs(RUNNING);
});
afterAll(() => service.stop());

/** A decision of the document system. */
function elsewhereOn(decidedOn: string): object {
  const decided = { documentNumber: '総第310号', decidedOn, deciderName: '菊池 花子' };
  return { ...decided, deciderPost: '副町長', manner: 'in-person' };
}

function approvedElsewhere(decidedOn: string): object {
  return { outcome: 'approve', madeElsewhere: elsewhereOn(decidedOn) };
}

/** A firm that acknowledged its briefing before anybody of these tests began. */
async function briefedFirm(): Promise<string> {
  const vendorId = await givenVendor(cast.manager, '株式会社早出');
  const early = { heldOn: '2026-12-01', acknowledgedOn: '2026-12-01' };
  const url = `/v1/engagements/${chain.engagementId}/briefings`;
  await cast.manager.post(url, briefing(vendorId, early)).expect(201);
  return vendorId;
}

/** A hop of a briefed firm that the document system approved on 3 December. */
async function approvedEarly(given: object): Promise<Hop> {
  const hop = await underReview(cast, chain, { ...given, vendorId: await briefedFirm() });
  return stepped(contracts, hop, 'decision', approvedElsewhere('2026-12-03'));
}

async function startOf(hop: Hop, startedOn: string) {
  const { version } = await hopNow(cast.manager, hop);
  return cast.manager.decide(`/v1/subcontracts/${hop.id}/start`, { startedOn }, version);
}

describe('a firm does not start', () => {
  it('on a day on which the one above was not at work yet', async () => {
    const from = { from: '2026-12-01' } as object;
    const top = await effectiveHop(cast, chain, from);
    const low = await approvedEarly({ ...from, passedOnById: top.id });
    const before = await everythingIn(service);

    const early = await startOf(low, '2026-12-03');

    expect([early.status, early.body.type]).toEqual([
      422,
      'urn:mitodoke:problem:subcontract.chain-not-running',
    ]);
    expect(await everythingIn(service)).toEqual(before);
    expect((await startOf(low, RUNNING)).status).toBe(200);
  });

  it.each([
    ['before the term that was approved', { from: '2026-12-10' }, '2026-12-09'],
    ['after it', { from: '2026-12-01', until: '2026-12-09' }, '2026-12-10'],
  ])('%s', async (_, term, startedOn) => {
    const hop = await approvedEarly(term);
    const before = await everythingIn(service);

    const reply = await startOf(hop, startedOn);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/startedOn' }]);
    expect(await everythingIn(service)).toEqual(before);
  });
});

it('no application is decided on before the day it was made', async () => {
  const hop = await draftedHop(cast.manager, chain);
  await stepped(cast.manager, hop, 'submission', { ...APPLICATION, appliedOn: '2026-12-08' });
  const { version } = await stepped(cast.manager, hop, 'screening', { outcome: 'complete' });
  const before = await everythingIn(service);

  const url = `/v1/subcontracts/${hop.id}/decision`;
  const reply = await contracts.decide(url, approvedElsewhere('2026-12-07'), version);

  expect(reply.status).toBe(400);
  expect(reply.body.errors).toMatchObject([{ pointer: '#/madeElsewhere/decidedOn' }]);
  expect(await everythingIn(service)).toEqual(before);
});

describe('an approval', () => {
  it.each([
    ['falls with a term that ends later', { until: '2030-03-31' }, 'voided'],
    ['falls with a term without an end', { until: null }, 'voided'],
    ['falls with a term that begins earlier', { from: '2026-12-09' }, 'voided'],
    ['stands for a shorter term', { until: '2027-01-31' }, 'effective'],
  ])('%s', async (_, term, status) => {
    const hop = await effectiveHop(cast, chain);
    const { version } = await hopNow(cast.manager, hop);

    const reply = await cast.manager.patch(`/v1/subcontracts/${hop.id}`, term, version);

    expect(reply.body).toMatchObject({ ...term, status });
  });
});

it.each([
  ['a list', () => []],
  ['a list of one', () => [elsewhereOn(RUNNING)]],
])('no decision made elsewhere is told as %s', async (_, listed) => {
  const hop = await underReview(cast, chain);
  const before = await everythingIn(service);

  const url = `/v1/subcontracts/${hop.id}/decision`;
  const body = { outcome: 'approve', madeElsewhere: listed() };
  const reply = await contracts.decide(url, body, hop.version);

  expect(reply.status).toBe(400);
  expect(reply.body.errors).toMatchObject([{ pointer: '#/madeElsewhere' }]);
  expect(await everythingIn(service)).toEqual(before);
});
