import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { approval, castOf, contentOf, light, moved, type Cast } from '../support/approval.js';
import { statesOf } from '../support/engagement.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

async function termsOf(cloudServiceId: string): Promise<string> {
  const reply = await cast.manager.post(`/v1/cloud-services/${cloudServiceId}/terms-snapshots`, {
    url: 'https://example.jp/terms',
    title: '利用規約（第12版）',
    takenOn: '2026-11-20',
    text: '第１条 本規約は、本サービスの利用条件を定める。',
  });
  return (reply.body as { id: string }).id;
}

describe('use under standard terms', () => {
  it('goes from the application of staff over the decision of the department officer to use', async () => {
    const prepared = await light(service, cast);
    const clerk = await cast.town.someoneAs('staff');
    const draft = await clerk.client.post(
      `/v1/engagements/${prepared.engagementId}/use-applications`,
      {
        ...contentOf(prepared),
        termsSnapshotId: await termsOf(prepared.cloudServiceId),
        riskAcceptance: '公開情報のみを扱い、約款に目的外利用の定めはない。',
      },
    );
    const { id } = draft.body as { id: string };
    const url = `/v1/use-applications/${id}`;
    const applied = await clerk.client.decide(`${url}/submission`, {}, draft.body.version);
    expect(applied.status).toBe(200);
    const decision = `${url}/decision`;
    const decided = await cast.department.decide(decision, approval(cast), applied.body.version);
    expect(decided.status).toBe(200);
    await moved(cast.manager, prepared.engagementId, 'active');

    const states = await statesOf(cast.manager, prepared.engagementId);
    const proved = ['K9-3-2a-1.1', 'K9-3-2a-1.2', 'K9-1-1c.2', 'K9-3-2b.1', 'K9-3-2b.2'];
    expect(proved.map((rule) => states.get(rule))).toEqual(proved.map(() => 'met'));
    const engagement = await cast.manager.get(`/v1/engagements/${prepared.engagementId}`);
    expect(engagement.body).toMatchObject({
      status: 'active',
      cloudServiceId: prepared.cloudServiceId,
    });
    const records = await cast.manager.get(`/v1/engagements/${prepared.engagementId}/records`);
    expect(records.body.items).toMatchObject([
      { kind: 'risk-acceptance', recordedBy: clerk.personId, recordedAs: 'staff' },
    ]);
  });

  it('asks the applicant for the terms and the acceptance of their risk', async () => {
    const prepared = await light(service, cast);
    const url = `/v1/engagements/${prepared.engagementId}/use-applications`;
    const draft = await cast.manager.post(url, contentOf(prepared));
    const reply = await cast.manager.decide(
      `/v1/use-applications/${String(draft.body.id)}/submission`,
      {},
      draft.body.version,
    );

    expect(reply.status).toBe(400);
    const errors = reply.body.errors as { pointer: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(['#/termsSnapshotId', '#/riskAcceptance']);
  });

  it('refuses the terms of another service', async () => {
    const prepared = await light(service, cast);
    const other = await light(service, cast);
    const url = `/v1/engagements/${prepared.engagementId}/use-applications`;
    const draft = await cast.manager.post(url, {
      ...contentOf(prepared),
      termsSnapshotId: await termsOf(other.cloudServiceId),
      riskAcceptance: '許容できる。',
    });
    const reply = await cast.manager.decide(
      `/v1/use-applications/${String(draft.body.id)}/submission`,
      {},
      draft.body.version,
    );

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/termsSnapshotId');
  });
});
