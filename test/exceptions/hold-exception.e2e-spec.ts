import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, toldOf } from '../notifications/given.js';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { stateOf, takeOver, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { applied, CLASS_2, NDA, PERMIT, type Exception } from './given.js';

let service: TestService;
let town: Town;
let manager: Client;
let managerId: string;
let ciso: Client;
let cisoId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  town = await service.town();
  ({ client: manager, personId: managerId } = await town.someoneAs('section-manager'));
  ({ client: ciso, personId: cisoId } = await town.someoneAs('ciso'));
});
afterAll(() => service.stop());

const PUBLIC = {
  ...CLASS_2,
  name: '催しの案内',
  confidentiality: 'C1',
  personalInformation: false,
};

/** The engagement comes to handle one more thing. */
async function add(engagementId: string, item: object): Promise<void> {
  const version = await versionOf(manager, engagementId);
  await manager.decide(`/v1/engagements/${engagementId}/data-items`, item, version).expect(201);
}

async function permitted(engagementId: string): Promise<Exception> {
  const { id, version } = await applied(manager, engagementId);
  const reply = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Exception;
}

async function read(id: string): Promise<Record<string, unknown>> {
  const { body } = await manager.get(`/v1/exceptions/${id}`);
  return body as Record<string, unknown>;
}

describe('a permitted exception', () => {
  it('is void before the work begins when other classes of information are handled', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const { id } = await permitted(engagementId);
    const { contentHash } = await read(id);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await stateOf(manager, engagementId, NDA)).toBe('excepted');
    await add(engagementId, PUBLIC);

    expect(await read(id)).toMatchObject({
      ...{ status: 'voided', voidedOn: '2026-11-21', isInForce: false, contentHash },
      voidedReason: expect.stringContaining('許可の根拠とした案件の内容が変わった') as string,
    });
    expect(await stateOf(manager, engagementId, NDA)).toBe('open');
    expect(await trailOf(service, id)).toEqual([
      ...['exception.applied', 'obligation.excepted', 'exception.permitted'],
      ...['proof.voided', 'exception.voided', 'notice.sent'],
    ]);
    const told = await toldOf(service, engagementId, 'exception.voided');
    expect(told).toEqual([managerId, cisoId].sort());
  });

  it('stands where more of a class is handled that was handled anyway, or the title changes', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const { id } = await permitted(engagementId);
    await add(engagementId, { ...CLASS_2, integrity: 'I2', availability: 'A2' });
    const version = await versionOf(manager, engagementId);
    await manager.patch(`/v1/engagements/${engagementId}`, { title: '改題' }, version).expect(200);

    expect(await read(id)).toMatchObject({ status: 'permitted', reReviewSince: null });
    expect(await codesOf(manager, engagementId)).toEqual([]);
  });

  it('goes to re-review once the work has begun, counts meanwhile, and can be ended', async () => {
    const { id: engagementId } = await takeOver(manager, town);
    const { id } = await permitted(engagementId);
    await add(engagementId, PUBLIC);
    await add(engagementId, { ...PUBLIC, availability: 'A2' });

    const reviewed = await read(id);
    expect(reviewed).toMatchObject({
      ...{ status: 'permitted', reReviewSince: '2026-11-21', isInForce: true },
    });
    expect(await stateOf(manager, engagementId, NDA)).toBe('excepted');
    expect(await codesOf(ciso, engagementId)).toEqual(['exception.under-re-review']);
    const url = `/v1/exceptions/${id}/end`;
    await ciso.decide(url, { reason: '見直しのため。' }, Number(reviewed.version)).expect(200);
    expect(await stateOf(manager, engagementId, NDA)).not.toBe('excepted');
    expect(await codesOf(ciso, engagementId)).toEqual([
      ...['exception.ended', 'exception.under-re-review'],
    ]);
  });

  it('that is over, was ended or denied is left alone', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const over = await permitted(engagementId);
    const denied = await applied(manager, engagementId);
    const deny = { outcome: 'deny', reason: '代替措置が足りない。' };
    await ciso.decide(`/v1/exceptions/${denied.id}/decision`, deny, denied.version).expect(200);
    service.itIs('2026-12-21');
    await add(engagementId, PUBLIC);
    service.itIs('2026-11-21');

    expect(await read(over.id)).toMatchObject({ status: 'permitted', reReviewSince: null });
    expect(await read(denied.id)).toMatchObject({ status: 'denied' });
  });
});

describe('an exception that is applied for', () => {
  it('is decided on as the engagement is, not as it was when it was read', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagementId);
    const { contentHash } = await read(id);
    await add(engagementId, PUBLIC);
    const before = await everythingIn(service);
    const stale = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);

    expect(stale.status).toBe(412);
    expect(await everythingIn(service)).toEqual(before);
    const now = await read(id);
    expect(now.contentHash).not.toBe(contentHash);
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, Number(now.version)).expect(200);
    expect(await read(id)).toMatchObject({ status: 'permitted', contentHash: now.contentHash });
    expect(await codesOf(ciso, engagementId)).toEqual([]);
  });
});
