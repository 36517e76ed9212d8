import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenCertificate, givenCloudService, givenVendor, ISMS } from './given.js';
import { pagesOf } from './pages.js';

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

function actionsOn(id: string): Promise<{ action: string }[]> {
  return service.rows(
    `SELECT action FROM audit_trail WHERE subject_kind = 'certificate' AND subject_id = $1 ORDER BY id`,
    [id],
  );
}

describe('registering a certificate', () => {
  it('answers with it as a claim, with its last day, and records it', async () => {
    const reply = await procurement.post(certificates, ISMS);

    expect(reply.status).toBe(201);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({
      ...ISMS,
      vendorId,
      standing: 'claimed',
      lastDay: '2027-03-31',
      expiresWithinDays: null,
      lookupResult: null,
    });
    expect(await actionsOn(reply.body.id)).toEqual([{ action: 'certificate.registered' }]);
    const again = await procurement.get(`${certificates}/${String(reply.body.id)}`);
    expect(again.body).toEqual(reply.body);
  });

  it('refuses one on ISO/IEC 27001:2013 after the transition and says why', async () => {
    const reply = await procurement.post(certificates, { ...ISMS, edition: 'ISO/IEC 27001:2013' });

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:certificate.edition-no-longer-valid',
      facts: { lastDay: '2025-10-31' },
    });
    expect(reply.body.detail).toContain('2025年10月31日');
    expect(await rowsOfVendor()).toEqual([]);
  });

  it('takes one on ISO/IEC 27001:2013 before, good until the transition', async () => {
    service.itIs('2025-10-01');
    const reply = await procurement.post(certificates, { ...ISMS, edition: 'ISO/IEC 27001:2013' });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ lastDay: '2025-10-31', expiresWithinDays: 30 });
  });

  it('computes the validity of ISMAP from the audited period', async () => {
    const reply = await procurement.post(certificates, {
      scheme: 'ismap',
      number: 'C21-0001-2',
      scope: '本サービス（東京リージョン）',
      auditedFrom: '2024-04-01',
      auditedUntil: '2025-03-31',
    });

    expect(reply.body).toMatchObject({ validUntil: null, lastDay: '2026-07-31' });
  });

  it('holds a SOC 2 report whose period ended 14 months ago for stale', async () => {
    const reply = await procurement.post(certificates, {
      scheme: 'soc2-type2',
      scope: '本サービス',
      auditedFrom: '2024-02-01',
      auditedUntil: '2025-01-31',
    });

    expect(reply.body).toMatchObject({ standing: 'expired', lastDay: '2026-01-31' });
  });

  it('points at every fault of a record and writes nothing', async () => {
    const reply = await procurement.post(certificates, {
      scheme: 'privacy-mark',
      number: '12345',
      scope: '全社',
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/validUntil',
      '#/number',
    ]);
    expect(await rowsOfVendor()).toEqual([]);
  });

  it.each([
    { fault: { scheme: 'iso9001' }, at: '#/scheme' },
    { fault: { scope: null }, at: '#/scope' },
    { fault: { validUntil: '2027-02-29' }, at: '#/validUntil' },
    { fault: { evidenceUrl: 'javascript:alert(1)' }, at: '#/evidenceUrl' },
    { fault: { lookupResult: 'scope-matches' }, at: '#/lookupResult' },
  ])('refuses a wrong $at', async ({ fault, at }) => {
    const reply = await procurement.post(certificates, { ...ISMS, ...fault });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
  });

  it('is done once for one Idempotency-Key', async () => {
    const key = uuidv4();
    const first = await procurement.post(certificates, ISMS).set('Idempotency-Key', key);
    const second = await procurement.post(certificates, ISMS).set('Idempotency-Key', key);

    expect(second.status).toBe(201);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(await rowsOfVendor()).toHaveLength(1);
  });
});

describe('a certificate that names others', () => {
  it('may speak of a cloud service of the vendor', async () => {
    const cloudServiceId = await givenCloudService(procurement, vendorId);
    const reply = await procurement.post(certificates, { ...ISMS, cloudServiceId });

    expect(reply.body).toMatchObject({ cloudServiceId });
  });

  it('may not speak of a cloud service of another vendor', async () => {
    const other = await givenVendor(procurement, '別の事業者');
    const cloudServiceId = await givenCloudService(procurement, other);
    const reply = await procurement.post(certificates, { ...ISMS, cloudServiceId });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/cloudServiceId');
  });

  it('takes the place of an old one by a link, and ends its warnings', async () => {
    const renewsId = await givenCertificate(procurement, vendorId);
    service.itIs('2027-03-30');
    const reply = await procurement.post(certificates, {
      ...ISMS,
      renewsId,
      validFrom: '2027-04-01',
      validUntil: '2030-03-31',
    });

    expect(reply.body).toMatchObject({ renewsId });
    const old = await procurement.get(`${certificates}/${renewsId}`);
    expect(old.body).toMatchObject({ renewedById: reply.body.id, expiresWithinDays: null });
  });

  it('cannot renew one that has a renewal, nor one of another scheme or vendor', async () => {
    const renewsId = await givenCertificate(procurement, vendorId);
    await procurement.post(certificates, { ...ISMS, renewsId }).expect(201);

    const twice = await procurement.post(certificates, { ...ISMS, renewsId });
    expect(twice.status).toBe(409);
    expect(twice.body.type).toBe('urn:mitodoke:problem:certificate.already-renewed');
    const scheme = await procurement.post(certificates, { ...ISMS, scheme: 'iso27017', renewsId });
    expect(scheme.body.errors[0].pointer).toBe('#/renewsId');
    const other = await givenVendor(procurement, '別の事業者');
    const vendor = await procurement.post(`/v1/vendors/${other}/certificates`, {
      ...ISMS,
      renewsId,
    });
    expect(vendor.body.errors[0].pointer).toBe('#/renewsId');
    expect(await rowsOfVendor()).toHaveLength(2);
  });
});

describe('listing certificates', () => {
  it('shows those of the vendor over three pages, none lost or twice', async () => {
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(await givenCertificate(procurement, vendorId));
    await givenCertificate(procurement, await givenVendor(procurement, '別の事業者'));

    const pages = await pagesOf(procurement, `${certificates}?limit=2`);
    expect(pages).toHaveLength(3);
    expect(pages.flat()).toEqual(ids);
  });
});

function rowsOfVendor(): Promise<unknown[]> {
  return service.rows('SELECT id FROM vendor_certificates WHERE vendor_id = $1', [vendorId]);
}
