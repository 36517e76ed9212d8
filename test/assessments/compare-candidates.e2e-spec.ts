import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import {
  assessed,
  panelOf,
  selected,
  sent,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { versionOf } from '../support/engagement.js';
import { stateOf, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { OWNERSHIP } from '../vendors/given.js';
import { othersProven, outsourcing, planned, vendorOf } from './given.js';

let service: TestService;
let town: Town;
let panel: Panel;
let clerk: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
  clerk = panel.clerk;
});
afterAll(() => service.stop());

interface Compared {
  readonly vendorName: string;
  readonly topics: { readonly topic: { readonly ja: string }; readonly score: string | null }[];
}

describe('the comparison', () => {
  it('sets the candidates side by side, the best first, with what excludes each', async () => {
    const engagementId = await planned(clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const excluded = await vendorOf(clerk, '株式会社除外');
    const open = await vendorOf(clerk, '株式会社未答');
    const second = await vendorOf(clerk, '株式会社次点');
    const best = await vendorOf(clerk, '株式会社最良');
    await assessed(panel, engagementId, excluded, { 'G-05': { answer: 'no' } });
    await sent(panel, engagementId, open);
    await assessed(panel, engagementId, second, { 'G-01': { answer: 'no' } });
    const winner = await assessed(panel, engagementId, best);
    await selected(panel, engagementId, winner);

    const { body } = await clerk.get(`/v1/engagements/${engagementId}/comparison`);
    expect(body.items).toMatchObject([
      { vendorName: '株式会社最良', result: 'suitable', score: '1.0000', isSelected: true },
      { vendorName: '株式会社次点', result: 'suitable', isSelected: false },
      {
        ...{ vendorName: '株式会社除外', result: 'unsuitable', score: '1.0000' },
        knockOuts: [{ criterionId: 'G-05', finding: 'failed', cover: null }],
      },
      { vendorName: '株式会社未答', status: 'sent', result: null, score: null, topics: [] },
    ]);
    const runnerUp = (body.items as Compared[]).find(
      ({ vendorName }) => vendorName === '株式会社次点',
    );
    const scores = new Map(runnerUp?.topics.map(({ topic, score }) => [topic.ja, score]));
    expect(scores.get('管理体制')).toBe('0.0000');
    expect(scores.get('ISMS認証')).toBe('1.0000');
    expect(scores.get('目的外利用及び第三者提供の禁止')).toBeNull();
  });

  it('is empty before anyone is asked', async () => {
    const engagementId = await planned(clerk, outsourcing(town));

    expect((await clerk.get(`/v1/engagements/${engagementId}/comparison`)).body).toMatchObject({
      ...{ engagementId, items: [] },
    });
  });
});

const MY_NUMBER = {
  name: '個人番号',
  confidentiality: 'C3A',
  integrity: 'I2',
  availability: 'A2',
  personalInformation: true,
  specificPersonalInformation: true,
};

/** The engagement comes to hold what it is asked more about. */
async function holdMore(engagementId: string, item: object): Promise<void> {
  const version = await versionOf(clerk, engagementId);
  const url = `/v1/engagements/${engagementId}/data-items`;
  await clerk.decide(url, item, version).expect(201);
}

async function chosen(): Promise<{ engagementId: string; assessment: Assessment }> {
  const engagementId = await planned(clerk, outsourcing(town));
  await othersProven(service, panel, engagementId);
  const assessment = await assessed(panel, engagementId, await vendorOf(clerk));
  await selected(panel, engagementId, assessment);
  return { engagementId, assessment };
}

describe('a vendor whose control passes to others', () => {
  it('is selected no more, until it is selected anew', async () => {
    const engagementId = await planned(clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const candidate = await vendorOf(clerk);
    const disclosures = `/v1/vendors/${candidate.vendorId}/ownership-disclosures`;
    await clerk.post(disclosures, OWNERSHIP).expect(201);
    const assessment = await assessed(panel, engagementId, candidate);
    await selected(panel, engagementId, assessment);
    const parent = { name: '株式会社新親会社', country: 'JP' };
    await clerk.post(disclosures, { ...OWNERSHIP, parent }).expect(201);

    const url = `/v1/engagements/${engagementId}/selection`;
    expect((await clerk.get(url)).body).toMatchObject({ voidedOn: '2026-11-20' });
    expect(await stateOf(clerk, engagementId, 'K9-1-2a-3')).toBe('open');
    await selected(panel, engagementId, assessment);
    expect((await clerk.get(url)).body).toMatchObject({ voidedOn: null });
    await clerk.post(disclosures, { ...OWNERSHIP, parent, officers: [] }).expect(201);
    expect((await clerk.get(url)).body).toMatchObject({ voidedOn: null });
  });
});

describe('an engagement that comes to ask more', () => {
  it('voids the selection and what the checklist proved, and names the way out', async () => {
    const { engagementId, assessment } = await chosen();
    await holdMore(engagementId, MY_NUMBER);

    const selection = await clerk.get(`/v1/engagements/${engagementId}/selection`);
    expect(selection.body.voidedReason).toContain('選定の根拠とした内容が変わった');
    expect(await stateOf(clerk, engagementId, 'K9-1-2a-3')).toBe('open');
    expect(await stateOf(clerk, engagementId, 'K9-1-1a')).toBe('open');
    expect(await trailOf(service, assessment.id)).toContain('assessment.outdated');
    const version = await versionOf(clerk, engagementId);
    const again = await panel.decider.decide(
      `/v1/engagements/${engagementId}/selection`,
      { assessmentId: assessment.id, method: 'negotiated', reasons: '再度' },
      version,
    );
    expect(again.status).toBe(422);
    expect(again.body.facts).toMatchObject({ isOutdated: true, result: 'suitable' });
    expect(again.body.detail).toContain('送り直して');
  });

  it('leaves both as they are where nothing more is asked', async () => {
    const { engagementId } = await chosen();
    await holdMore(engagementId, {
      ...{ ...MY_NUMBER, name: '住所' },
      ...{ confidentiality: 'C2', specificPersonalInformation: false },
    });

    const selection = await clerk.get(`/v1/engagements/${engagementId}/selection`);
    expect(selection.body.voidedOn).toBeNull();
    expect(await stateOf(clerk, engagementId, 'K9-1-1a')).toBe('met');
  });

  it('sends the selection to re-review once the work has begun; it goes on meanwhile', async () => {
    const { engagementId } = await chosen();
    await service.rows(`UPDATE engagements SET status = 'active' WHERE id = $1`, [engagementId]);
    await holdMore(engagementId, MY_NUMBER);

    const selection = await clerk.get(`/v1/engagements/${engagementId}/selection`);
    expect(selection.body).toMatchObject({ reReviewSince: '2026-11-20', voidedOn: null });
    expect(await stateOf(clerk, engagementId, 'K9-1-2a-3')).toBe('met');
  });
});
