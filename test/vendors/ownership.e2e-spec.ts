import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { v4 as uuidv4 } from 'uuid';
import { TestService, type Client } from '../support/api.js';
import { givenCertificate, givenCloudService, givenVendor, ISMS, OWNERSHIP } from './given.js';

const TERMS = {
  url: 'https://vendor.example.jp/terms',
  title: '利用規約',
  takenOn: '2026-04-01',
  text: '第1条',
};
const LOOKED_UP = { result: 'scope-matches', registerUrl: 'https://register.example.jp/1' };

/** Ids of one body: what another body must not be able to tell from nothing. */
interface Ids {
  readonly vendor: string;
  readonly certificate: string;
  readonly service: string;
  readonly snapshot: string;
  readonly disclosure: string;
}

const NOTHING: Ids = {
  vendor: uuidv4(),
  certificate: uuidv4(),
  service: uuidv4(),
  snapshot: uuidv4(),
  disclosure: uuidv4(),
};

let service: TestService;
let here: Client;
let mine: Ids;
let theirs: Ids;

beforeAll(async () => {
  service = await TestService.start();
  here = await (await service.town()).as('procurement');
  mine = await given(here);
  theirs = await given(await (await service.town()).as('procurement'));
});
afterAll(() => service.stop());

async function given(client: Client): Promise<Ids> {
  const vendor = await givenVendor(client);
  const cloud = await givenCloudService(client, vendor);
  const snapshot = await client.post(`/v1/cloud-services/${cloud}/terms-snapshots`, TERMS);
  const disclosure = await client.post(`/v1/vendors/${vendor}/ownership-disclosures`, OWNERSHIP);
  return {
    vendor,
    disclosure: disclosure.body.id,
    certificate: await givenCertificate(client, vendor),
    service: cloud,
    snapshot: snapshot.body.id,
  };
}

function seen({ status, body, headers }: Response): unknown {
  const { etag, location, link, 'content-length': length } = headers;
  return { status, body, etag, location, link, length };
}

async function written(): Promise<unknown> {
  const counts = ['vendors', 'cloud_services', 'cloud_service_regions', 'vendor_certificates']
    .concat('terms_snapshots', 'ownership_disclosures', 'audit_trail', 'idempotency_keys')
    .map((table) => `SELECT '${table}' AS table, count(*)::text FROM ${table}`);
  const versions = `SELECT id::text, version::text FROM vendors UNION ALL SELECT id::text, version::text FROM cloud_services
    UNION ALL SELECT id::text, version::text FROM vendor_certificates ORDER BY 1`;
  return [await service.rows(counts.join(' UNION ALL ')), await service.rows(versions)];
}

/** What is asked with the ids of a body in the path. */
const IN_THE_PATH: readonly (readonly [string, (ids: Ids) => Promise<Response>])[] = [
  ['reading a vendor', (ids) => here.get(`/v1/vendors/${ids.vendor}`)],
  ['changing a vendor', (ids) => here.patch(`/v1/vendors/${ids.vendor}`, { address: '甲' }, 1)],
  ['listing certificates', (ids) => here.get(`/v1/vendors/${ids.vendor}/certificates`)],
  ['adding a certificate', (ids) => here.post(`/v1/vendors/${ids.vendor}/certificates`, ISMS)],
  ['reading a certificate', (ids) => here.get(certificateAt(ids.vendor, ids))],
  ['reading a certificate by my vendor', (ids) => here.get(certificateAt(mine.vendor, ids))],
  ['changing a certificate', (ids) => here.patch(certificateAt(mine.vendor, ids), {}, 1)],
  [
    'looking a certificate up',
    (ids) => here.decide(`${certificateAt(mine.vendor, ids)}/verification`, LOOKED_UP, 1),
  ],
  ['reading who owns a vendor', (ids) => here.get(`/v1/vendors/${ids.vendor}/ownership`)],
  ['listing disclosures', (ids) => here.get(`/v1/vendors/${ids.vendor}/ownership-disclosures`)],
  [
    'disclosing who owns a vendor',
    (ids) => here.post(`/v1/vendors/${ids.vendor}/ownership-disclosures`, OWNERSHIP),
  ],
  [
    'reading a disclosure',
    (ids) => here.get(`/v1/vendors/${mine.vendor}/ownership-disclosures/${ids.disclosure}`),
  ],
  ['listing what speaks to a service', (ids) => here.get(`${serviceAt(ids)}/certificates`)],
  ['reading a cloud service', (ids) => here.get(`/v1/cloud-services/${ids.service}`)],
  ['changing a cloud service', (ids) => here.patch(`/v1/cloud-services/${ids.service}`, {}, 1)],
  ['reading regions', (ids) => here.get(`/v1/cloud-services/${ids.service}/regions`)],
  [
    'replacing regions',
    (ids) => here.put(`/v1/cloud-services/${ids.service}/regions`, { items: [] }, 1),
  ],
  ['listing terms', (ids) => here.get(`/v1/cloud-services/${ids.service}/terms-snapshots`)],
  ['keeping terms', (ids) => here.post(`/v1/cloud-services/${ids.service}/terms-snapshots`, TERMS)],
  [
    'reading terms',
    (ids) => here.get(`/v1/cloud-services/${mine.service}/terms-snapshots/${ids.snapshot}`),
  ],
];

