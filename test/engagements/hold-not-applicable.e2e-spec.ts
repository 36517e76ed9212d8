import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, toldOf } from '../notifications/given.js';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { stateOf, takeOver, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let manager: Client;
let managerId: string;
let officer: Client;
let officerId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  town = await service.town();
  ({ client: manager, personId: managerId } = await town.someoneAs('section-manager'));
  ({ client: officer, personId: officerId } = await town.someoneAs('department-officer'));
});
afterAll(() => service.stop());

const CLASS_2 = {
  ...{ name: '予約履歴', confidentiality: 'C2', integrity: 'I2', availability: 'A2' },
  ...{ personalInformation: true, specificPersonalInformation: false },
};
const PUBLIC = {
  ...CLASS_2,
  name: '催しの案内',
  confidentiality: 'C1',
  personalInformation: false,
};
const REASON = '対象となる業務がない。';
const WHY = '対象となる業務があると分かった。';
const HASH = /^[0-9a-f]{64}$/;

interface Duty {
  readonly id: string;
  readonly rule: string;
}

interface Decided extends Duty {
  readonly notApplicableHash: string | null;
}

async function decide(engagementId: string, { id }: Duty, reason = REASON): Promise<Decided> {
  const url = `/v1/engagements/${engagementId}/obligations/${id}/not-applicability`;
  const reply = await officer.decide(url, { reason }, await versionOf(officer, engagementId));
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Decided;
}

/** Decides that the first open duty does not arise. */
async function decided(engagementId: string): Promise<Decided> {
  const reply = await manager.get(`/v1/engagements/${engagementId}/obligations?state=open`);
  const [duty] = reply.body.items as Duty[];
  if (duty === undefined) throw new Error('No duty is open');
  return decide(engagementId, duty);
}

/** Takes back the decision on a duty. */
async function takeBack(client: Client, engagementId: string, { id }: Duty): Promise<Response> {
  const url = `/v1/engagements/${engagementId}/obligations/${id}/not-applicability/revocation`;
  return client.decide(url, { reason: WHY }, await versionOf(client, engagementId));
}

async function read(engagementId: string, { id }: Duty): Promise<object> {
  const { body } = await manager.get(`/v1/engagements/${engagementId}/obligations`);
  return (body.items as Duty[]).find((duty) => duty.id === id) ?? {};
}

/** The engagement comes to handle one more thing. */
async function add(engagementId: string, item: object): Promise<void> {
  const version = await versionOf(manager, engagementId);
  await manager.decide(`/v1/engagements/${engagementId}/data-items`, item, version).expect(201);
}

