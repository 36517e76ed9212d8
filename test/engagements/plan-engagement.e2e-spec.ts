import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { lightService, plan, residentService, statesOf, versionOf } from '../support/engagement.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let manager: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  town = await service.town();
  manager = await town.as('section-manager');
});
afterAll(() => service.stop());

describe('planning an engagement', () => {
  it('puts the obligations of both regimes on work that is outsourced and in the cloud', async () => {
    const engagement = await plan(manager, residentService(town));

    expect(engagement).toMatchObject({ status: 'planned', course: 'procurement', version: 1 });
    expect(engagement.facts).toEqual(
      expect.arrayContaining([
        'regime:outsourcing',
        'regime:cloud-classified',
        'important',
        'tier:high',
      ]),
    );
    const states = await statesOf(manager, engagement.id);
    expect(states.get('K9-1-2a-1')).toBe('met');
    expect(states.get('K9-1-2a-5')).toBe('open');
    expect(states.get('K9-1-4a-2')).toBe('pending');
    expect([...states.keys()].some((rule) => rule.startsWith('K9-3-'))).toBe(false);
  });

  it('puts only the light duties on a service without classified information', async () => {
    const engagement = await plan(manager, lightService(town));

    expect(engagement.course).toBe('light');
    const states = await statesOf(manager, engagement.id);
    expect([...states.keys()].filter((rule) => rule.startsWith('K9-2-'))).toEqual([]);
    expect([...states.keys()].some((rule) => rule.startsWith('K9-3-'))).toBe(true);
  });

  it('is refused for a unit outside the scope of the policy, wherever above it that is said', async () => {
    const administrator = await town.as('administrator');
    const school = await administrator.post('/v1/org-units', { name: '小学校', part: 'schools' });
    const under = { parentId: String(school.body.id) };
    const office = await administrator.post('/v1/org-units', { name: '職員室', ...under });
    const centre = { name: '学校事務センター', part: 'school-office', ...under };
    const inside = await administrator.post('/v1/org-units', centre);
    const planned = await plan(manager, lightService(town));
    const count = 'SELECT count(*)::integer FROM engagements WHERE organization_id = $1';
    const before = await service.rows(count, [town.organizationId]);

    const unitId = String(office.body.id);
    const refused = await manager.post('/v1/engagements', lightService(town, { unitId }));
    const url = `/v1/engagements/${planned.id}`;
    const moved = await manager.patch(url, { unitId }, planned.version);

    for (const reply of [refused, moved]) {
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([
        { pointer: '#/unitId', detail: expect.stringContaining('町立小学校・中学校') },
      ]);
    }
    expect(await service.rows(count, [town.organizationId])).toEqual(before);
    expect(await versionOf(manager, planned.id)).toBe(planned.version);
    await plan(manager, lightService(town, { unitId: String(inside.body.id) }));
  });

  it('forces a light service through the full rules once it holds class-2 information', async () => {
    const engagement = await plan(manager, lightService(town));
    const reply = await manager.decide(
      `/v1/engagements/${engagement.id}/data-items`,
      {
        name: '申込者名簿',
        confidentiality: 'C2',
        integrity: 'I1',
        availability: 'A1',
        personalInformation: true,
        specificPersonalInformation: false,
      },
      engagement.version,
    );

    expect(reply.status).toBe(201);
    const after = await manager.get(`/v1/engagements/${engagement.id}`);
    expect(after.body).toMatchObject({ course: 'procurement' });
    expect(after.body.facts).toContain('outside-segment');
    const states = await statesOf(manager, engagement.id);
    expect([...states.keys()].some((rule) => rule.startsWith('K9-2-'))).toBe(true);
    expect([...states.keys()].filter((rule) => rule.startsWith('K9-3-'))).toEqual([]);
  });

  it('brings the light duties back when the item is taken out again', async () => {
    const engagement = await plan(manager, lightService(town));
    const before = [...(await statesOf(manager, engagement.id)).keys()];
    const added = await manager.decide(
      `/v1/engagements/${engagement.id}/data-items`,
      {
        name: '申込者名簿',
        confidentiality: 'C2',
        integrity: 'I1',
        availability: 'A1',
        personalInformation: true,
        specificPersonalInformation: false,
      },
      engagement.version,
    );
    const { id: itemId } = added.body as { id: string };
    const version = await versionOf(manager, engagement.id);
    const removed = await manager.delete(
      `/v1/engagements/${engagement.id}/data-items/${itemId}`,
      version,
    );

    expect(removed.status).toBe(204);
    expect([...(await statesOf(manager, engagement.id)).keys()]).toEqual(before);
  });

  it.each([
    ['an unknown class', { confidentiality: 'C9' }, '#/dataItems/0/confidentiality'],
    [
      'My Number information that is not personal',
      { specificPersonalInformation: true, personalInformation: false },
      '#/dataItems/0/personalInformation',
    ],
    [
      'My Number information classed as fit to be published',
      { specificPersonalInformation: true, confidentiality: 'C1' },
      '#/dataItems/0/confidentiality',
    ],
  ])('refuses %s and writes nothing', async (_, fault, pointer) => {
    const count = 'SELECT count(*)::int AS rows FROM engagements';
    const before = await service.rows(count);
    const item = {
      name: '名簿',
      confidentiality: 'C2',
      integrity: 'I1',
      availability: 'A1',
      personalInformation: true,
      specificPersonalInformation: false,
      ...fault,
    };
    const reply = await manager.post(
      '/v1/engagements',
      residentService(town, { dataItems: [item] }),
    );

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await service.rows(count)).toEqual(before);
  });

  it.each([
    ['a unit of nobody', { unitId: '01900000-0000-7000-8000-000000000000' }, '#/unitId'],
    ['an unknown segment', { segment: 'moon' }, '#/segment'],
    ['an end before the start', { endsOn: '2026-11-01' }, '#/endsOn'],
  ])('refuses %s, pointing at it', async (_, fault, pointer) => {
    const reply = await manager.post('/v1/engagements', residentService(town, fault));

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
  });

  it('refuses the unit of another town exactly as one that does not exist', async () => {
    const other = await service.town();
    const reply = await manager.post(
      '/v1/engagements',
      residentService(town, { unitId: other.unitId }),
    );
    const random = await manager.post(
      '/v1/engagements',
      residentService(town, { unitId: '01900000-0000-7000-8000-000000000000' }),
    );

    expect(reply.status).toBe(random.status);
    expect(reply.text).toBe(random.text);
  });
});
