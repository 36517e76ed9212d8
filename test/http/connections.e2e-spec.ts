import { connect, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIMEOUTS } from '../../src/shared/http/http-options.js';
import { TestService } from '../support/api.js';
import { exchange, sendRaw } from '../support/raw-http.js';
import { expectProblem, Refusals } from './refusals.js';

const QUICK = { headers: 100, request: 200, idle: 5_000, check: 20 };

let service: TestService;
let refusals: Refusals;
beforeAll(async () => {
  service = await TestService.start({ http: { timeouts: QUICK } });
  refusals = await Refusals.start();
});
afterAll(async () => {
  await service.stop();
  await refusals.service.stop();
});

describe('a client that dawdles', () => {
  it.each([
    ['with its first line', 'GET /health/live HT'],
    ['with its headers', 'GET /health/live HTTP/1.1\r\nhost: a\r\nx-slow: '],
    [
      'with its body',
      'POST /v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    ],
  ])('%s is told so and hung up on', async (_, bytes) => {
    expectProblem(await exchange(service, [bytes]), 408, 'ja');
  });

  it('by sending a byte now and then wins no time', async () => {
    const { port } = service.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /health/live HTTP/1.1\r\nhost: a\r\nx-slow: ');
    const drip = setInterval(() => socket.write('a'), 10);

    expect(await answerOf(socket)).toContain('408 Request Timeout');
    clearInterval(drip);
  });

  it('before it sends anything is hung up on', async () => {
    const { port } = service.app.getHttpServer().address() as AddressInfo;

    await answerOf(connect(port, '127.0.0.1'));
  });

  it('does not hinder the others', async () => {
    const { port } = service.app.getHttpServer().address() as AddressInfo;
    const idle = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
    for (const socket of idle) socket.write('GET /health/live HTTP/1.1\r\nx: ');

    expect((await sendRaw(service, { path: '/health/live' })).status).toBe(200);
    await Promise.all(idle.map(answerOf));
  });

  it('is given little time where nothing else is said', () => {
    expect(TIMEOUTS.headers).toBeLessThanOrEqual(10_000);
    expect(refusals.service.app.getHttpServer()).toMatchObject({
      headersTimeout: TIMEOUTS.headers,
      requestTimeout: TIMEOUTS.request,
      timeout: TIMEOUTS.idle,
      keepAliveTimeout: 72_000,
    });
  });
});

/** What came until the service hung up. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
  });
}

describe('a request that is too large', () => {
  it.each([
    ['a path', `/v1/${'a/'.repeat(9_000)}`],
    ['a query', `/v1/vendors?name=${'a'.repeat(18_000)}`],
    ['parameters', `/v1/vendors?${'a&'.repeat(9_000)}`],
  ])('is refused with 431 for %s of more than 16 KiB', async (_, path) => {
    expectProblem(await sendRaw(refusals.service, { path }), 431, 'ja');
  });

  it('is refused with 431 for many small headers', async () => {
    const headers = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [`x-${String(index)}`, 'a']),
    );

    expectProblem(await sendRaw(refusals.service, { path: '/v1/me', headers }), 431, 'ja');
  });

  it.each([1_000, 3_900])('is refused with 400 for %i parameters', async (count) => {
    await refusals.expect(400, { path: `/v1/vendors?${'a=&'.repeat(count)}` });
  });

  it('is refused with 413 for a body of more than 1 MiB whose length is not told', async () => {
    const head =
      'POST /v1/sessions HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;

    const reply = await exchange(refusals.service, [head, chunk.repeat(17), '0\r\n\r\n']);

    expectProblem(reply, 413, 'ja');
  });
});

describe('a compressed body', () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));

  it.each(['gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'GZIP', 'gzip, gzip', 'identity, gzip', ''])(
    'is refused with 415, and told that none is accepted: %s',
    async (coding) => {
      const reply = await refusals.expect(415, {
        method: 'POST',
        path: '/v1/vendors',
        headers: { 'content-type': 'application/json', 'content-encoding': coding },
        body: bomb,
      });

      expect(reply.headers.get('accept-encoding')).toBe('identity');
    },
  );

  it('is not looked at without a credential', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const request = { method: 'POST', path: '/v1/vendors', headers, body: bomb };

    expectProblem(await sendRaw(refusals.service, request), 401, 'ja');
  });
});
