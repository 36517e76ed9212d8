import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, toldOf } from '../notifications/given.js';
import { TestService } from '../support/api.js';
import { applied, approval, approved, castOf, moved, type Cast } from '../support/approval.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { stateOf, takeOver } from '../support/operation.js';
import { givenVendor, OWNERSHIP } from '../vendors/given.js';

const ANOTHER = { name: '株式会社新親会社', country: 'JP' };
const ABROAD = { name: 'Parent Inc.', country: 'US' };
const TO_WORK = ['specified', 'selecting', 'selected', 'contracting', 'contracted', 'active'];
/** The rule that the assessment of foreign law proves. */
const FOREIGN_LAW = 'K9-2-3e.1';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

async function disclosed(vendorId: string, given: object = {}): Promise<void> {
  const url = `/v1/vendors/${vendorId}/ownership-disclosures`;
  await cast.manager.post(url, { ...OWNERSHIP, ...given }).expect(201);
}

async function providerOf(cloudServiceId: string): Promise<string> {
  const { body } = await cast.manager.get(`/v1/cloud-services/${cloudServiceId}`);
  return (body as { vendorId: string }).vendorId;
}

async function standings(engagementId: string): Promise<string[]> {
  const rows = await service.rows<{ standing: string }>(
    'SELECT standing FROM approved_cloud_services WHERE engagement_id = $1 ORDER BY id',
    [engagementId],
  );
  return rows.map(({ standing }) => standing);
}

describe('a change of control of a provider', () => {
  it('voids the approvals of its services and tells those concerned', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId);
    const version = await versionOf(cast.manager, engagementId);
    expect(await standings(engagementId)).toEqual(['approved']);
    await disclosed(vendorId, { parent: ANOTHER });

    expect(await standings(engagementId)).toEqual(['voided']);
    expect(await versionOf(cast.manager, engagementId)).not.toBe(version);
    expect((await codesOf(cast.manager, engagementId)).sort()).toEqual([
      'use-approval.voided',
      'vendor.control-changed',
    ]);
    expect(await codesOf(cast.head, engagementId)).toEqual(['vendor.control-changed']);
    const told = await toldOf(service, engagementId, 'vendor.control-changed');
    expect(new Set(told).size).toBe(told.length);
  });

  it('sends those in use to re-review', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId);
    await moved(cast.manager, engagementId, ...TO_WORK);
    await disclosed(vendorId, { parent: ANOTHER });

    expect(await standings(engagementId)).toEqual(['re-review']);
  });

  it('is none where another disclosure leaves control as it is, nor the first of all', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId, { parent: ABROAD });
    await disclosed(vendorId, { parent: ABROAD, officers: [] });

    expect(await standings(engagementId)).toEqual(['approved']);
    expect(await codesOf(cast.manager, engagementId)).toEqual([]);
  });

  it('leaves alone what was approved after it, until the next', async () => {
    const { application, engagementId, cloudServiceId } = await applied(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId);
    await disclosed(vendorId, { parent: ANOTHER });
    const url = `/v1/use-applications/${application.id}`;
    const { body } = await cast.official.get(url);
    const read = (body as { version: string }).version;
    await cast.official.decide(`${url}/decision`, approval(cast), read).expect(200);

    await disclosed(vendorId, { parent: ANOTHER, officers: [] });
    expect(await standings(engagementId)).toEqual(['approved']);
    await disclosed(vendorId);
    expect(await standings(engagementId)).toEqual(['voided']);
  });

  it('makes whoever decides read what they decide on anew', async () => {
    const { application, engagementId, cloudServiceId } = await applied(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId);
    await disclosed(vendorId, { parent: ANOTHER });
    const url = `/v1/use-applications/${application.id}/decision`;
    const stale = await cast.official.decide(url, approval(cast), application.version);

    expect(stale.status).toBe(412);
    expect(await standings(engagementId)).toEqual([]);
  });

  it('and a decision at the same time leave no approval that rests on the earlier control', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { application, engagementId, cloudServiceId } = await applied(service, cast);
      const vendorId = await providerOf(cloudServiceId);
      await disclosed(vendorId);
      const url = `/v1/use-applications/${application.id}/decision`;
      const [, decided] = await Promise.all([
        disclosed(vendorId, { parent: ANOTHER }),
        cast.official.decide(url, approval(cast), application.version),
      ]);

      expect([200, 412]).toContain(decided.status);
      expect(await standings(engagementId)).toEqual(decided.status === 200 ? ['voided'] : []);
    }
  });

  it('that is refused leaves approvals, and tells nobody', async () => {
    const { cloudServiceId } = await approved(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId);
    const before = await everythingIn(service);
    const url = `/v1/vendors/${vendorId}/ownership-disclosures`;
    const earlier = { ...OWNERSHIP, parent: ANOTHER, disclosedOn: '2026-03-01' };
    await cast.manager.post(url, earlier).expect(400);

    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('control that comes into another country', () => {
  it('ends the assessment of foreign law, whose duty opens again', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    const vendorId = await providerOf(cloudServiceId);
    await disclosed(vendorId);
    await service.rows(
      `DELETE FROM proofs WHERE obligation_id IN
         (SELECT id FROM obligations WHERE engagement_id = $1 AND rule_id = $2)`,
      [engagementId, FOREIGN_LAW],
    );
    const record = { kind: 'foreign-law-risk', statedOn: '2026-11-20', statement: '国内のみ。' };
    const records = `/v1/engagements/${engagementId}/records`;
    await cast.department.post(records, record).expect(201);
    expect(await stateOf(cast.manager, engagementId, FOREIGN_LAW)).toBe('met');
    await disclosed(vendorId, { parent: ABROAD });

    expect(await stateOf(cast.manager, engagementId, FOREIGN_LAW)).toBe('open');
    const { body } = await cast.manager.get(records);
    expect((body as { items: object[] }).items[0]).toMatchObject({ voidedOn: '2026-11-21' });
    expect(await codesOf(cast.head, engagementId)).toEqual(['vendor.control-foreign']);
  });
});

describe('a change of control of a vendor', () => {
  it('tells those responsible for work entrusted to it, while it runs', async () => {
    const vendorId = await givenVendor(cast.manager);
    const { id } = await takeOver(cast.manager, cast.town, { vendorId });
    const ended = await takeOver(cast.manager, cast.town, { vendorId });
    const other = await plan(cast.manager, residentService(cast.town));
    await service.rows(
      `UPDATE engagements SET status = 'closed', closed_on = '2026-11-20' WHERE id = $1`,
      [ended.id],
    );
    await disclosed(vendorId);
    await disclosed(vendorId, { holders: [{ ...ANOTHER, share: '51' }], parent: null });

    expect(await codesOf(cast.manager, id)).toEqual(['vendor.control-changed']);
    expect(await codesOf(cast.manager, ended.id)).toEqual([]);
    expect(await codesOf(cast.manager, other.id)).toEqual([]);
  });
});
