import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

describe('the body itself', () => {
  it('is read by any member of staff', async () => {
    const staff = await town.as('staff');

    const reply = await staff.get('/v1/organization');

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({ id: town.organizationId, name: '試験町', type: 'town' });
  });

  it('changes what is given and leaves the rest', async () => {
    const reply = await administrator.patch(
      '/v1/organization',
      { name: '新試験町', localGovernmentCode: '434043' },
      1,
    );

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      version: 2,
      name: '新試験町',
      nameEn: 'Test Town',
      localGovernmentCode: '434043',
    });
    expect((await administrator.get('/v1/organization')).body).toEqual(reply.body);
  });

  it('gives up its code where it is set to null', async () => {
    const { version } = (await administrator.get('/v1/organization')).body as { version: number };

    const reply = await administrator.patch(
      '/v1/organization',
      { localGovernmentCode: null },
      version,
    );

    expect(reply.body).toMatchObject({ version: version + 1, localGovernmentCode: null });
  });

  it('keeps its trail for as long as it says, which the trail itself tells, and for ever again', async () => {
    const told = () =>
      service.rows<{ facts: object }>(
        `SELECT facts FROM audit_trail WHERE organization_id = $1 AND action = 'organization.changed' ORDER BY id`,
        [town.organizationId],
      );
    const earlier = (await told()).length;
    for (const [given, kept] of [
      [{ trailRetentionYears: 10 }, 10],
      [{ name: '試験町' }, 10],
      [{ trailRetentionYears: null }, null],
    ] as const) {
      const { version } = (await administrator.get('/v1/organization')).body as { version: number };
      const reply = await administrator.patch('/v1/organization', given, version);

      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({ version: version + 1, trailRetentionYears: kept });
      expect((await administrator.get('/v1/organization')).body).toEqual(reply.body);
    }
    const facts = (await told()).slice(earlier).map((entry) => entry.facts);
    expect(facts).toMatchObject([{ trailRetentionYears: 10 }, {}, { trailRetentionYears: null }]);
    expect(facts[1]).not.toHaveProperty('trailRetentionYears');
  });

  it.each([
    [
      'a code whose check digit is wrong',
      { localGovernmentCode: '434044' },
      '#/localGovernmentCode',
    ],
    ['an unknown type', { type: 'kingdom' }, '#/type'],
    ['no name', { name: null }, '#/name'],
    ['an empty English name', { nameEn: '' }, '#/nameEn'],
    ['a period of no year', { trailRetentionYears: 0 }, '#/trailRetentionYears'],
    ['a period of half a year', { trailRetentionYears: 0.5 }, '#/trailRetentionYears'],
    ['an unknown field', { motto: 'x' }, '#/motto'],
  ])('refuses %s, pointing at it', async (_, body, pointer) => {
    const before = (await administrator.get('/v1/organization')).body as { version: number };

    const reply = await administrator.patch('/v1/organization', body, before.version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect((await administrator.get('/v1/organization')).body).toEqual(before);
  });

  it('is changed only over the version that was read, and only by an administrator', async () => {
    const staff = await town.as('section-manager');

    expect((await administrator.patch('/v1/organization', { name: 'x' })).status).toBe(428);
    expect((await administrator.patch('/v1/organization', { name: 'x' }, 99)).status).toBe(412);
    expect((await staff.patch('/v1/organization', { name: 'x' }, 1)).status).toBe(403);
    expect(await service.rows(`SELECT FROM organizations WHERE name = 'x'`)).toEqual([]);
  });
});
