import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenVendor } from '../vendors/given.js';
import { TestService } from '../support/api.js';
import { contractingCast, type ContractingCast } from '../support/contracting.js';
import { everythingIn } from '../support/everything.js';
import {
  APPLICATION,
  contracted,
  criteriaRegistered,
  draftedHop,
  hopNow,
  hopOf,
  RUNNING,
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

describe('a hop is not drawn up or applied for', () => {
  it.each<[string, (of: { hop: Hop; vendorId: string }) => object, string]>([
    ['by the contractor for itself', () => ({ vendorId: chain.vendorId }), '#/vendorId'],
    [
      'by a firm for itself',
      ({ hop, vendorId }) => ({ passedOnById: hop.id, vendorId }),
      '#/vendorId',
    ],
    ['below a hop there is not', () => ({ passedOnById: NOWHERE }), '#/passedOnById'],
    ['under a contract there is not', () => ({ contractId: NOWHERE }), '#/contractId'],
    ['with information there is not', () => ({ dataItemIds: [NOWHERE] }), '#/dataItemIds/0'],
    ['for a firm there is not', () => ({ vendorId: NOWHERE }), '#/vendorId'],
    ['to end before it begins', () => ({ until: '2026-12-01' }), '#/until'],
    ['in a country there is not', () => ({ country: 'XX' }), '#/country'],
  ])('%s', async (_, given, pointer) => {
    const vendorId = await givenVendor(cast.manager);
    const hop = await draftedHop(cast.manager, chain, { vendorId });
    const before = await everythingIn(service);
    const url = `/v1/engagements/${chain.engagementId}/subcontracts`;
    const other = hopOf(chain, vendorId, given({ hop, vendorId }));
    const reply = await cast.manager.post(url, other);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('with information that whoever passes the work on does not handle', async () => {
    const origin = await draftedHop(cast.manager, chain, { dataItemIds: [] } as object);
    const vendorId = await givenVendor(cast.manager);
    const url = `/v1/engagements/${chain.engagementId}/subcontracts`;
    const reply = await cast.manager.post(url, hopOf(chain, vendorId, { passedOnById: origin.id }));

    expect(reply.body.errors).toMatchObject([{ pointer: '#/dataItemIds/0' }]);
  });

  it('below itself', async () => {
    const top = await draftedHop(cast.manager, chain);
    const low = await draftedHop(cast.manager, chain, { passedOnById: top.id });
    const { version } = await hopNow(cast.manager, top);
    const moved = await cast.manager.patch(
      ...([`/v1/subcontracts/${top.id}`, { passedOnById: low.id }, version] as const),
    );

    expect(moved.status).toBe(400);
    expect(moved.body.errors).toMatchObject([{ pointer: '#/passedOnById' }]);
  });

  it('while it leaves open what an application must say', async () => {
    const vendorId = await givenVendor(cast.manager);
    const url = `/v1/engagements/${chain.engagementId}/subcontracts`;
    const draft = { contractId: chain.contractId, vendorId, work: '印刷' };
    const hop = (await cast.manager.post(url, draft).expect(201)).body as Hop;
    const reply = await cast.manager.decide(
      ...([`/v1/subcontracts/${hop.id}/submission`, APPLICATION, hop.version] as const),
    );

    expect(reply.status).toBe(400);
    const pointers = (reply.body.errors as { pointer: string }[]).map((error) => error.pointer);
    expect(pointers).toEqual(
      ['reason', 'extent', 'place', 'country', 'safeguards', 'from'].map((name) => `#/${name}`),
    );
  });

  it('by who does not take applications in', async () => {
    const stranger = await cast.town.as('staff');
    const url = `/v1/engagements/${chain.engagementId}/subcontracts`;
    const reply = await stranger.post(url, hopOf(chain, chain.vendorId));
    expect(reply.status).toBe(403);
  });
});

const NOWHERE = '0197ab00-0000-7000-8000-000000000000';

it('an item of information is named once, however its id is written', async () => {
  const vendorId = await givenVendor(cast.manager);
  const dataItemIds = [chain.itemId, chain.itemId.toUpperCase()];
  const url = `/v1/engagements/${chain.engagementId}/subcontracts`;

  const { body } = await cast.manager
    .post(url, hopOf(chain, vendorId, { dataItemIds }))
    .expect(201);

  expect(body.dataItemIds).toEqual([chain.itemId]);
});
