import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  draftedContract,
  toContract,
  type ContractingCast,
} from '../support/contracting.js';
import { everythingIn } from '../support/everything.js';
import { unmetOf } from '../support/operation.js';
import { givenVendor } from '../vendors/given.js';
import {
  contracted,
  criteriaRegistered,
  draftedHop,
  roster,
  RUNNING,
  stepped,
  WORKER,
  type Contracted,
} from './given.js';

/** The duty to know who works where, which opens the gate `start`. */
const DUTY = 'K9-1-2a-4-03.2';

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
  chain = await contracted(service, cast);
});
afterAll(() => service.stop());

const url = (): string => `/v1/engagements/${chain.engagementId}/rosters`;

interface Filed {
  readonly id: string;
}

async function filed(vendorId: string, given: object = {}): Promise<Filed> {
  const reply = await cast.manager.post(url(), roster(vendorId, given));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Filed;
}

async function recordsOf(): Promise<{ kind: string }[]> {
  const { body } = await cast.manager.get(`/v1/engagements/${chain.engagementId}/records`);
  return (body.items as { kind: string }[]).filter(({ kind }) => kind === 'worker-roster');
}

describe('a roster', () => {
  it('of the contractor proves the duty by a record that names nobody; that of another does not', async () => {
    const prepared = await toContract(cast);
    const { id: contractId } = await draftedContract(cast.manager, prepared);
    const other = await givenVendor(cast.manager, '株式会社下請');
    chain = { ...chain, ...prepared, contractId };
    await draftedHop(cast.manager, chain, {
      ...{ vendorId: other, dataItemIds: [] },
    });
    const open = () => unmetOf(cast.manager, chain.engagementId, 'start');
    await filed(other);
    expect(await recordsOf()).toEqual([]);
    expect(await open()).toContain(DUTY);

    await filed(chain.vendorId);
    expect(await open()).not.toContain(DUTY);
    const [record] = await recordsOf();
    expect(record).toMatchObject({ evidence: ['従事者名簿（収受第230号）'] });
    expect(JSON.stringify(record)).not.toContain(WORKER.name);
    expect(JSON.stringify(record)).toContain('派遣 1名、派遣元：株式会社派遣元');
  });

  it('is listed by day without its people, and read with them', async () => {
    const first = await filed(chain.vendorId);
    const change = { change: 'notified', from: '2026-12-20' };
    const second = await filed(chain.vendorId, change);
    const page = await cast.manager.get(`${url()}?limit=1&vendorId=${chain.vendorId}`);

    expect(page.body.items).toMatchObject([{ id: second.id, workers: 2, sites: 1 }]);
    expect(JSON.stringify(page.body)).not.toContain(WORKER.name);
    const rest = await cast.manager.get(
      `${url()}?limit=1&vendorId=${chain.vendorId}&after=${String(page.body.nextCursor)}`,
    );
    expect(rest.body).toMatchObject({ items: [{ id: first.id }], nextCursor: null });
    const read = await cast.manager.get(`/v1/rosters/${first.id}`);
    expect(read.body).toEqual(first);
    expect(read.body).toMatchObject({ workers: [{ name: WORKER.name, employer: null }, {}] });
  });

  it.each([
    ['of a change where there is none yet', { change: 'notified' }, '#/change'],
    ['of days to come', { submittedOn: '2026-12-11' }, '#/submittedOn'],
    ['with somebody twice', { workers: [WORKER, WORKER] }, '#/workers/1/name'],
    ['of nobody', { workers: [] }, '#/workers'],
    [
      'of more people than 2,000',
      {
        workers: Array.from({ length: 2001 }, (_, at) => ({ ...WORKER, name: `人${String(at)}` })),
      },
      '#/workers',
    ],
    ['with work nowhere', { workers: [{ ...WORKER, sites: ['支社'] }] }, '#/workers/0/sites/0'],
  ])('%s is refused, and nothing is written', async (_, given, pointer) => {
    const before = await everythingIn(service);
    const reply = await cast.manager.post(url(), roster(chain.vendorId, given));

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('of a firm that is to do none of the work is refused, and nothing is written', async () => {
    const vendorId = await givenVendor(cast.manager, '株式会社下請');
    const hop = await draftedHop(cast.manager, chain, { vendorId });
    await stepped(cast.manager, hop, 'withdrawal');
    const stranger = await givenVendor(cast.manager);
    const before = await everythingIn(service);
    for (const firm of [vendorId, stranger]) {
      const reply = await cast.manager.post(url(), roster(firm));
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([{ pointer: '#/vendorId' }]);
    }
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('the differences of rosters', () => {
  it('tell who came, went and changed, and what to take back', async () => {
    const first = await filed(chain.vendorId);
    const workers = [
      { ...WORKER, employer: '株式会社派遣元' },
      { ...WORKER, name: '検証 花子' },
    ];
    const second = await filed(chain.vendorId, { change: 'approved', from: RUNNING, workers });
    const reply = await cast.manager.get(`/v1/rosters/${second.id}/differences?from=${first.id}`);

    const access = 'LGWAN経由の管理画面（予約者の氏名・連絡先）';
    const always = '入退室の許可、アカウント及び貸与物の返却を確認';
    expect(reply.body).toMatchObject({
      ...{ fromId: first.id, toId: second.id, joined: [{ name: '検証 花子' }] },
      left: [{ worker: { name: '検証 四郎' }, toRevoke: [{ ja: always }] }],
      changed: [{ members: ['employer'], toRevoke: [{ ja: access }, { ja: always }] }],
      ...{ sitesAdded: [], sitesRemoved: [], sitesChanged: [] },
    });
  });

  it('never hold people of different firms against each other', async () => {
    const vendorId = await givenVendor(cast.manager, '株式会社下請');
    await draftedHop(cast.manager, chain, { vendorId });
    const own = await filed(chain.vendorId);
    const other = await filed(vendorId);
    const reply = await cast.manager.get(`/v1/rosters/${own.id}/differences?from=${other.id}`);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:roster.of-another-firm');
    expect(JSON.stringify(reply.body)).not.toContain(WORKER.name);
  });
});
