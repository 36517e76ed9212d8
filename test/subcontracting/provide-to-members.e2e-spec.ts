import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  nda,
  readyToSign,
  signedContract,
  type ClauseInput,
  type ContractingCast,
} from '../support/contracting.js';
import { versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { givenVendor } from '../vendors/given.js';
import {
  approvedHop,
  contracted,
  criteriaRegistered,
  draftedHop,
  effectiveHop,
  RUNNING,
  stepped,
  underReview,
  type Contracted,
  type Hop,
} from './given.js';

let service: TestService;
let cast: ContractingCast;
let chain: Contracted;
let firm: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await contractingCast(service);
  await criteriaRegistered(cast);
});
beforeEach(async () => {
  chain = await contracted(service, cast, 9);
  await agreed(chain.vendorId);
  firm = await givenVendor(cast.manager, '株式会社下請運用');
});
afterAll(() => service.stop());

const url = (): string => `/v1/engagements/${chain.engagementId}/information-provisions`;

function agreed(vendorId: string) {
  const agreement = nda({ vendorId, engagementId: chain.engagementId, cloudServiceId: '' });
  return cast.manager.post(`/v1/engagements/${chain.engagementId}/ndas`, agreement).expect(201);
}

function provide(given: object = {}) {
  return cast.manager.post(url(), {
    ...{ vendorId: firm, dataItemIds: [chain.itemId], medium: 'LGWANによるファイル送信' },
    ...{ encrypted: true, permittedOn: RUNNING, deliveredOn: RUNNING },
    ...given,
  });
}

/** Hands it over in vain; @returns the problem */
async function refused(code: string, given: object = {}) {
  const before = await everythingIn(service);
  const reply = await provide(given);
  expect([reply.status, reply.body.type]).toEqual([422, `urn:mitodoke:problem:provision.${code}`]);
  expect(await everythingIn(service)).toEqual(before);
  return reply.body as { detail: string; facts: Record<string, unknown> };
}

/** One more item of information, of which no contract and no hop knows. */
async function anotherItem(given: object = {}): Promise<string> {
  const item = {
    ...{ name: '予約日時', confidentiality: 'C2', integrity: 'I2', availability: 'A2' },
    ...{ personalInformation: false, specificPersonalInformation: false },
    ...given,
  };
  const version = await versionOf(cast.manager, chain.engagementId);
  const items = `/v1/engagements/${chain.engagementId}/data-items`;
  const reply = await cast.manager.decide(items, item, version).expect(201);
  return (reply.body as { id: string }).id;
}

describe('information for a firm of the chain', () => {
  it('is handed over while it is at work, and the hop is named', async () => {
    const hop = await effectiveHop(cast, chain, { vendorId: firm });
    const reply = await provide({ vendorId: firm.toUpperCase() });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ vendorId: firm, subcontractId: hop.id, ndaId: null });
    expect((await cast.manager.get(url())).body.items).toEqual([reply.body]);
    const toContractor = await provide({ vendorId: chain.vendorId });
    expect(toContractor.body).toMatchObject({ subcontractId: null });
  });

  const given = () => ({ vendorId: firm });
  const decided = { outcome: 'reject', comment: '主要な業務に当たるため。' };
  it.each<[string, string, () => Promise<Hop>]>([
    ['draft', '作成中', () => draftedHop(cast.manager, chain, given())],
    ['under-review', '審査中', () => underReview(cast, chain, given())],
    ['approved', '承認済み（開始前）', () => approvedHop(cast, chain, given())],
    [
      'rejected',
      '不承認',
      async () =>
        stepped(cast.department, await underReview(cast, chain, given()), 'decision', decided),
    ],
    [
      'revoked',
      '承認取消し',
      async () =>
        stepped(cast.department, await effectiveHop(cast, chain, given()), 'revocation', {
          reason: '情報の持出しがあったため。',
        }),
    ],
  ])('is refused where its hop is %s, and says so', async (status, word, standing) => {
    const { id } = await standing();
    const { detail, facts } = await refused('recipient-not-in-chain');

    expect(detail).toContain(word);
    expect(facts.subcontracts).toMatchObject([{ id, status }]);
  });

  it('is refused to who stands nowhere in the chain', async () => {
    await effectiveHop(cast, chain);
    const { detail, facts } = await refused('recipient-not-in-chain');

    expect(detail).toContain('再委託先でもありません');
    expect(facts).toEqual({ deliveredOn: RUNNING, subcontracts: [] });
  });

  it('is recorded for the days on which it was at work, also once it has ended', async () => {
    const hop = await effectiveHop(cast, chain, { vendorId: firm });
    service.itIs('2026-12-20');
    await refused('recipient-not-in-chain', {
      permittedOn: '2026-12-09',
      deliveredOn: '2026-12-09',
    });
    await stepped(cast.manager, hop, 'end', { endedOn: '2026-12-15', reason: '作業の終了' });

    expect((await provide({ deliveredOn: '2026-12-15' })).status).toBe(201);
    const { facts } = await refused('recipient-not-in-chain', { deliveredOn: '2026-12-16' });
    expect(facts.subcontracts).toEqual([
      { id: hop.id, status: 'ended', startedOn: RUNNING, endedOn: '2026-12-15' },
    ]);
  });

  it('is refused where its approval does not name the item', async () => {
    const { id: subcontractId } = await effectiveHop(cast, chain, { vendorId: firm });
    const item = await anotherItem();
    const { facts } = await refused('items-not-approved', { dataItemIds: [chain.itemId, item] });

    expect(facts).toEqual({ items: [{ id: item, name: '予約日時' }], subcontractId });
  });

  it('is refused once it is classified anew, since the approval was for another class', async () => {
    await effectiveHop(cast, chain, { vendorId: firm });
    const item = `/v1/engagements/${chain.engagementId}/data-items/${chain.itemId}`;
    const version = await versionOf(cast.manager, chain.engagementId);
    await cast.manager.delete(item, version).expect(204);
    const raised = await anotherItem({ name: '予約者の氏名・連絡先', confidentiality: 'C3A' });
    const { facts } = await refused('recipient-not-in-chain', { dataItemIds: [raised] });

    expect(facts.subcontracts).toMatchObject([{ status: 'voided' }]);
  });

  it('is refused once the contract above has ended', async () => {
    await effectiveHop(cast, chain, { vendorId: firm });
    service.itIs('2027-04-01');
    await refused('no-contract-in-force', { deliveredOn: '2027-04-01' });
  });

  it('needs its own agreement on secrecy only where the chain does not bind it', async () => {
    const hop = await effectiveHop(cast, chain, { vendorId: firm });
    await service.rows('UPDATE subcontracts SET pledge = NULL WHERE id = $1', [hop.id]);
    await refused('nda-missing');
    const { body } = await agreed(firm);

    expect((await provide()).body).toMatchObject({ ndaId: (body as { id: string }).id });
  });
});

