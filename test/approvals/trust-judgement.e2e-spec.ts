import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { castOf, classified, judged, type Cast } from '../support/approval.js';
import { statesOf } from '../support/engagement.js';

const DUTY = 'K9-2-3i';
let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

describe('judging whether a provider can be trusted', () => {
  it('discharges the duty where it is trustworthy, and keeps what it rests on', async () => {
    const prepared = await classified(service, cast);
    const id = await judged(cast, prepared);

    const states = await statesOf(cast.manager, prepared.engagementId);
    expect(states.get(DUTY)).toBe('met');
    const url = `/v1/engagements/${prepared.engagementId}/trust-judgements`;
    const { body } = await cast.manager.get(url);
    expect(body.items).toMatchObject([
      { id, judgedAs: 'head-officer', judgedOn: '2026-11-21', supersededOn: null },
    ]);
    expect(
      await service.rows(`SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY id`, [id]),
    ).toEqual([{ action: 'obligation.discharged' }, { action: 'trust.judged' }]);
  });

  it('leaves the duty open where it is not trustworthy', async () => {
    const prepared = await classified(service, cast);
    await judged(cast, prepared, 'not-trustworthy');

    expect((await statesOf(cast.manager, prepared.engagementId)).get(DUTY)).toBe('open');
  });

  it('opens the duty again when a later judgement says otherwise', async () => {
    const prepared = await classified(service, cast);
    await judged(cast, prepared);
    await judged(cast, prepared, 'not-trustworthy');

    expect((await statesOf(cast.manager, prepared.engagementId)).get(DUTY)).toBe('open');
    const url = `/v1/engagements/${prepared.engagementId}/trust-judgements`;
    const { body } = await cast.manager.get(url);
    expect(body.items).toMatchObject([
      { conclusion: 'not-trustworthy', supersededOn: null },
      { conclusion: 'trustworthy', supersededOn: '2026-11-21' },
    ]);
  });

  it('is for the role that owes it, not for who selects the provider', async () => {
    const prepared = await classified(service, cast);
    const url = `/v1/engagements/${prepared.engagementId}/trust-judgements`;
    const reply = await cast.department.post(url, {
      cloudServiceId: prepared.cloudServiceId,
      conclusion: 'trustworthy',
      grounds: '良い。',
      documents: ['資料'],
    });

    expect(reply.status).toBe(403);
  });

  it('refuses a cloud service of another town exactly as one that does not exist', async () => {
    const prepared = await classified(service, cast);
    const elsewhere = await classified(service, await castOf(service));
    const judge = (cloudServiceId: string) =>
      cast.head.post(`/v1/engagements/${prepared.engagementId}/trust-judgements`, {
        cloudServiceId,
        conclusion: 'trustworthy',
        grounds: '良い。',
        documents: ['資料'],
      });
    const foreign = await judge(elsewhere.cloudServiceId);
    const random = await judge('01900000-0000-7000-8000-000000000000');

    expect(foreign.status).toBe(400);
    expect(foreign.body.errors[0].pointer).toBe('#/cloudServiceId');
    expect(foreign.text).toBe(random.text);
  });
});
