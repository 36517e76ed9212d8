import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenCertificate, givenCloudService, givenVendor, ISMS } from './given.js';
import { pagesOf } from './pages.js';

const NOTHING = { cloudServiceIds: null, sites: null, countries: null, providerRegions: null };
const SOC2 = {
  scheme: 'soc2-type2',
  scope: '本サービス',
  auditedFrom: '2024-10-01',
  auditedUntil: '2025-09-30',
};
const LETTER = {
  bridgeLetterUntil: '2025-12-31',
  bridgeLetterOn: '2026-01-10',
  bridgeLetterUrl: 'https://vendor.example.jp/letter.pdf',
};

let service: TestService;
let procurement: Client;
let vendorId: string;
let certificates: string;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
});
beforeEach(async () => {
  service.itIs('2026-04-01');
  vendorId = await givenVendor(procurement);
  certificates = `/v1/vendors/${vendorId}/certificates`;
});
afterAll(() => service.stop());

async function registered(body: object): Promise<string> {
  const reply = await procurement.post(certificates, { ...ISMS, ...body }).expect(201);
  return (reply.body as { id: string }).id;
}

function rowsOfVendor(): Promise<{ coverage: unknown }[]> {
  return service.rows('SELECT coverage FROM vendor_certificates WHERE vendor_id = $1', [vendorId]);
}

describe('what sort of word a certificate is', () => {
  it('is told with the criteria it can bear out', async () => {
    const isms = await procurement.post(certificates, ISMS);
    const soc2 = await procurement.post(certificates, SOC2);

    expect(isms.body).toMatchObject({
      kind: 'third-party-certification',
      provesCriteria: [{ id: 'G-02', topic: 'ISMS認証' }],
    });
    expect(soc2.body).toMatchObject({
      kind: 'attestation-report',
      provesCriteria: [{ id: 'C-07' }, { id: 'G-04' }],
    });
  });

  it('is a claim where the firm declares it of itself, even once it was looked up', async () => {
    const declared = { scheme: 'security-action-2', scope: '全社' };
    const { body } = await procurement.post(certificates, declared);
    const found = { result: 'scope-matches', registerUrl: 'https://register.example.jp/1' };
    const reply = await procurement.decide(
      `${certificates}/${String(body.id)}/verification`,
      found,
      1,
    );

    expect(body).toMatchObject({ kind: 'self-declaration', provesCriteria: [], lastDay: null });
    expect(reply.body).toMatchObject({ standing: 'claimed', lookupResult: 'scope-matches' });
  });
});

describe('a bridge letter', () => {
  it('carries the report to the day it speaks for and is shown', async () => {
    const { body } = await procurement.post(certificates, SOC2);
    expect(body).toMatchObject({ lastDay: '2026-09-30', bridgedUntil: null });

    const reply = await procurement.patch(`${certificates}/${String(body.id)}`, LETTER, 1);
    expect(reply.body).toMatchObject({
      ...LETTER,
      bridgedUntil: '2025-12-31',
      lastDay: '2026-12-31',
    });
  });

  it('for twelve months leaves a report whose period ended 14 months ago stale', async () => {
    service.itIs('2026-11-30');
    const long = { ...LETTER, bridgeLetterUntil: '2026-09-30', bridgeLetterOn: '2026-10-01' };
    const reply = await procurement.post(certificates, { ...SOC2, ...long });

    expect(reply.body).toMatchObject({
      standing: 'expired',
      lastDay: '2026-09-30',
      bridgedUntil: null,
    });
  });

  it('is refused to another scheme and in part, and nothing is written', async () => {
    const other = await procurement.post(certificates, { ...ISMS, ...LETTER });
    expect(other.status).toBe(400);
    const { bridgeLetterUrl: _, ...part } = LETTER;
    const halved = await procurement.post(certificates, { ...SOC2, ...part });
    expect(halved.status).toBe(400);
    expect(halved.body.errors[0].pointer).toBe('#/bridgeLetterUrl');
    expect(await rowsOfVendor()).toEqual([]);
  });
});

