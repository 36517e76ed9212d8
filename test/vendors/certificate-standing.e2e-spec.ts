import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenCertificate, givenVendor, ISMS } from './given.js';
import { statusesOfWriters } from './writers.js';

let service: TestService;
let procurement: Client;
let personId: string;
let vendorId: string;
let certificates: string;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  ({ client: procurement, personId } = await town.someoneAs('procurement'));
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

describe('looking a certificate up in the register', () => {
  const found = { result: 'scope-matches', registerUrl: 'https://register.example.jp/IS123456' };

  it('makes it verified and says who looked, when, and where', async () => {
    const id = await givenCertificate(procurement, vendorId);
    const reply = await procurement.decide(`${certificates}/${id}/verification`, found, 1);

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      version: 2,
      standing: 'verified',
      lookupResult: 'scope-matches',
      lookedUpById: personId,
      registerUrl: found.registerUrl,
    });
    expect(reply.body.lookedUpAt).toMatch(/^2026-04-01T03:00:\d\d\.\d{3}Z$/);
    expect(
      await service.rows(
        `SELECT facts FROM audit_trail WHERE subject_id = $1 AND action = 'certificate.looked-up'`,
        [id],
      ),
    ).toEqual([{ facts: found }]);
  });

  it('leaves it a claim where the register shows another edition or region', async () => {
    const id = await givenCertificate(procurement, vendorId);
    const differs = { ...found, result: 'scope-differs' };
    const reply = await procurement.decide(`${certificates}/${id}/verification`, differs, 1);

    expect(reply.body).toMatchObject({ standing: 'claimed', lookupResult: 'scope-differs' });
  });

  it('is void once what was looked up changes, and stays through other changes', async () => {
    const id = await givenCertificate(procurement, vendorId);
    await procurement.decide(`${certificates}/${id}/verification`, found, 1).expect(201);

    const evidence = { evidenceUrl: 'https://vendor.example.jp/isms.pdf' };
    const kept = await procurement.patch(`${certificates}/${id}`, evidence, 2);
    expect(kept.body).toMatchObject({ ...evidence, standing: 'verified' });
    const voided = await procurement.patch(`${certificates}/${id}`, { scope: '支社のみ' }, 3);
    expect(voided.body).toMatchObject({
      standing: 'claimed',
      lookupResult: null,
      lookedUpAt: null,
      lookedUpById: null,
      registerUrl: null,
    });
  });

  it('needs the version that was read', async () => {
    const id = await givenCertificate(procurement, vendorId);

    expect((await procurement.post(`${certificates}/${id}/verification`, found)).status).toBe(428);
    const stale = await procurement.decide(`${certificates}/${id}/verification`, found, 2);
    expect(stale.status).toBe(412);
    expect(await actionsOn(id)).toEqual([{ action: 'certificate.registered' }]);
  });
});

describe('changing a certificate', () => {
  it('shows a pending renewal with its evidence and limit, and its end', async () => {
    const id = await givenCertificate(procurement, vendorId);
    const pending = {
      renewalAppliedOn: '2027-03-01',
      renewalEvidenceUrl: 'https://vendor.example.jp/renewal',
      renewalLimitOn: '2027-06-30',
    };
    await procurement.patch(`${certificates}/${id}`, pending, 1).expect(200);

    service.itIs('2027-06-30');
    const waiting = await procurement.get(`${certificates}/${id}`);
    expect(waiting.body).toMatchObject({ ...pending, standing: 'renewal-pending' });
    service.itIs('2027-07-01');
    expect((await procurement.get(`${certificates}/${id}`)).body.standing).toBe('expired');
  });

  it('shows a suspension until it is lifted, and a withdrawal', async () => {
    const id = await givenCertificate(procurement, vendorId);
    const at = `${certificates}/${id}`;

    const suspended = await procurement.patch(at, { suspendedOn: '2026-03-01' }, 1);
    expect(suspended.body.standing).toBe('suspended');
    const lifted = await procurement.patch(at, { suspendedOn: null }, 2);
    expect(lifted.body).toMatchObject({ standing: 'claimed', suspendedOn: null });
    const withdrawn = await procurement.patch(at, { withdrawnOn: '2026-04-01' }, 3);
    expect(withdrawn.body.standing).toBe('withdrawn');
    expect(await actionsOn(id)).toEqual([
      { action: 'certificate.registered' },
      ...Array<object>(3).fill({ action: 'certificate.changed' }),
    ]);
  });

  it.each([
    { body: { scope: null }, status: 400 },
    { body: { validUntil: '2020-01-01' }, status: 400 },
    { body: { edition: 'JIS Q 27001:2014' }, status: 422 },
    { body: { scheme: 'ismap' }, status: 400 },
  ])('refuses $body and leaves it as it was', async ({ body, status }) => {
    const id = await givenCertificate(procurement, vendorId);
    const reply = await procurement.patch(`${certificates}/${id}`, body, 1);

    expect(reply.status).toBe(status);
    expect((await procurement.get(`${certificates}/${id}`)).body.version).toBe(1);
  });

  it('lets a fact be added to one on the ended edition', async () => {
    service.itIs('2025-10-01');
    const old = await procurement.post(certificates, { ...ISMS, edition: 'ISO/IEC 27001:2013' });
    service.itIs('2026-04-01');
    const at = `${certificates}/${String(old.body.id)}`;

    const reply = await procurement.patch(at, { withdrawnOn: '2026-03-31' }, 1);
    expect(reply.status).toBe(200);
  });

  it('takes an empty change as a change', async () => {
    const id = await givenCertificate(procurement, vendorId);

    expect((await procurement.patch(`${certificates}/${id}`, {}, 1)).body.version).toBe(2);
  });

  it('lets one of eight writers through', async () => {
    const id = await givenCertificate(procurement, vendorId);
    const counts = await statusesOfWriters(procurement, (writer) =>
      procurement.patch(`${certificates}/${id}`, { number: `IS ${String(writer)}` }, 1),
    );

    expect(counts).toEqual({ 200: 1, 412: 7 });
    expect((await procurement.get(`${certificates}/${id}`)).body.version).toBe(2);
  });

  it('asks for the version that was read', async () => {
    const id = await givenCertificate(procurement, vendorId);

    expect((await procurement.patch(`${certificates}/${id}`, { number: 'IS 1' })).status).toBe(428);
  });
});
