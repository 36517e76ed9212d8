import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  answered,
  concluded,
  handedIn,
  panelOf,
  selected,
  type Panel,
} from '../support/assessing.js';
import { lightService, versionOf } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { othersProven, outsourcing, planned, vendorOf } from './given.js';
import { assessmentRead, CLOSES, first, proceduresOf, type Procedure } from './procedures.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  panel = await panelOf(town);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('a small contract', () => {
  it('is asked its knock-outs by one reviewer, up to the limit of the body and in the lightest tier', async () => {
    const administrator = await town.as('administrator');
    const { version } = (await administrator.get('/v1/organization')).body as { version: number };
    const above = { smallContractLimits: { other: 1_000_001 } };
    const refused = await administrator.patch('/v1/organization', above, version);
    expect(refused.body.errors).toMatchObject([{ pointer: '#/smallContractLimits/other' }]);
    const limits = { smallContractLimits: { other: 1_000_000 } };
    await administrator.patch('/v1/organization', limits, version).expect(200);
    const light = { light: true, closesOn: CLOSES, method: 'negotiated' };
    const small = { ...light, estimatedAmount: '1000000' };
    const personal = await planned(panel.clerk, outsourcing(town));
    const plain = await planned(panel.clerk, lightService(town, { kinds: ['outsourcing'] }));
    const open = (engagementId: string, body: object): ReturnType<Panel['clerk']['post']> =>
      panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, body);

    expect((await open(personal, small)).body.errors[0].pointer).toBe('#/light');
    expect((await open(plain, light)).body.errors[0].pointer).toBe('#/estimatedAmount');
    expect(
      (await open(plain, { ...light, estimatedAmount: '1000001' })).body.errors[0].pointer,
    ).toBe('#/estimatedAmount');
    expect((await open(plain, { ...small, contractSort: 'lease' })).body.errors[0].pointer).toBe(
      '#/contractSort',
    );
    expect(await proceduresOf(service, plain)).toEqual([]);
    const reply = await open(plain, small);
    expect(reply.body).toMatchObject({
      isLight: true,
      reviewersRequired: 1,
      estimatedAmount: '1000000',
    });
    const checklist = await panel.clerk.get(
      `/v1/selection-procedures/${String(reply.body.id)}/checklist`,
    );
    const criteria = checklist.body.criteria as { knockOut: boolean }[];
    expect(criteria.length).toBeGreaterThan(0);
    expect(criteria.every(({ knockOut }) => knockOut)).toBe(true);
  });
});

describe('what a small contract was asked', () => {
  async function lightlyAssessed(): Promise<{ engagementId: string; assessmentId: string }> {
    const administrator = await town.as('administrator');
    const { version } = (await administrator.get('/v1/organization')).body as { version: number };
    const limits = { smallContractLimits: { other: 1_000_000 } };
    await administrator.patch('/v1/organization', limits, version).expect(200);
    const body = lightService(town, { kinds: ['outsourcing'] });
    const engagementId = await planned(panel.clerk, body);
    const url = `/v1/engagements/${engagementId}/selection-procedures`;
    const { body: procedure } = await panel.clerk.post(url, {
      ...{ light: true, closesOn: CLOSES, method: 'negotiated', estimatedAmount: '1000000' },
      candidates: [await vendorOf(panel.clerk, '株式会社少額')],
    });
    const { assessmentId } = first((procedure as Procedure).candidates);
    const assessment = await assessmentRead(panel, assessmentId);
    await concluded(panel, await handedIn(panel, await answered(panel, assessment)));
    return { engagementId, assessmentId };
  }

  it('is enough to select on', async () => {
    const { engagementId, assessmentId } = await lightlyAssessed();
    await othersProven(service, panel, engagementId);

    expect((await panel.clerk.get(`/v1/assessments/${assessmentId}/outcome`)).body).toMatchObject({
      ...{ result: 'suitable', outdatedOn: null },
    });
    await selected(panel, engagementId, { id: assessmentId });
  });

  it('is not enough any more once the engagement is of a heavier tier', async () => {
    const { engagementId, assessmentId } = await lightlyAssessed();
    const version = await versionOf(panel.decider, engagementId);
    const item = {
      ...{ name: '相談記録', confidentiality: 'C2', integrity: 'I2', availability: 'A2' },
      ...{ personalInformation: true, specificPersonalInformation: false },
    };
    const url = `/v1/engagements/${engagementId}/data-items`;
    await panel.decider.decide(url, item, version).expect(201);

    expect((await panel.clerk.get(`/v1/assessments/${assessmentId}/outcome`)).body).toMatchObject({
      outdatedOn: '2026-11-20',
    });
  });
});