describe('the decision that a duty does not arise', () => {
  it('falls before the work begins when other classes of information are handled', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const duty = await decided(engagementId);
    expect(duty).toMatchObject({
      ...{ state: 'not-applicable', notApplicableReReviewSince: null },
      notApplicableHash: expect.stringMatching(HASH) as string,
    });
    await add(engagementId, PUBLIC);

    expect(await read(engagementId, duty)).toMatchObject({
      ...{ state: 'open', notApplicableReason: null, notApplicableHash: null },
    });
    expect(await trailOf(service, duty.id)).toEqual([
      ...['obligation.not-applicable', 'obligation.applicable', 'notice.sent'],
    ]);
    const told = await toldOf(service, engagementId, 'not-applicable.voided');
    expect(told).toEqual([managerId, officerId].sort());
  });

  it('stands where more of a class is handled that was handled anyway, or the title changes', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const duty = await decided(engagementId);
    await add(engagementId, CLASS_2);
    const version = await versionOf(manager, engagementId);
    await manager.patch(`/v1/engagements/${engagementId}`, { title: '改題' }, version).expect(200);

    expect(await read(engagementId, duty)).toMatchObject({ state: 'not-applicable' });
    expect(await codesOf(officer, engagementId)).toEqual([]);
  });

  it('goes to re-review once the work has begun, counts meanwhile, and is settled by deciding anew', async () => {
    const { id: engagementId } = await takeOver(manager, town);
    const duty = await decided(engagementId);
    await add(engagementId, PUBLIC);
    await add(engagementId, { ...PUBLIC, availability: 'A1' });

    expect(await read(engagementId, duty)).toMatchObject({
      ...{ state: 'not-applicable', notApplicableReason: REASON },
      ...{ notApplicableHash: duty.notApplicableHash, notApplicableReReviewSince: '2026-11-21' },
    });
    expect(await codesOf(officer, engagementId)).toEqual(['not-applicable.under-re-review']);
    const anew = await decide(engagementId, duty, '公開情報についても対象となる業務がない。');
    expect(anew).toMatchObject({
      ...{ state: 'not-applicable', notApplicableReReviewSince: null },
      notApplicableReason: '公開情報についても対象となる業務がない。',
    });
    expect(anew.notApplicableHash).not.toBe(duty.notApplicableHash);
    expect(await trailOf(service, duty.id)).toEqual([
      ...['obligation.not-applicable', 'obligation.sent-to-re-review', 'notice.sent'],
      'obligation.not-applicable',
    ]);
  });

  it('stands as decided where it was decided before hashes were kept', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const duty = await decided(engagementId);
    await service.rows('UPDATE obligations SET not_applicable_hash = NULL WHERE id = $1', [
      duty.id,
    ]);
    await add(engagementId, PUBLIC);

    expect(await read(engagementId, duty)).toMatchObject({
      ...{ state: 'not-applicable', notApplicableReason: REASON, notApplicableHash: null },
    });
    expect(await codesOf(officer, engagementId)).toEqual([]);
  });

  it('that stands is not decided over', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const duty = await decided(engagementId);
    const version = await versionOf(officer, engagementId);
    const url = `/v1/engagements/${engagementId}/obligations/${duty.id}/not-applicability`;
    const again = await officer.decide(url, { reason: '別の理由' }, version);

    expect(again.status).toBe(409);
    expect(again.body.type).toBe('urn:mitodoke:problem:obligation.does-not-arise');
    expect(await versionOf(officer, engagementId)).toBe(version);
    expect(await read(engagementId, duty)).toMatchObject({ notApplicableReason: REASON });
    expect(await trailOf(service, duty.id)).toEqual(['obligation.not-applicable']);
    expect(await stateOf(manager, engagementId, duty.rule)).toBe('not-applicable');
  });

  it('is taken back with a reason, by whom and in which post, and the duty is open again', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const duty = await decided(engagementId);
    const before = await versionOf(officer, engagementId);
    const reply = await takeBack(officer, engagementId, duty);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      ...{ state: 'open', notApplicableReason: null, notApplicableHash: null },
      ...{ notApplicableBy: null, notApplicableIn: null },
      takenBack: {
        ...{ on: '2026-11-21', reason: WHY, by: officerId },
        in: { roleId: 'department-officer', unitId: town.unitId, acting: false },
      },
    });
    expect(await versionOf(officer, engagementId)).toBe(before + 1);
    expect(await trailOf(service, duty.id)).toEqual([
      ...['obligation.not-applicable', 'obligation.not-applicable-taken-back', 'notice.sent'],
    ]);
    const told = await toldOf(service, engagementId, 'not-applicable.taken-back');
    expect(told).toEqual([managerId, officerId].sort());
    expect(await decide(engagementId, duty)).toMatchObject({
      ...{ state: 'not-applicable', takenBack: { reason: WHY } },
    });
  });

  it('is taken back while it is under re-review, which ends with it', async () => {
    const { id: engagementId } = await takeOver(manager, town);
    const duty = await decided(engagementId);
    await add(engagementId, PUBLIC);
    await takeBack(officer, engagementId, duty);
    await add(engagementId, { ...PUBLIC, availability: 'A1' });

    expect(await read(engagementId, duty)).toMatchObject({
      ...{ state: 'open', notApplicableReReviewSince: null, takenBack: { reason: WHY } },
    });
    expect(await trailOf(service, duty.id)).toEqual([
      ...['obligation.not-applicable', 'obligation.sent-to-re-review', 'notice.sent'],
      ...['obligation.not-applicable-taken-back', 'notice.sent'],
    ]);
  });

  it('is not taken back where there is none', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const duty = await decided(engagementId);
    await takeBack(officer, engagementId, duty);
    const before = await versionOf(officer, engagementId);
    const reply = await takeBack(officer, engagementId, duty);

    expect(reply.status).toBe(409);
    expect(reply.body.type).toBe('urn:mitodoke:problem:obligation.arises');
    expect(await versionOf(officer, engagementId)).toBe(before);
    expect(await trailOf(service, duty.id)).toHaveLength(3);
  });
});
