import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  nda,
  NOWHERE,
  proveOthers,
  readyToSign,
  signedContract,
  toContract,
  type ContractingCast,
  type ToContract,
} from '../support/contracting.js';
import { everythingIn } from '../support/everything.js';
import { stateOf, trailOf, unmetOf } from '../support/operation.js';
import { givenVendor } from '../vendors/given.js';

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

const OURS = 'K9-1-2a-5';
const THEIRS = 'K9-1-2b-3';

/** An engagement in which only the agreement on secrecy keeps the gate shut. */
async function prepared(): Promise<ToContract & { readonly itemId: string }> {
  const engagement = await toContract(cast);
  await proveOthers(service, engagement.engagementId);
  const url = `/v1/engagements/${engagement.engagementId}/data-items`;
  const { body } = await cast.manager.get(url);
  return { ...engagement, itemId: String(body.items[0].id) };
}

function agree(engagement: ToContract, given: object = {}) {
  const url = `/v1/engagements/${engagement.engagementId}/ndas`;
  return cast.manager.post(url, nda(engagement, given));
}

function provide(engagement: ToContract & { itemId: string }, given: object = {}) {
  return cast.manager.post(`/v1/engagements/${engagement.engagementId}/information-provisions`, {
    vendorId: engagement.vendorId,
    dataItemIds: [engagement.itemId],
    medium: 'LGWANによるファイル送信',
    encrypted: true,
    permittedOn: '2026-11-19',
    deliveredOn: '2026-11-20',
    ...given,
  });
}

function pointersOf(reply: { body: { errors: { pointer: string }[] } }): string[] {
  return reply.body.errors.map(({ pointer }) => pointer);
}

