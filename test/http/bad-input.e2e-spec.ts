import { afterAll, beforeAll, describe, it } from 'vitest';
import type { RawRequest } from '../support/raw-http.js';
import { ABSENT, Refusals } from './refusals.js';

let refusals: Refusals;

beforeAll(async () => {
  refusals = await Refusals.start();
});
afterAll(() => refusals.service.stop());

type Body = string | Uint8Array;

const OBJECTS_IN_EACH_OTHER = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
const ARRAYS_IN_EACH_OTHER = `${'['.repeat(5000)}${']'.repeat(5000)}`;
const GOOD = '{"name":"a"}';

const UNFIT: readonly (readonly [string, Body])[] = [
  ['objects nested 5,000 deep', OBJECTS_IN_EACH_OTHER],
  ['arrays nested 5,000 deep', ARRAYS_IN_EACH_OTHER],
  ['a field nested 5,000 deep', `{"name":${ARRAYS_IN_EACH_OTHER}}`],
  ['60,000 values', `{"name":[${'1,'.repeat(60_000)}1]}`],
  ['NUL in a text', '{"name":"a\\u0000b"}'],
  ['a control character in a text', '{"name":"a\\u0007b"}'],
  ['a lone surrogate in a text', '{"name":"a\\ud800b"}'],
  ['NUL in a key', '{"name":"a","b\\u0000":1}'],
  ['a lone surrogate in a key', '{"name":"a","\\udfff":1}'],
  ['bytes that are no UTF-8', Buffer.from('{"name":"\xff\xfe"}', 'latin1')],
  ['Shift_JIS', Buffer.from('{"name":"\x83\x65\x83\x58\x83\x67"}', 'latin1')],
  ['an overlong NUL', Buffer.from('{"name":"\xc0\x80"}', 'latin1')],
  ['nothing', ''],
  ['blanks', '  '],
  ['broken JSON', '{"name":'],
  ['JSON and something after it', `${GOOD} x`],
  ['NaN', '{"name":NaN}'],
  ['an array', '[]'],
  ['an array of good objects', `[${GOOD}]`],
  ['a number', '5'],
  ['a text', '"name"'],
  ['null', 'null'],
  ['true', 'true'],
];

const FIELDS: readonly (readonly [string, string])[] = [
  ['an unknown field', '{"name":"a","color":"red"}'],
  ['a field of the server', `{"name":"a","organizationId":"${ABSENT}"}`],
  ['fields named as what every object has', '{"name":"a","toString":"x","hasOwnProperty":1}'],
  ['__proto__', '{"name":"a","__proto__":{"admin":true}}'],
  ['__proto__ inside', '{"name":{"__proto__":{"admin":true}}}'],
  ['constructor', '{"name":"a","constructor":{"prototype":{"admin":true}}}'],
  ['an object for a text', '{"name":{"toString":"a"}}'],
  ['an array for a text', '{"name":["a"]}'],
  ['a huge number for a text', '{"name":1e400}'],
  ['null for a required text', '{"name":null}'],
  ['an empty text', '{"name":""}'],
  ['a text of spaces', '{"name":" \u3000\u200b"}'],
  ['a text too long', `{"name":"${'あ'.repeat(201)}"}`],
  ['a day that does not exist', '{"name":"a","suspendedUntil":"2026-02-29"}'],
  ['an instant for a day', '{"name":"a","suspendedUntil":"2026-02-01T00:00:00Z"}'],
  ['a corporate number as a number', '{"name":"a","corporateNumber":4011001098993}'],
  ['an address that is none', '{"name":"a","contactEmail":"a@"}'],
];

const CHANGES: readonly (readonly [string, string])[] = [
  ['an array', '[]'],
  ['a text', '"abc"'],
  ['a number', '5'],
  ['null', 'null'],
  ['null for what cannot be empty', '{"name":null}'],
  ['its version', '{"version":7}'],
  ['its id', `{"id":"${ABSENT}"}`],
];

const MEDIA_TYPES = [
  'application/json; charset=shift_jis',
  'application/json;charset="utf-16"',
  'application/json; charset=',
  'application/jsonp',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'json',
  '*/*',
];

function registering(body: Body, headers: Record<string, string> = {}): RawRequest {
  const type = { 'content-type': 'application/json' };
  return { method: 'POST', path: '/v1/vendors', headers: { ...type, ...headers }, body };
}

describe('a body', () => {
  it.each([...UNFIT, ...FIELDS])('is refused with 400: %s', async (_, body) => {
    await refusals.expect(400, registering(body));
  });

  it.each([...UNFIT, ...FIELDS])('is refused with 400 under a key: %s', async (_, body) => {
    await refusals.expect(400, registering(body, { 'idempotency-key': 'k' }));
  });

  it.each([...UNFIT, ...CHANGES])('is refused with 400 as a change: %s', async (_, body) => {
    const headers = { 'if-match': '"1"' };
    await refusals.expect(400, {
      ...registering(body, headers),
      method: 'PATCH',
      path: refusals.vendor,
    });
  });

  it.each([
    ['NUL in an address', '/v1/sessions', '{"email":"a\\u0000@b.example","password":"x"}'],
    ['an address that is an array', '/v1/sessions', '{"email":["a@b.example"],"password":"x"}'],
    ['a password that is an object', '/v1/sessions', '{"email":"a@b.example","password":{}}'],
    [
      'a password too long',
      '/v1/sessions',
      `{"email":"a@b.example","password":"${'x'.repeat(201)}"}`,
    ],
    ['a token that is an object', '/v1/sessions/refresh', '{"refreshToken":{"$ne":""}}'],
  ])('is refused with 400 on a public path: %s', async (_, path, body) => {
    await refusals.expect(400, { ...registering(body), path });
  });

  it('is refused with 400 where there is none', async () => {
    await refusals.expect(400, { method: 'POST', path: '/v1/vendors' });
  });

  it.each(MEDIA_TYPES)('is refused with 415 as %s', async (type) => {
    await refusals.expect(415, registering(GOOD, { 'content-type': type }));
  });

  it('is refused with 415 without a media type', async () => {
    await refusals.expect(415, { method: 'POST', path: '/v1/vendors', body: GOOD });
  });

  it.each([
    'application/json; charset=UTF-8',
    'Application/JSON',
    'application/json;charset="utf-8"',
  ])('is read as %s', async (type) => {
    await refusals.expect(400, registering('{"name":""}', { 'content-type': type }));
  });

  it('is refused with 413 over 1 MiB', async () => {
    await refusals.expect(413, registering(`{"name":"${'a'.repeat(1_048_576)}"}`));
  });

  it('is refused with 413 as soon as it announces more than 1 MiB', async () => {
    await refusals.expect(413, registering(GOOD, { 'content-length': '1048577' }));
  });
});
