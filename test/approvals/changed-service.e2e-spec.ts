import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, toldOf } from '../notifications/given.js';
import { TestService, type Client } from '../support/api.js';
import {
  applied,
  approval,
  approved,
  castOf,
  contentOf,
  light,
  moved,
  submitted,
  type Application,
  type Cast,
  type Prepared,
} from '../support/approval.js';
import { versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

const ABROAD = { country: 'US', providerRegion: 'us-west-2', use: 'storage' };
const TO_WORK = ['specified', 'selecting', 'selected', 'contracting', 'contracted', 'active'];

async function relocated(cloudServiceId: string, items: object[] = [ABROAD]): Promise<void> {
  const { body } = await cast.manager.get(`/v1/cloud-services/${cloudServiceId}`);
  const { version } = body as { version: number };
  const url = `/v1/cloud-services/${cloudServiceId}/regions`;
  await cast.manager.put(url, { items }, version).expect(200);
}

async function standings(engagementId: string): Promise<string[]> {
  const rows = await service.rows<{ standing: string }>(
    'SELECT standing FROM approved_cloud_services WHERE engagement_id = $1 ORDER BY id',
    [engagementId],
  );
  return rows.map(({ standing }) => standing);
}

async function terms(
  cloudServiceId: string,
  text: string,
  takenOn = '2026-11-21',
): Promise<string> {
  const reply = await cast.manager.post(`/v1/cloud-services/${cloudServiceId}/terms-snapshots`, {
    ...{ url: 'https://example.jp/terms', title: '利用規約', takenOn, text },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return (reply.body as { id: string }).id;
}

/** A light use approved by the department officer on terms that were read. */
async function approvedOnTerms(): Promise<Prepared & { readonly application: Application }> {
  const prepared = await light(service, cast);
  const clerk: Client = await cast.town.as('staff');
  const url = `/v1/engagements/${prepared.engagementId}/use-applications`;
  const draft = await clerk.post(url, {
    ...contentOf(prepared),
    riskAcceptance: '公開情報だけを扱い、停止しても支障がない。',
    termsSnapshotId: await terms(prepared.cloudServiceId, '第１条'),
  });
  const application = await submitted(clerk, draft.body as Application);
  const decision = `/v1/use-applications/${application.id}/decision`;
  await cast.department.decide(decision, approval(cast), application.version).expect(200);
  return { ...prepared, application };
}

describe('a change of the regions of a cloud service', () => {
  it('voids the approvals that rest on them, and tells each person once', async () => {
    const { application, engagementId, cloudServiceId } = await approved(service, cast);
    const version = await versionOf(cast.manager, engagementId);
    await relocated(cloudServiceId);

    expect(await standings(engagementId)).toEqual(['voided']);
    const { body } = await cast.manager.get(`/v1/use-applications/${application.id}`);
    expect(body).toMatchObject({ status: 'voided' });
    expect(await versionOf(cast.manager, engagementId)).not.toBe(version);
    for (const person of [cast.manager, cast.department, cast.official]) {
      expect(await codesOf(person, engagementId)).toEqual(['use-approval.voided']);
    }
    expect(await codesOf(cast.head, engagementId)).toEqual([]);
    const told = await toldOf(service, engagementId, 'use-approval.voided');
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain(cast.appointeeId);
  });

  it('leaves approvals alone where the regions are named again as they are', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    const { body } = await cast.manager.get(`/v1/cloud-services/${cloudServiceId}/regions`);
    const items = (body as { items: { country: string; providerRegion: string; use: string }[] })
      .items;
    await relocated(
      cloudServiceId,
      items.map(({ country, providerRegion, use }) => ({ country, providerRegion, use })),
    );

    expect(await standings(engagementId)).toEqual(['approved']);
  });

  it('sends approvals in use to re-review, and those of a closed engagement nowhere', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    await moved(cast.manager, engagementId, ...TO_WORK);
    await relocated(cloudServiceId);
    await relocated(cloudServiceId, []);

    expect(await standings(engagementId)).toEqual(['re-review']);
    expect(await codesOf(cast.official, engagementId)).toEqual(['use-approval.under-re-review']);

    const closed = await approved(service, cast);
    await service.rows(
      `UPDATE engagements SET status = 'cancelled', closed_on = '2026-11-21' WHERE id = $1`,
      [closed.engagementId],
    );
    await relocated(closed.cloudServiceId);
    expect(await standings(closed.engagementId)).toEqual(['approved']);
  });

  it('that is refused leaves approvals, and tells nobody', async () => {
    const { cloudServiceId } = await approved(service, cast);
    const before = await everythingIn(service);
    const url = `/v1/cloud-services/${cloudServiceId}/regions`;
    await cast.manager.put(url, { items: [ABROAD] }, 99).expect(412);
    await cast.manager.put(url, { items: [ABROAD] }).expect(428);
    await cast.manager.put(url, { items: [{ ...ABROAD, country: 'x' }] }, 1).expect(400);

    expect(await everythingIn(service)).toEqual(before);
  });

  it('makes whoever decides read what they decide on anew', async () => {
    const { application, cloudServiceId, engagementId } = await applied(service, cast);
    await relocated(cloudServiceId);
    const url = `/v1/use-applications/${application.id}/decision`;
    const stale = await cast.official.decide(url, approval(cast), application.version);

    expect(stale.status).toBe(412);
    expect(await standings(engagementId)).toEqual([]);
  });

  it('and a decision at the same time leave no approval that rests on the earlier regions', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { application, engagementId, cloudServiceId } = await applied(service, cast);
      const { body } = await cast.manager.get(`/v1/cloud-services/${cloudServiceId}`);
      const { version } = body as { version: number };
      const url = `/v1/use-applications/${application.id}/decision`;
      const regions = `/v1/cloud-services/${cloudServiceId}/regions`;
      const [decision, change] = await Promise.all([
        cast.official.decide(url, approval(cast), application.version),
        cast.manager.put(regions, { items: [ABROAD] }, version),
      ]);

      expect(change.status).toBe(200);
      expect([200, 412]).toContain(decision.status);
      expect(await standings(engagementId)).toEqual(decision.status === 200 ? ['voided'] : []);
    }
  });

  it('and changes of the engagements that use it do not wait for each other', async () => {
    const one = await approved(service, cast);
    const item = {
      ...{ name: '予約履歴', confidentiality: 'C2', integrity: 'I1', availability: 'A1' },
      ...{ personalInformation: true, specificPersonalInformation: false },
    };
    const { body } = await cast.manager.get(`/v1/cloud-services/${one.cloudServiceId}`);
    const { version } = body as { version: number };
    const replies = await Promise.all([
      cast.manager.put(
        `/v1/cloud-services/${one.cloudServiceId}/regions`,
        { items: [ABROAD] },
        version,
      ),
      cast.manager.decide(
        `/v1/engagements/${one.engagementId}/data-items`,
        item,
        await versionOf(cast.manager, one.engagementId),
      ),
    ]);

    expect(replies[0].status).toBe(200);
    expect([201, 412]).toContain(replies[1].status);
    expect(await codesOf(cast.official, one.engagementId)).toEqual(['use-approval.voided']);
  });
});

describe('a change of the terms of a cloud service', () => {
  it('voids the approvals of those who read other terms', async () => {
    const { engagementId, cloudServiceId } = await approvedOnTerms();
    await terms(cloudServiceId, '第１条');
    expect(await standings(engagementId)).toEqual(['approved']);
    await terms(cloudServiceId, '第１条（古い版）', '2026-01-01');
    expect(await standings(engagementId)).toEqual(['approved']);
    await terms(cloudServiceId, '第１条（改定）');

    expect(await standings(engagementId)).toEqual(['voided']);
    expect(await codesOf(cast.department, engagementId)).toEqual(['use-approval.voided']);
  });

  it('leaves the approval of a service whose terms were not what was decided on', async () => {
    const { engagementId, cloudServiceId } = await approved(service, cast);
    await terms(cloudServiceId, '第１条');
    await terms(cloudServiceId, '第１条（改定）');

    expect(await standings(engagementId)).toEqual(['approved']);
  });
});
