import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange, sendRaw } from '../support/raw-http.js';
import { expectProblem, Refusals } from './refusals.js';

const VENDORS = '/v1/vendors';

let refusals: Refusals;

beforeAll(async () => {
  refusals = await Refusals.start();
});
afterAll(() => refusals.service.stop());

describe('a header', () => {
  it.each([
    ['with blanks', 'a b'],
    ['that is empty', ''],
    ['too long', 'k'.repeat(256)],
    ['in Japanese', '鍵'],
  ])('is refused with 400: an Idempotency-Key %s', async (_, key) => {
    await refusals.expect(400, {
      method: 'POST',
      path: VENDORS,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: '{"name":"a"}',
    });
  });

  it.each([
    ['garbage', 'Bearer ÿ'],
    ['too long', `Bearer ${'a'.repeat(600)}`],
    ['empty', 'Bearer '],
    ['of another kind', 'Basic YTpi'],
  ])('is refused with 401: a credential that is %s', async (_, authorization) => {
    const reply = await refusals.expect(401, { path: VENDORS, headers: { authorization } });

    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is refused with 431 when all have more than 16 KiB', async () => {
    const headers = { 'x-long': 'a'.repeat(20_000) };

    expectProblem(await sendRaw(refusals.service, { path: VENDORS, headers }), 431, 'ja');
  });
});

describe('a method', () => {
  it.each([
    ['PUT', VENDORS, 'GET, POST'],
    ['PATCH', VENDORS, 'GET, POST'],
    ['PROPFIND', VENDORS, 'GET, POST'],
    ['OPTIONS', VENDORS, 'GET, POST'],
    ['POST', `${VENDORS}/01990000-0000-7000-8000-000000000000`, 'GET, PATCH'],
    ['GET', '/v1/sessions', 'DELETE, POST'],
    ['POST', '/health/live', 'GET'],
    ['POST', '/docs', 'GET, HEAD'],
    ['DELETE', '/docs/', 'GET, HEAD'],
  ])('is refused with 405 and told the right ones: %s %s', async (method, path, allowed) => {
    const reply = await refusals.expect(405, { method, path });

    expect(reply.headers.get('allow')).toBe(allowed);
  });
});

describe('bytes', () => {
  const to = (fields: string): string => `POST ${VENDORS} HTTP/1.1\r\nhost: a\r\n${fields}\r\n\r\n`;

  it.each([
    ['that are not HTTP', 'GET\r\n\r\n'],
    ['of an unknown method', `GRAB ${VENDORS} HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['with NUL in the path', `GET ${VENDORS}/\0 HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['with two lengths', to('content-length: 1\r\ncontent-length: 2')],
    ['with a length and chunks', to('content-length: 1\r\ntransfer-encoding: chunked')],
  ])('are refused with a problem document: %s', async (_, bytes) => {
    expectProblem(await exchange(refusals.service, [bytes]), 400, 'ja');
  });
});

describe('the language of a refusal', () => {
  it.each([
    ['ja', ''],
    ['ja', 'ja'],
    ['ja', '*'],
    ['ja', 'fr'],
    ['ja', ';;;q=,'],
    ['ja', 'x'.repeat(4000)],
    ['ja', 'en;q=0.5, ja'],
    ['ja', 'en;q=0'],
    ['en', 'en'],
    ['en', 'EN-us'],
    ['en', 'en-US,en;q=0.9,ja;q=0.8'],
    ['en', 'ja;q=0.1, en;q=0.9'],
    ['en', 'fr, en;q=0.5'],
  ] as const)('is %s for Accept-Language: %s', async (language, header) => {
    const headers = { 'accept-language': header };

    expectProblem(await sendRaw(refusals.service, { path: VENDORS, headers }), 401, language);
  });

  it('is Japanese where none is asked for', async () => {
    expectProblem(await sendRaw(refusals.service, { path: VENDORS }), 401, 'ja');
  });
});
