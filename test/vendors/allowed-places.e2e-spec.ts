import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { statusesOfWriters } from './writers.js';

const PLACES = '/v1/organization/allowed-places';
const HOME = { confidentiality: 'C2', countries: ['JP'] };

let service: TestService;
let administrator: Client;
let personId: string;
let staff: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-04-01');
  const town = await service.town();
  ({ client: administrator, personId } = await town.someoneAs('administrator'));
  staff = await town.as('staff');
});
afterAll(() => service.stop());

async function versionNow(): Promise<number> {
  const { body } = await administrator.get(PLACES).expect(200);
  return (body as { version: number }).version;
}

describe('where information may be handled', () => {
  it('is undecided at first', async () => {
    const reply = await staff.get(PLACES);

    expect(reply.headers.etag).toBe('"0"');
    expect(reply.body).toEqual({
      ...{ version: 0, items: [], decidedBy: null, decidedIn: null, decidedOn: null },
    });
  });

  it('is decided by who administers, in a post, for all classes at once', async () => {
    const region = { ...HOME, confidentiality: 'C3A', providerRegions: ['ap-northeast-1'] };
    const first = await administrator.put(PLACES, { items: [HOME, region] }, 0);

    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      version: 1,
      items: [{ ...HOME, providerRegions: null }, region],
      decidedBy: personId,
      decidedIn: { roleId: 'administrator', acting: false },
      decidedOn: '2026-04-01',
    });
    expect((await staff.get(PLACES)).body).toEqual(first.body);
    await administrator.put(PLACES, { items: [HOME] }, 1).expect(200);
    expect((await staff.get(PLACES)).body).toMatchObject({ version: 2, items: [HOME] });
    const trail = `SELECT count(*)::int FROM audit_trail WHERE action = 'allowed-places.decided'`;
    expect(await service.rows(trail)).toEqual([{ count: 2 }]);
  });

  it.each([
    { items: [{ ...HOME, confidentiality: 'C9' }], at: '#/items/0/confidentiality' },
    { items: [{ ...HOME, countries: ['jp'] }], at: '#/items/0/countries' },
    { items: [HOME, HOME], at: '#/items' },
  ])('is not decided by a wrong $at', async ({ items, at }) => {
    const version = await versionNow();
    const before = await everythingIn(service);
    const reply = await administrator.put(PLACES, { items }, version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is decided by nobody else, and on what was read alone', async () => {
    const before = await everythingIn(service);

    expect((await staff.put(PLACES, { items: [] }, 0)).status).toBe(403);
    expect((await administrator.put(PLACES, { items: [] })).status).toBe(428);
    expect((await administrator.put(PLACES, { items: [] }, 99)).status).toBe(412);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is decided once by eight at a time', async () => {
    const version = await versionNow();
    const counts = await statusesOfWriters(staff, () =>
      administrator.put(PLACES, { items: [HOME] }, version),
    );

    expect(counts).toEqual({ 200: 1, 412: 7 });
  });
});
