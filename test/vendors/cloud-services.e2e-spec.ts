import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenCloudService, givenVendor } from './given.js';
import { pagesOf } from './pages.js';
import { statusesOfWriters } from './writers.js';

let service: TestService;
let procurement: Client;
let vendorId: string;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
  vendorId = await givenVendor(procurement);
});
afterAll(() => service.stop());

function actionsOn(id: string): Promise<{ action: string }[]> {
  return service.rows(`SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY id`, [id]);
}

describe('registering a cloud service', () => {
  it('answers with it, its version as ETag and where it is, and records it', async () => {
    const body = {
      vendorId,
      name: '庁内ファイル共有サービス',
      edition: '自治体版',
      serviceModel: 'saas',
      insideLgwan: true,
      url: 'https://vendor.example.jp/share',
    };
    const reply = await procurement.post('/v1/cloud-services', body);

    expect(reply.status).toBe(201);
    expect(reply.headers.etag).toBe('"1"');
    const { id } = reply.body as { id: string };
    expect(reply.headers.location).toBe(`/v1/cloud-services/${id}`);
    expect(reply.body).toEqual({ ...body, id, version: 1, endedOn: null });
    expect((await procurement.get(`/v1/cloud-services/${id}`)).body).toEqual(reply.body);
    expect(await actionsOn(id)).toEqual([{ action: 'cloud-service.registered' }]);
  });

  it.each([
    { serviceModel: 'lgwan-asp', inside: true },
    { serviceModel: 'saas', inside: false },
  ])('takes a $serviceModel for inside the LGWAN: $inside', async ({ serviceModel, inside }) => {
    const body = { vendorId, name: 'メール', serviceModel };

    expect((await procurement.post('/v1/cloud-services', body)).body.insideLgwan).toBe(inside);
  });

  it.each([
    { fault: { serviceModel: 'lgwan-asp', insideLgwan: false }, at: '#/insideLgwan' },
    { fault: { serviceModel: 'asp' }, at: '#/serviceModel' },
    { fault: { vendorId: 'x' }, at: '#/vendorId' },
    { fault: { url: 'ftp://vendor.example.jp' }, at: '#/url' },
  ])('refuses a wrong $at', async ({ fault, at }) => {
    const body = { vendorId, name: '誤り', serviceModel: 'saas', ...fault };
    const reply = await procurement.post('/v1/cloud-services', body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect(await service.rows(`SELECT FROM cloud_services WHERE name = '誤り'`)).toEqual([]);
  });

  it('is done once for one Idempotency-Key', async () => {
    const key = uuidv4();
    const body = { vendorId, name: '一度だけ', serviceModel: 'paas' };
    const first = await procurement.post('/v1/cloud-services', body).set('Idempotency-Key', key);
    const second = await procurement.post('/v1/cloud-services', body).set('Idempotency-Key', key);

    expect(second.body).toEqual(first.body);
    expect(await service.rows(`SELECT FROM cloud_services WHERE name = '一度だけ'`)).toHaveLength(
      1,
    );
  });
});

describe('changing a cloud service', () => {
  it('changes what is given and records it', async () => {
    const id = await givenCloudService(procurement, vendorId);
    const change = { serviceModel: 'lgwan-asp', insideLgwan: true, endedOn: '2027-03-31' };
    const reply = await procurement.patch(`/v1/cloud-services/${id}`, change, 1);

    expect(reply.body).toMatchObject({ ...change, version: 2 });
    expect(await actionsOn(id)).toEqual([
      { action: 'cloud-service.registered' },
      { action: 'cloud-service.changed' },
    ]);
  });

  it.each([
    { body: { name: null } },
    { body: { serviceModel: 'lgwan-asp' } },
    { body: { vendorId: uuidv4() } },
  ])('refuses $body', async ({ body }) => {
    const id = await givenCloudService(procurement, vendorId);

    expect((await procurement.patch(`/v1/cloud-services/${id}`, body, 1)).status).toBe(400);
    expect((await procurement.get(`/v1/cloud-services/${id}`)).body.version).toBe(1);
  });

  it('lets one of eight writers through', async () => {
    const id = await givenCloudService(procurement, vendorId);
    const counts = await statusesOfWriters(procurement, (writer) =>
      procurement.patch(`/v1/cloud-services/${id}`, { edition: String(writer) }, 1),
    );

    expect(counts).toEqual({ 200: 1, 412: 7 });
  });

  it('asks for the version that was read', async () => {
    const id = await givenCloudService(procurement, vendorId);

    expect((await procurement.patch(`/v1/cloud-services/${id}`, {})).status).toBe(428);
  });
});

describe('listing cloud services', () => {
  it('shows those of a vendor by name over three pages, equal names included', async () => {
    const provider = await givenVendor(procurement, '提供者株式会社');
    const ids: string[] = [];
    for (const name of ['同名', '同名', 'あ', '同名', '同名']) {
      ids.push(await givenCloudService(procurement, provider, name));
    }

    const pages = await pagesOf(procurement, `/v1/cloud-services?limit=2&vendorId=${provider}`);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().sort()).toEqual(ids.sort());
  });

  it('finds one by another spelling of its name', async () => {
    const id = await givenCloudService(procurement, vendorId, 'ＣＬＯＵＤ　ストレージ');
    const { body } = await procurement.get(
      `/v1/cloud-services?name=${encodeURIComponent('cloudｽﾄﾚｰｼﾞ')}`,
    );

    expect(body.items).toMatchObject([{ id }]);
  });
});
