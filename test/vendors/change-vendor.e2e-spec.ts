import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenVendor } from './given.js';
import { statusesOfWriters } from './writers.js';

let service: TestService;
let procurement: Client;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
});
afterAll(() => service.stop());

describe('changing a vendor', () => {
  it('changes what is given, raises the version and records it', async () => {
    const id = await givenVendor(procurement, '旧社名株式会社');
    const reply = await procurement.patch(`/v1/vendors/${id}`, { name: '新社名株式会社' }, 1);

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe('"2"');
    const now = await procurement.get(`/v1/vendors/${id}`);
    expect(now.body).toEqual(reply.body);
    expect(now.body).toMatchObject({ id, name: '新社名株式会社', version: 2 });
    expect(
      await service.rows(`SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY id`, [id]),
    ).toEqual([{ action: 'vendor.registered' }, { action: 'vendor.changed' }]);
  });

  it('lets one of eight writers through', async () => {
    const id = await givenVendor(procurement);
    const counts = await statusesOfWriters(procurement, (writer) =>
      procurement.patch(`/v1/vendors/${id}`, { address: `${String(writer)}丁目` }, 1),
    );

    expect(counts).toEqual({ 200: 1, 412: 7 });
  });

  it('asks for the version that was read', async () => {
    const id = await givenVendor(procurement);

    expect((await procurement.patch(`/v1/vendors/${id}`, { address: '一丁目' })).status).toBe(428);
  });

  it('shows a suspension from tendering through its last day, and its lifting', async () => {
    const id = await givenVendor(procurement);
    service.itIs('2026-04-01');
    const reply = await procurement.patch(`/v1/vendors/${id}`, { suspendedUntil: '2026-09-30' }, 1);

    expect(reply.body).toMatchObject({ suspendedUntil: '2026-09-30', isSuspended: true });
    service.itIs('2026-10-01');
    expect((await procurement.get(`/v1/vendors/${id}`)).body.isSuspended).toBe(false);
    service.itIs('2026-09-30');
    expect((await procurement.get(`/v1/vendors/${id}`)).body.isSuspended).toBe(true);
    const lifted = await procurement.patch(`/v1/vendors/${id}`, { suspendedUntil: null }, 2);
    expect(lifted.body).toMatchObject({ suspendedUntil: null, isSuspended: false });
  });
});

describe('a sole proprietor', () => {
  it('is registered without a number, and twice by the same name if need be', async () => {
    const ids = [
      await givenVendor(procurement, '山田太郎'),
      await givenVendor(procurement, '山田太郎'),
    ];

    const { body } = await procurement.get(`/v1/vendors/${ids[1] ?? ''}`);
    expect(body.corporateNumber).toBeNull();
  });

  it('cannot be registered by a My Number', async () => {
    const reply = await procurement.post('/v1/vendors', {
      name: '山田太郎',
      corporateNumber: '123456789018',
    });

    expect(reply.status).toBe(400);
  });
});

describe('registering a vendor again', () => {
  it('by the same Idempotency-Key is done once and answers the same', async () => {
    const key = uuidv4();
    const body = { name: '一度だけ株式会社' };
    const first = await procurement.post('/v1/vendors', body).set('Idempotency-Key', key);
    const second = await procurement.post('/v1/vendors', body).set('Idempotency-Key', key);

    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(
      await service.rows(`SELECT FROM audit_trail WHERE subject_id = $1`, [first.body.id]),
    ).toHaveLength(1);
  });
});
