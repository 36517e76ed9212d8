import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';

let service: TestService;
let procurement: Client;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
});
afterAll(() => service.stop());

describe('registering a vendor', () => {
  it('answers with the vendor, its version as ETag and where it is', async () => {
    const reply = await procurement.post('/v1/vendors', {
      name: '株式会社髙橋システム',
      corporateNumber: '4011001098993',
    });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ name: '株式会社髙橋システム', version: 1 });
    expect(reply.headers.etag).toBe('"1"');
    const { id } = reply.body as { id: string };
    expect(reply.headers.location).toBe(`/v1/vendors/${id}`);
    expect(
      await service.rows('SELECT action FROM audit_trail WHERE subject_id = $1', [id]),
    ).toEqual([{ action: 'vendor.registered' }]);
  });

  it('finds it by another spelling of its name', async () => {
    const reply = await procurement.get(`/v1/vendors?name=${encodeURIComponent('㈱高橋')}`);

    expect(reply.body.items).toHaveLength(1);
  });

  it('refuses a corporate number whose check digit is wrong, pointing at it', async () => {
    const reply = await procurement.post('/v1/vendors', {
      name: '有限会社誤記',
      corporateNumber: '5011001098993',
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toEqual([
      {
        pointer: '#/corporateNumber',
        detail:
          '法人番号の検査用数字（先頭の1桁）が合いません。番号に誤りがないか確認してください。',
      },
    ]);
    expect(await service.rows(`SELECT FROM vendors WHERE name = '有限会社誤記'`)).toEqual([]);
  });

  it('refuses a second vendor with the same corporate number', async () => {
    const reply = await procurement.post('/v1/vendors', {
      name: '別の名前',
      corporateNumber: '4011001098993',
    });

    expect(reply.status).toBe(409);
    expect(reply.body.type).toBe('urn:mitodoke:problem:vendor.corporate-number-taken');
  });
});
