import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';

let service: TestService;
let procurement: Client;
let vendor: string;

beforeAll(async () => {
  service = await TestService.start();
  procurement = await (await service.town()).as('procurement');
});
afterAll(() => service.stop());
beforeEach(async () => {
  const { body } = await procurement.post('/v1/vendors', { name: '株式会社試験' });
  vendor = `/v1/vendors/${String(body.id)}`;
});

describe('the ETag', () => {
  it('is the version, as a strong tag, on every answer that shows the resource', async () => {
    const read = await procurement.get(vendor);
    const changed = await procurement.patch(vendor, { address: '一丁目' }, 1);
    const readAgain = await procurement.get(vendor);

    expect(read.headers.etag).toBe('"1"');
    expect(read.body.version).toBe(1);
    expect(changed.headers.etag).toBe('"2"');
    expect(changed.body.version).toBe(2);
    expect(readAgain.headers.etag).toBe('"2"');
    expect(readAgain.body).toEqual(changed.body);
  });

  it('is on no list, whose items have versions of their own', async () => {
    expect((await procurement.get('/v1/vendors')).headers.etag).toBeUndefined();
  });

  it('is on no refusal', async () => {
    const refused = await procurement.patch(vendor, { name: '' }, 1);

    expect(refused.status).toBe(400);
    expect(refused.headers.etag).toBeUndefined();
  });
});

describe('two writers who read the same version', () => {
  it('do not overwrite each other: one is told to read again', async () => {
    const replies = await Promise.all(
      ['甲', '乙'].map((address) => procurement.patch(vendor, { address }, 1)),
    );

    const statuses = replies.map(({ status }) => status).sort();
    const written = replies.find(({ status }) => status === 200);
    expect(statuses).toEqual([200, 412]);
    expect((await procurement.get(vendor)).body).toEqual(written?.body);
    expect(written?.body.version).toBe(2);
  });

  it('stay at one winner however many they are', async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        procurement.patch(vendor, { address: String(number) }, 1),
      ),
    );

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 412)).toHaveLength(11);
    expect((await procurement.get(vendor)).body.version).toBe(2);
  });
});

describe('If-Match', () => {
  it.each([
    ['a weak tag', 'W/"1"'],
    ['another version', '"2"'],
    ['the version without quotes', '1'],
    ['an empty tag', '""'],
    ['any version', '*'],
    ['a list', '"1", "2"'],
    ['garbage', '"1'],
  ])('of %s changes nothing', async (_, tag) => {
    const before = await everythingIn(service);

    const refused = await procurement.patch(vendor, { address: '一丁目' }).set('If-Match', tag);

    expect(refused.status).toBe(412);
    expect(refused.body.type).toBe('urn:mitodoke:problem:resource.stale');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is asked for', async () => {
    const refused = await procurement.patch(vendor, { address: '一丁目' });

    expect(refused.status).toBe(428);
    expect(refused.body.type).toBe('urn:mitodoke:problem:precondition.required');
  });
});