describe('the access matrix of a contract', () => {
  const matrix = (...names: string[]): ClauseInput => ({
    ...{ clauseId: 'CL-05', decision: 'included' },
    values: {
      access_matrix: names.map((data_item) => ({
        ...{ data_item, class: '機密性２', path: 'LGWAN経由の管理画面', persons: '運用担当者5名' },
      })),
    },
  });

  async function contractedWith(...clauses: readonly ClauseInput[]): Promise<void> {
    service.itIs('2026-11-20');
    const { engagementId, vendorId, contract } = await readyToSign(service, cast, clauses);
    const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/data-items`);
    const [item] = body.items as { id: string }[];
    await signedContract(cast.manager, contract);
    chain = { engagementId, vendorId, contractId: contract.id, itemId: String(item?.id) };
    await agreed(vendorId);
    service.itIs(RUNNING);
  }

  it('bars what it does not name, for the contractor too', async () => {
    const item = await anotherItem();
    const { facts } = await refused('outside-access-matrix', {
      ...{ vendorId: chain.vendorId, dataItemIds: [chain.itemId, item] },
    });

    expect(facts).toEqual({ items: [{ id: item, name: '予約日時' }] });
  });

  it('bars what it does not name for a firm of the chain whose approval does', async () => {
    const item = await anotherItem();
    const covering = { vendorId: firm, dataItemIds: [chain.itemId, item] };
    await effectiveHop(cast, chain, covering);
    await refused('outside-access-matrix', { dataItemIds: [item] });
    expect((await provide()).status).toBe(201);
  });

  it('names items in any width, and several in one cell', async () => {
    await contractedWith(matrix('予約番号、予約者ノ氏名･連絡先'));
    expect((await provide({ vendorId: chain.vendorId })).status).toBe(201);
  });

  it('bars nothing where the clause is left out', async () => {
    const reason = '個別に定める取扱基準によるため。';
    service.itIs('2026-11-20');
    const left = { clauseId: 'CL-05', decision: 'not-applicable', reason } as const;
    const { engagementId, vendorId, contract } = await readyToSign(service, cast, [left]);
    const confirmation = `/v1/contracts/${contract.id}/clauses/CL-05/confirmation`;
    await cast.ciso.decide(confirmation, {}, contract.version).expect(200);
    await signedContract(cast.manager, contract);
    const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/data-items`);
    chain = { ...chain, engagementId, vendorId, itemId: String(body.items[0].id) };
    await agreed(vendorId);

    const days = { permittedOn: '2026-11-20', deliveredOn: '2026-11-20' };
    expect((await provide({ vendorId, ...days })).status).toBe(201);
  });
});
