import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenCloudService, givenVendor } from './given.js';
import { statusesOfWriters } from './writers.js';

const TOKYO = { country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' };
const OSAKA = { country: 'JP', providerRegion: 'ap-northeast-3', use: 'backup' };
const ABROAD = { country: 'SG', providerRegion: null, use: 'support-access' };

let service: TestService;
let procurement: Client;
let vendorId: string;
let id: string;
let regions: string;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
  vendorId = await givenVendor(procurement);
});
beforeEach(async () => {
  service.itIs('2026-04-01');
  id = await givenCloudService(procurement, vendorId);
  regions = `/v1/cloud-services/${id}/regions`;
});
afterAll(() => service.stop());

describe('replacing the regions of a cloud service', () => {
  it('answers with them and raises the version of the service', async () => {
    const reply = await procurement.put(regions, { items: [ABROAD, TOKYO] }, 1);

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe('"2"');
    const since = { startedOn: '2026-04-01', endedOn: null };
    expect(reply.body).toEqual({
      version: 2,
      items: [
        { ...TOKYO, ...since },
        { ...ABROAD, ...since },
      ],
    });
    expect((await procurement.get(regions)).body).toEqual(reply.body);
    expect((await procurement.get(`/v1/cloud-services/${id}`)).body.version).toBe(2);
  });

  it('ends what is left out, keeps what stays, and can tell of a past day', async () => {
    await procurement.put(regions, { items: [TOKYO, OSAKA] }, 1).expect(200);
    service.itIs('2026-05-01');
    const reply = await procurement.put(regions, { items: [TOKYO, ABROAD] }, 2);

    expect(reply.body.items).toEqual([
      { ...TOKYO, startedOn: '2026-04-01', endedOn: null },
      { ...ABROAD, startedOn: '2026-05-01', endedOn: null },
    ]);
    const april = await procurement.get(`${regions}?on=2026-04-30`);
    expect(april.body.items).toEqual([
      { ...TOKYO, startedOn: '2026-04-01', endedOn: null },
      { ...OSAKA, startedOn: '2026-04-01', endedOn: '2026-05-01' },
    ]);
    expect((await procurement.get(`${regions}?on=2026-03-31`)).body.items).toEqual([]);
  });

  it('keeps a region that ended when it comes back', async () => {
    await procurement.put(regions, { items: [TOKYO] }, 1).expect(200);
    await procurement.put(regions, { items: [] }, 2).expect(200);
    await procurement.put(regions, { items: [TOKYO] }, 3).expect(200);

    expect(
      await service.rows(
        `SELECT started_on, ended_on FROM cloud_service_regions WHERE cloud_service_id = $1 ORDER BY id`,
        [id],
      ),
    ).toEqual([
      { started_on: '2026-04-01', ended_on: '2026-04-01' },
      { started_on: '2026-04-01', ended_on: null },
    ]);
  });

  it('records what was added and ended', async () => {
    await procurement.put(regions, { items: [TOKYO] }, 1).expect(200);
    await procurement.put(regions, { items: [OSAKA] }, 2).expect(200);

    expect(
      await service.rows(
        `SELECT facts FROM audit_trail WHERE subject_id = $1 AND action = 'cloud-service.regions-replaced' ORDER BY id`,
        [id],
      ),
    ).toEqual([
      { facts: { added: [TOKYO], ended: [] } },
      { facts: { added: [OSAKA], ended: [TOKYO] } },
    ]);
  });

  it('lets one of eight writers through', async () => {
    const counts = await statusesOfWriters(procurement, (writer) =>
      procurement.put(regions, { items: [writer % 2 === 0 ? TOKYO : OSAKA] }, 1),
    );

    expect(counts).toEqual({ 200: 1, 412: 7 });
    expect((await procurement.get(regions)).body.items).toHaveLength(1);
  });

  it('asks for the version of the service', async () => {
    expect((await procurement.put(regions, { items: [] })).status).toBe(428);
  });

  it.each([
    { items: [{ ...TOKYO, country: 'jp' }], at: '#/items/0/country' },
    { items: [{ ...TOKYO, country: 'XX' }], at: '#/items/0/country' },
    { items: [TOKYO, { ...OSAKA, use: 'sale' }], at: '#/items/1/use' },
    { items: [TOKYO, TOKYO], at: '#/items' },
    { items: [ABROAD, { country: 'SG', use: 'support-access' }], at: '#/items' },
    { items: [5], at: '#/items/0' },
    { items: [null], at: '#/items/0' },
    { items: null, at: '#/items' },
  ])('refuses what is wrong at $at: $items', async ({ items, at }) => {
    const reply = await procurement.put(regions, { items }, 1);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect((await procurement.get(regions)).body).toEqual({ version: 1, items: [] });
  });

  it('refuses a day that is none', async () => {
    expect((await procurement.get(`${regions}?on=2026-02-30`)).status).toBe(400);
  });
});