describe('a non-disclosure agreement', () => {
  it('opens the gate for as long as it binds', async () => {
    const engagement = await prepared();
    expect(await unmetOf(cast.manager, engagement.engagementId, 'provide')).toEqual([OURS, THEIRS]);
    const reply = await agree(engagement, { validUntil: '2026-12-31' });

    expect(reply.status).toBe(201);
    expect(await unmetOf(cast.manager, engagement.engagementId, 'provide')).toEqual([]);
    service.itIs('2027-01-01');
    expect(await unmetOf(cast.manager, engagement.engagementId, 'provide')).toEqual([OURS, THEIRS]);
    const list = await cast.manager.get(`/v1/engagements/${engagement.engagementId}/ndas`);
    expect(list.body.items).toEqual([reply.body]);
    expect(await trailOf(service, reply.body.id)).toEqual([
      'obligation.discharged',
      'nda.recorded',
    ]);
  });

  it('of another firm than the selected one proves nothing', async () => {
    const engagement = await prepared();
    await service.rows('UPDATE engagements SET vendor_id = $2 WHERE id = $1', [
      engagement.engagementId,
      engagement.vendorId,
    ]);
    await agree(engagement, { vendorId: await givenVendor(cast.manager) });
    expect(await stateOf(cast.manager, engagement.engagementId, OURS)).toBe('open');
    await agree(engagement);
    expect(await stateOf(cast.manager, engagement.engagementId, OURS)).toBe('met');
  });

  it.each([
    ['of the future', { concludedOn: '2026-11-21' }, '#/concludedOn'],
    ['that ends before it begins', { validUntil: '2026-11-17' }, '#/validUntil'],
    ['with nobody', { vendorId: NOWHERE }, '#/vendorId'],
  ])('%s is refused', async (_, given, pointer) => {
    const engagement = await prepared();
    const before = await everythingIn(service);
    const reply = await agree(engagement, given);

    expect(reply.status).toBe(400);
    expect(pointersOf(reply)).toEqual([pointer]);
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('information', () => {
  it('is handed over under the agreement, and that is proven', async () => {
    const engagement = await prepared();
    const agreement = await agree(engagement);
    const reply = await provide(engagement, { quantity: '住民1,200件' });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ndaId: agreement.body.id,
      items: [{ id: engagement.itemId, name: '予約者の氏名・連絡先', confidentiality: 'C2' }],
      permittedAs: 'section-manager',
      quantity: '住民1,200件',
      unencryptedReason: null,
    });
    for (const rule of ['K3-2-9a', 'K3-2-9b', 'K9-1-3a-1.2']) {
      expect(await stateOf(cast.manager, engagement.engagementId, rule)).toBe('met');
    }
    const url = `/v1/engagements/${engagement.engagementId}/information-provisions`;
    expect((await cast.manager.get(url)).body.items).toEqual([reply.body]);
  });

  it('is not handed over before the agreement is signed', async () => {
    const engagement = await prepared();
    const before = await everythingIn(service);
    const reply = await provide(engagement);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:engagement.gate-closed');
    expect((reply.body.facts.unmet as { rule: string }[]).map(({ rule }) => rule)).toEqual([
      OURS,
      THEIRS,
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is not handed over while another duty keeps the gate shut', async () => {
    const engagement = { ...(await toContract(cast)), itemId: '' };
    const { body } = await cast.manager.get(
      `/v1/engagements/${engagement.engagementId}/data-items`,
    );
    await agree(engagement);
    const reply = await provide(engagement, { dataItemIds: [body.items[0].id] });

    expect(reply.status).toBe(422);
    expect(reply.body.facts.unmet).toMatchObject([{ gate: 'provide' }, { gate: 'provide' }]);
  });

  it('is handed over no more once the contract has ended', async () => {
    const { contract, ...prepared } = await readyToSign(service, cast);
    const { engagementId } = prepared;
    const items = await cast.manager.get(`/v1/engagements/${engagementId}/data-items`);
    const engagement = { ...prepared, itemId: String(items.body.items[0].id) };
    await agree(engagement);
    const signed = await signedContract(cast.manager, contract);
    const end = { endedOn: '2026-11-20', reason: 'breach', note: '再三の催告' };
    await cast.manager.decide(`/v1/contracts/${contract.id}/end`, end, signed.version).expect(200);

    expect((await provide(engagement)).status).toBe(201);
    service.itIs('2026-11-21');
    const reply = await provide(engagement, { deliveredOn: '2026-11-21' });
    expect(reply.status).toBe(422);
    expect(reply.body.type).toContain('provision.no-contract-in-force');
    const url = `/v1/engagements/${engagementId}/information-provisions`;
    expect((await cast.manager.get(url)).body.items).toHaveLength(1);
  });

  it('goes to nobody who is not bound on the day', async () => {
    const engagement = await prepared();
    await agree(engagement);
    const other = await givenVendor(cast.manager);
    const before = await everythingIn(service);
    const unbound = await provide(engagement, { vendorId: other });
    const tooEarly = await provide(engagement, {
      permittedOn: '2026-11-17',
      deliveredOn: '2026-11-17',
    });

    for (const reply of [unbound, tooEarly]) {
      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:provision.nda-missing');
    }
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    ['without encryption and no reason', { encrypted: false }, ['#/unencryptedReason']],
    ['with permission after the fact', { permittedOn: '2026-11-21' }, ['#/permittedOn']],
    ['in the future', { deliveredOn: '2026-11-21' }, ['#/deliveredOn']],
    ['where the engagement handles no such item', { dataItemIds: [NOWHERE] }, ['#/dataItemIds/0']],
    ['with permission of nobody', { permittedBy: NOWHERE }, ['#/permittedBy']],
  ])('is not handed over %s', async (_, given, pointers) => {
    const engagement = await prepared();
    await agree(engagement);
    const before = await everythingIn(service);
    const reply = await provide(engagement, given);

    expect(reply.status).toBe(400);
    expect(pointersOf(reply)).toEqual(pointers);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('needs the permission of someone who may give it', async () => {
    const engagement = await prepared();
    await agree(engagement);
    const staff = await cast.town.someoneAs('staff');
    const manager = await cast.town.someoneAs('system-manager');
    const refused = await provide(engagement, { permittedBy: staff.personId });
    const reply = await provide(engagement, { permittedBy: manager.personId });

    expect(pointersOf(refused)).toEqual(['#/permittedBy']);
    expect(reply.body).toMatchObject({
      permittedBy: manager.personId,
      permittedAs: 'system-manager',
    });
    expect(
      (await staff.client.post(`/v1/engagements/${engagement.engagementId}/ndas`)).status,
    ).toBe(403);
  });
});