/** What is sent with the ids of a body in the body. */
const IN_THE_BODY: readonly (readonly [string, (ids: Ids) => Promise<Response>])[] = [
  [
    'a cloud service of a vendor',
    (ids) =>
      here.post('/v1/cloud-services', { vendorId: ids.vendor, name: '甲', serviceModel: 'saas' }),
  ],
  [
    'a certificate of a cloud service',
    (ids) =>
      here.post(`/v1/vendors/${mine.vendor}/certificates`, {
        ...ISMS,
        cloudServiceId: ids.service,
      }),
  ],
  [
    'a certificate moved to a cloud service',
    (ids) => here.patch(certificateAt(mine.vendor, mine), { cloudServiceId: ids.service }, 1),
  ],
  [
    'a certificate that covers a cloud service',
    (ids) =>
      here.post(`/v1/vendors/${mine.vendor}/certificates`, {
        ...ISMS,
        coverage: { cloudServiceIds: [ids.service] },
      }),
  ],
  [
    'a renewal of a certificate',
    (ids) =>
      here.post(`/v1/vendors/${mine.vendor}/certificates`, { ...ISMS, renewsId: ids.certificate }),
  ],
];

function serviceAt({ service: id }: Ids): string {
  return `/v1/cloud-services/${id}`;
}

function certificateAt(vendor: string, { certificate }: Ids): string {
  return `/v1/vendors/${vendor}/certificates/${certificate}`;
}

describe("another body's id", () => {
  it.each(IN_THE_PATH)('in the path is as unknown as none: %s', async (_, ask) => {
    const before = await written();
    const reply = await ask(theirs);

    expect(reply.status).toBe(404);
    expect(seen(reply)).toEqual(seen(await ask(NOTHING)));
    expect(await written()).toEqual(before);
  });

  it.each(IN_THE_BODY)('in the body is as unknown as none: %s', async (_, ask) => {
    const before = await written();
    const reply = await ask(theirs);

    expect(reply.status).toBe(400);
    expect(seen(reply)).toEqual(seen(await ask(NOTHING)));
    expect(await written()).toEqual(before);
  });

  it('in a query finds as little as none', async () => {
    const ofTheirs = await here.get(`/v1/cloud-services?vendorId=${theirs.vendor}`);
    const ofNone = await here.get(`/v1/cloud-services?vendorId=${NOTHING.vendor}`);

    expect(ofTheirs.body).toEqual({ items: [], nextCursor: null });
    expect(seen(ofTheirs)).toEqual(seen(ofNone));
  });

  it.each(['/v1/vendors', '/v1/cloud-services'])('is in no list of %s', async (list) => {
    const { body } = await here.get(list).expect(200);

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      list === '/v1/vendors' ? mine.vendor : mine.service,
    ]);
  });
});

describe('who may do what', () => {
  it('lets any staff read and refuses them to write', async () => {
    const staff = await (await service.town()).as('staff');

    expect((await staff.get('/v1/vendors')).status).toBe(200);
    expect((await staff.get('/v1/cloud-services')).status).toBe(200);
    for (const url of [
      '/v1/vendors',
      '/v1/cloud-services',
      `/v1/vendors/${mine.vendor}/certificates`,
      `/v1/cloud-services/${mine.service}/terms-snapshots`,
    ]) {
      expect((await staff.post(url, {})).status).toBe(403);
    }
  });
});
