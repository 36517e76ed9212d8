import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { ABSENT, Refusals } from './refusals.js';

let refusals: Refusals;

beforeAll(async () => {
  refusals = await Refusals.start();
});
afterAll(() => refusals.service.stop());

/** A cursor as the service makes it for an unfiltered list, but of parts of our choosing. */
function forged(...parts: unknown[]): string {
  const filter = createHash('sha256').update(canonicalJson({})).digest('base64url').slice(0, 16);
  return Buffer.from(JSON.stringify([...parts, filter])).toString('base64url');
}

const IDS: readonly (readonly [string, string])[] = [
  ['a number', '1'],
  ['in upper case', 'ABCDEF00-0000-7000-8000-000000000000'],
  ['with a blank after it', `${ABSENT}%20`],
  ['with a line end after it', `${ABSENT}%0A`],
  ['NUL', '%00'],
  ['a surrogate', '%ED%A0%80'],
  ['SQL', `1'%20OR%20'1'='1`],
  ['a path upwards', '..%2f..%2fetc'],
  ['half an escape', '%'],
  ['an escape that is none', '%zz'],
  ['bytes that are no UTF-8', '%ff'],
];

const QUERIES: readonly (readonly [string, string])[] = [
  ['an unknown parameter', 'color=red'],
  ['NUL', 'name=%00'],
  ['a control character', 'name=%07'],
  ['NUL in the name of a parameter', 'na%00me=a'],
  ['a parameter given twice', 'name=a&name=b'],
  ['a limit given twice', 'limit=1&limit=2'],
  ['brackets', 'name[]=a'],
  ['__proto__', '__proto__=a'],
  ['constructor', 'constructor=a'],
  ['an empty parameter', 'name='],
  ['a parameter too long', `name=${'a'.repeat(201)}`],
  ['no limit', 'limit='],
  ['a limit of 0', 'limit=0'],
  ['a limit over the maximum', 'limit=201'],
  ['a limit in words', 'limit=many'],
  ['half a row', 'limit=1.5'],
  ['an infinite limit', 'limit=1e400'],
  ['a cursor that is none', 'after=abc'],
  ['an empty cursor', 'after='],
  ['a cursor of another filter', `name=a&after=${forged('a', ABSENT)}`],
  ['a cursor whose id is none', `after=${forged('a', 'x')}`],
  ['a cursor whose id is SQL', `after=${forged('a', `' OR 1=1`)}`],
  ['a cursor whose key is no text', `after=${forged(1, ABSENT)}`],
  ['a cursor whose key is nothing', `after=${forged(null, ABSENT)}`],
  ['a cursor whose key has NUL', `after=${forged('\0', ABSENT)}`],
  ['a cursor whose key is half a character', `after=${forged('\ud800', ABSENT)}`],
  ['a cursor with more parts', `after=${forged('a', ABSENT, 'a')}`],
  ['a cursor that is an object', `after=${Buffer.from('{}').toString('base64url')}`],
];

describe('an id in the path', () => {
  it.each(IDS)('is refused with 400: %s', async (_, id) => {
    await refusals.expect(400, { path: `/v1/vendors/${id}` });
  });

  it('is refused with 414 when it has 600 characters', async () => {
    await refusals.expect(414, { path: `/v1/vendors/${'a'.repeat(600)}` });
  });

  it('is refused with 404 when it names nothing', async () => {
    await refusals.expect(404, { path: `/v1/vendors/${ABSENT}` });
  });
});

describe('a fault of the address', () => {
  it.each([
    ['/v1/vendors/1', 'id'],
    ['/v1/vendors?limit=many', 'limit'],
    ['/v1/vendors?color=red', 'color'],
    ['/v1/vendors?name=%00', 'name'],
    ['/v1/vendors?name=a&name=%00', 'name'],
    ['/v1/vendors?after=abc', 'after'],
    ['/v1/search?q=%20', 'q'],
  ])('of %s names the parameter %s and nothing of the body', async (path, parameter) => {
    const { text } = await refusals.expect(400, { path });

    const { errors } = JSON.parse(text) as { errors: object[] };
    expect(errors).toEqual([{ parameter, detail: expect.any(String) }]);
  });

  it('in the name of a parameter names none', async () => {
    const { text } = await refusals.expect(400, { path: '/v1/vendors?na%00me=a' });

    expect(JSON.parse(text)).toMatchObject({ errors: [{ detail: expect.any(String) }] });
  });
});

describe('a path that is none', () => {
  it.each([
    '/',
    '/v1',
    '/v1/nothing',
    '/v1/%00',
    '/v1/vendors/',
    '//v1/vendors',
    '/V1/vendors',
    '*',
  ])('is refused with 404: %s', async (path) => {
    await refusals.expect(404, { path });
  });
});

describe('a query', () => {
  it.each(QUERIES)('is refused with 400: %s', async (_, query) => {
    await refusals.expect(400, { path: `/v1/vendors?${query}` });
  });

  it.each([
    ['a subject that is none', 'subjectId=1'],
    ['a kind with NUL', 'subjectKind=%00'],
    ['a cursor whose id is none', `after=${forged('a', '%')}`],
  ])('of the trail is refused with 400: %s', async (_, query) => {
    await refusals.expect(400, { path: `/v1/audit-trail?${query}` });
  });
});