describe('what a certificate covers', () => {
  it('is kept as stated, and what is not stated is null', async () => {
    const coverage = { countries: ['JP'], sites: ['熊本データセンター'] };
    const reply = await procurement.post(certificates, { ...ISMS, coverage });

    expect(reply.status).toBe(201);
    expect(reply.body.coverage).toEqual({ ...NOTHING, ...coverage });
  });

  it('is part of what is looked up: another statement voids the look-up, the same does not', async () => {
    const coverage = { countries: ['JP'] };
    const at = `${certificates}/${await registered({ coverage })}`;
    const found = { result: 'scope-matches', registerUrl: 'https://register.example.jp/1' };
    await procurement.decide(`${at}/verification`, found, 1).expect(201);

    const same = await procurement.patch(at, { coverage }, 2);
    expect(same.body.standing).toBe('verified');
    const other = await procurement.patch(at, { coverage: { countries: ['JP', 'US'] } }, 3);
    expect(other.body).toMatchObject({ standing: 'claimed', lookupResult: null });
    const cleared = await procurement.patch(at, { coverage: null }, 4);
    expect(cleared.body.coverage).toBeNull();
  });

  it.each([
    { coverage: { countries: ['jp'] }, at: '#/coverage/countries' },
    { coverage: { sites: [' '] }, at: '#/coverage/sites' },
    { coverage: { cloudServiceIds: [uuidv4()] }, at: '#/coverage/cloudServiceIds/0' },
    { coverage: { rooms: [] }, at: '#/coverage/rooms' },
  ])('refuses $coverage and writes nothing', async ({ coverage, at }) => {
    const reply = await procurement.post(certificates, { ...ISMS, coverage });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect(await rowsOfVendor()).toEqual([]);
  });

  it('names no service of another vendor', async () => {
    const mine = await givenCloudService(procurement, vendorId);
    const others = await givenCloudService(
      procurement,
      await givenVendor(procurement, '別の事業者'),
    );
    const coverage = { cloudServiceIds: [mine, others] };
    const reply = await procurement.post(certificates, { ...ISMS, coverage });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toHaveLength(1);
    expect(reply.body.errors[0].pointer).toBe('#/coverage/cloudServiceIds/1');
    expect(await rowsOfVendor()).toEqual([]);
  });
});

describe('the certificates that speak to a cloud service', () => {
  it('are those of its provider, each held against edition, places and site', async () => {
    const used = await givenCloudService(procurement, vendorId, '共有 自治体版');
    const other = await givenCloudService(procurement, vendorId, '共有 標準版');
    const items = [
      { country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' },
      { country: 'SG', use: 'backup' },
    ];
    await procurement.put(`/v1/cloud-services/${used}/regions`, { items }, 1).expect(200);
    const listed = await registered({ cloudServiceId: other });
    const fitting = await registered({
      coverage: { cloudServiceIds: [used], countries: ['JP'], sites: ['熊本データセンター'] },
    });
    const silent = await registered({});

    const { body } = await procurement.get(
      `/v1/cloud-services/${used}/certificates?site=${encodeURIComponent('熊本データセンター')}`,
    );
    expect(body.items.map(({ id, comparison }: Compared) => ({ id, ...comparison }))).toEqual([
      {
        ...{ id: listed, service: 'not-covered', site: 'not-stated', regions: 'not-stated' },
        ...{ regionsNotCovered: [], isMismatch: true },
      },
      {
        ...{ id: fitting, service: 'covered', site: 'covered', regions: 'not-covered' },
        regionsNotCovered: [{ country: 'SG', providerRegion: null, use: 'backup' }],
        isMismatch: true,
      },
      {
        ...{ id: silent, service: 'not-stated', site: 'not-stated', regions: 'not-stated' },
        ...{ regionsNotCovered: [], isMismatch: false },
      },
    ]);
    expect(body.items[1]).toMatchObject({ standing: 'claimed', kind: 'third-party-certification' });
  });

  it('are held against the places of today, not those that ended', async () => {
    const used = await givenCloudService(procurement, vendorId);
    const at = `/v1/cloud-services/${used}/regions`;
    await procurement.put(at, { items: [{ country: 'US', use: 'storage' }] }, 1).expect(200);
    await registered({ coverage: { countries: ['JP'] } });
    service.itIs('2026-04-02');
    await procurement.put(at, { items: [{ country: 'JP', use: 'storage' }] }, 2).expect(200);

    const { body } = await procurement.get(`/v1/cloud-services/${used}/certificates`);
    expect(body.items[0].comparison).toMatchObject({ regions: 'covered', site: null });
  });

  it('are listed over pages, and are none where the provider has none', async () => {
    const used = await givenCloudService(procurement, vendorId);
    const empty = await procurement.get(`/v1/cloud-services/${used}/certificates`);
    expect(empty.body).toEqual({ items: [], nextCursor: null });

    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(await givenCertificate(procurement, vendorId));
    const pages = await pagesOf(procurement, `/v1/cloud-services/${used}/certificates?limit=2`);
    expect(pages.flat()).toEqual(ids);
  });

  it('are not found for a service that is not there', async () => {
    const reply = await procurement.get(`/v1/cloud-services/${uuidv4()}/certificates`);

    expect(reply.status).toBe(404);
  });
});

interface Compared {
  readonly id: string;
  readonly comparison: object;
}
