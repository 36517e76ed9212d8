import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '../notifications/given.js';
import { TestService, type Client } from '../support/api.js';
import { assessed, criteriaOf, panelOf, selected, type Panel } from '../support/assessing.js';
import { residentService, versionOf } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { givenCertificate, givenCloudService, givenVendor } from '../vendors/given.js';
import { othersProven, outsourcing, permitted, planned, vendorOf } from './given.js';

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

async function outsourced(): Promise<string> {
  const engagementId = await planned(clerk, outsourcing(town));
  await othersProven(service, panel, engagementId);
  return engagementId;
}

describe('a candidate whose knock-out an exception covers', () => {
  it('can be selected while it does, with the exception as a condition, and no longer', async () => {
    const engagementId = await outsourced();
    const vendor = await vendorOf(clerk);
    const articles = ['K9-1-2a-5', 'K9-1-2b-3'];
    const exception = await permitted(town, engagementId, articles);
    const assessment = await assessed(panel, engagementId, vendor, { 'G-25': { answer: 'no' } });
    const asked = await criteriaOf(clerk, assessment.id);
    expect(asked.find(({ criterionId }) => criterionId === 'G-25')?.articles).toEqual(articles);
    expect(assessment.result).toBe('conditional');
    await selected(panel, engagementId, assessment);

    const ciso = await town.as('ciso');
    const end = `/v1/exceptions/${exception.id}/end`;
    await ciso.decide(end, { reason: '締結したため' }, exception.version).expect(200);
    const reply = await panel.decider.decide(
      `/v1/engagements/${engagementId}/selection`,
      { assessmentId: assessment.id, method: 'negotiated', reasons: '再度' },
      await versionOf(clerk, engagementId),
    );
    expect(reply.status).toBe(422);
    expect(reply.body.facts).toMatchObject({ result: 'conditional', knockOuts: ['G-25'] });
  });
});

describe('a candidate that offers the service of another firm', () => {
  it('is assessed with the certificates of both', async () => {
    const engagementId = await planned(clerk, residentService(town));
    const integrator = await givenVendor(clerk, '株式会社導入');
    const provider = await givenVendor(clerk, '株式会社提供');
    const certificates = [
      await givenCertificate(clerk, integrator),
      await givenCertificate(clerk, provider),
    ];
    const cloudServiceId = await givenCloudService(clerk, provider);
    const candidate = { vendorId: integrator, cloudServiceId };
    const { id } = await assessed(panel, engagementId, candidate);

    const { body } = await clerk.get(`/v1/assessments/${id}/outcome`);
    expect(body.certificates.map((each: { id: string }) => each.id)).toEqual(certificates);
  });
});

describe('a selection that another took the place of', () => {
  it('names it and the day, wherever it is read', async () => {
    const engagementId = await outsourced();
    const assessment = await assessed(panel, engagementId, await vendorOf(clerk));
    const other = await assessed(panel, engagementId, await vendorOf(clerk, '次点商会'));
    const first = await selected(panel, engagementId, assessment);
    const second = await selected(panel, engagementId, other);
    const url = `/v1/engagements/${engagementId}`;

    const { items } = (await clerk.get(`${url}/selections`).expect(200)).body as {
      items: object[];
    };

    const replacedBy = { id: second.id, decidedOn: '2026-11-20' };
    expect(items).toMatchObject([
      { id: second.id, voidedOn: null, replacedBy: null },
      { id: first.id, voidedOn: '2026-11-20', replacedBy },
    ]);
    expect((await clerk.get(`${url}/selection`)).body).toEqual(items[0]);
  });
});

describe('the contract once concluded', () => {
  it('leaves the selection as it is, unless it is under re-review', async () => {
    const engagementId = await outsourced();
    const assessment = await assessed(panel, engagementId, await vendorOf(clerk));
    await selected(panel, engagementId, assessment);
    await service.rows(`UPDATE engagements SET status = 'active' WHERE id = $1`, [engagementId]);
    const url = `/v1/engagements/${engagementId}/selection`;
    const body = { assessmentId: assessment.id, method: 'negotiated', reasons: '継続のため' };
    const closed = await panel.decider.decide(url, body, await versionOf(clerk, engagementId));
    expect(closed.status).toBe(422);
    expect(closed.body.type).toBe('urn:mitodoke:problem:engagement.wrong-stage');

    const { id, version } = assessment;
    const reopening = { reason: '報告と相違', dueOn: '2026-12-10', criteria: ['G-02'] };
    await clerk.decide(`/v1/assessments/${id}/reopening`, reopening, version).expect(200);
    expect((await clerk.get(url)).body).toMatchObject({
      ...{ reReviewSince: '2026-11-20', voidedOn: null },
    });
    const other = await assessed(panel, engagementId, await vendorOf(clerk, '後継商会'));
    await selected(panel, engagementId, other);
    expect((await clerk.get(url)).body).toMatchObject({
      ...{ assessmentId: other.id, reReviewSince: null },
    });
  });
});

describe('what was selected on', () => {
  const PERSONAL_NUMBERS = {
    ...{ name: '個人番号', confidentiality: 'C2', integrity: 'I2', availability: 'A2' },
    ...{ personalInformation: true, specificPersonalInformation: true },
  };

  it.each([
    ['void before the work begins', 'selecting', 'selection.voided'],
    ['under re-review later, once', 'active', 'selection.under-re-review'],
  ])('changes: the selection is %s, and those concerned are told', async (_, status, code) => {
    const own = await service.town();
    const clerk = await own.someoneAs('procurement');
    const decider = await own.someoneAs('department-officer', 'section-manager');
    const another = await own.as('section-manager', 'administrator');
    const cast: Panel = {
      ...(await panelOf(own)),
      ...{ clerk: clerk.client, clerkId: clerk.personId, decider: decider.client },
    };
    const work = await planned(cast.clerk, outsourcing(own));
    await othersProven(service, cast, work);
    const assessment = await assessed(cast, work, await vendorOf(cast.clerk));
    await selected(cast, work, assessment);
    await service.rows('UPDATE engagements SET status = $2 WHERE id = $1', [work, status]);
    const add = async () =>
      cast.clerk
        .decide(
          `/v1/engagements/${work}/data-items`,
          PERSONAL_NUMBERS,
          await versionOf(cast.clerk, work),
        )
        .expect(201);
    await add();
    await add();

    const managers = [cast.decider, another];
    for (const client of [cast.clerk, ...managers]) {
      expect(await codesOf(client, work)).toEqual([code]);
    }
    for (const reviewer of cast.reviewers) expect(await codesOf(reviewer, work)).toEqual([]);
  });
});

describe('reviewer and selector', () => {
  it('may be one person where the body decided so with a reason; the selection shows it', async () => {
    const village = await service.town();
    const administrator = await village.as('administrator');
    const setting = '/v1/organization/settings/separate-reviewer-and-approver';
    const { body } = await administrator.get(setting);
    const decision = { value: false, reason: '職員5人のため' };
    await administrator.put(setting, decision, body.version as number).expect(200);
    const own = await panelOf(village);
    const { client: both } = await village.someoneIn(null, 'security-reviewer', 'section-manager');
    const few: Panel = { ...own, reviewers: [both, both], decider: both };
    const engagementId = await planned(own.clerk, outsourcing(village));
    await othersProven(service, few, engagementId);
    const assessment = await assessed(few, engagementId, await vendorOf(own.clerk));
    await selected(few, engagementId, assessment);

    const url = `/v1/engagements/${engagementId}/selection`;
    expect((await both.get(url)).body.dutiesJoined).toBe(true);
  });
});
