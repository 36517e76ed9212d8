import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { applied, castOf, type Cast } from '../support/approval.js';
import { plan, residentService } from '../support/engagement.js';
import { ASSESSED, OWNERSHIP } from '../vendors/given.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await castOf(service);
});
afterAll(() => service.stop());

interface Places {
  readonly classes: string[];
  readonly services: { readonly places: object[] }[];
}

async function placesOf(engagementId: string): Promise<Places> {
  const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/places`).expect(200);
  return body as Places;
}

async function relocated(cloudServiceId: string): Promise<void> {
  const items = [
    { country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' },
    { country: 'US', use: 'support-access' },
  ];
  await cast.manager.put(`/v1/cloud-services/${cloudServiceId}/regions`, { items }, 1).expect(200);
}

describe('the places of an engagement', () => {
  it('are none before a service is selected or applied for', async () => {
    const { id } = await plan(cast.manager, residentService(cast.town));
    const { body } = await cast.manager.get(`/v1/engagements/${id}/places`);

    expect(body.services).toEqual([]);
    expect(body.classes).toContain('C2');
  });

  it('are those of a service applied for, held against what is allowed for the classes', async () => {
    const { engagementId, cloudServiceId } = await applied(service, cast);
    await relocated(cloudServiceId);
    const undecided = await placesOf(engagementId);
    const { classes } = undecided;
    expect(undecided.services).toEqual([
      {
        cloudServiceId,
        places: [
          {
            ...{ country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' },
            ...{ isAllowed: false, notAllowedFor: [], undecidedFor: classes },
            ...{ assessment: null, isAssessmentMissing: false },
          },
          {
            ...{ country: 'US', providerRegion: null, use: 'support-access' },
            ...{ isAllowed: false, notAllowedFor: [], undecidedFor: classes },
            ...{ assessment: null, isAssessmentMissing: true },
          },
        ],
        ...{ providerControl: null, terms: null },
      },
    ]);

    const items = classes.map((confidentiality) => ({ confidentiality, countries: ['JP'] }));
    const administrator = await cast.town.as('administrator');
    await administrator.put('/v1/organization/allowed-places', { items }, 0).expect(200);
    const decided = await placesOf(engagementId);
    expect(decided.services[0]?.places).toMatchObject([
      { country: 'JP', isAllowed: true, undecidedFor: [] },
      { country: 'US', isAllowed: false, notAllowedFor: classes, undecidedFor: [] },
    ]);
  });

  it('tell what was made of the law there, of control and of the terms', async () => {
    const { engagementId, cloudServiceId } = await applied(service, cast);
    await relocated(cloudServiceId);
    const assessed = await cast.department.post('/v1/country-assessments', ASSESSED).expect(201);
    const url = `/v1/cloud-services/${cloudServiceId}`;
    const { vendorId } = (await cast.manager.get(url)).body as { vendorId: string };
    const abroad = { ...OWNERSHIP, parent: { name: 'Parent GmbH', country: 'DE' } };
    await cast.manager.post(`/v1/vendors/${vendorId}/ownership-disclosures`, abroad).expect(201);
    const law = { governingLaw: 'JP', jurisdiction: '東京地方裁判所' };
    const read = { url: 'https://example.jp/terms', title: '利用規約', takenOn: '2026-11-20' };
    const terms = await cast.manager
      .post(`${url}/terms-snapshots`, { ...read, text: '第１条', ...law })
      .expect(201);

    const [found] = (await placesOf(engagementId)).services;
    expect(found?.places[1]).toMatchObject({
      assessment: { id: assessed.body.id, risk: 'medium', validUntil: '2027-03-31' },
      isAssessmentMissing: false,
    });
    expect(found).toMatchObject({
      providerControl: { country: 'DE', assessment: null, isAssessmentMissing: true },
      terms: { termsSnapshotId: terms.body.id, ...law, notifiesForeignDemands: null },
    });
    service.itIs('2027-04-01');
    const [lapsed] = (await placesOf(engagementId)).services;
    service.itIs('2026-11-20');
    expect(lapsed?.places[1]).toMatchObject({ assessment: null, isAssessmentMissing: true });
  });

  it('are not found for an engagement that is not there', async () => {
    expect((await cast.manager.get(`/v1/engagements/${uuidv4()}/places`)).status).toBe(404);
  });
});
