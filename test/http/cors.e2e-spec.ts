import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { sendRaw, type RawReply } from '../support/raw-http.js';

const OURS = 'https://app.example';

let open: TestService;
let closed: TestService;
beforeAll(async () => {
  open = await TestService.start({ http: { corsOrigins: [OURS] } });
  closed = await TestService.start();
});
afterAll(async () => {
  await open.stop();
  await closed.stop();
});

function preflight(service: TestService, origin: string, path = '/v1/vendors'): Promise<RawReply> {
  return sendRaw(service, {
    method: 'OPTIONS',
    path,
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
}

function corsHeadersOf({ headers }: RawReply): string[] {
  return [...headers.keys()].filter((name) => name.startsWith('access-control-'));
}

describe('a page of an origin that is allowed', () => {
  it('may send what the service understands, and no cookies', async () => {
    const { status, headers } = await preflight(open, OURS);

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(OURS);
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, PATCH, DELETE');
    expect(headers.get('access-control-allow-headers')).toBe(
      'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match',
    );
    expect(headers.get('access-control-max-age')).toBe('600');
    expect(headers.get('vary')).toBe('Origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  it.each([
    [401, '/v1/vendors'],
    [404, '/v1/nothing'],
    [200, '/health/live'],
  ])('may read the answer and its headers, a refusal too: %i', async (status, path) => {
    const reply = await sendRaw(open, { path, headers: { origin: OURS } });

    expect(reply.status).toBe(status);
    expect(reply.headers.get('access-control-allow-origin')).toBe(OURS);
    expect(reply.headers.get('vary')).toBe('Origin');
    for (const name of ['ETag', 'Location', 'Link', 'RateLimit', 'Retry-After', 'X-Request-Id']) {
      expect(reply.headers.get('access-control-expose-headers')?.split(', ')).toContain(name);
    }
  });
});

describe('a page of another origin', () => {
  it.each([
    'https://evil.example',
    'https://app.example.evil.example',
    'https://evilapp.example',
    'http://app.example',
    'https://app.example:8443',
    'https://APP.example',
    'null',
    '*',
    '',
  ])('is told nothing: %s', async (origin) => {
    const asked = await preflight(open, origin);
    const sent = await sendRaw(open, { path: '/v1/vendors', headers: { origin } });

    expect(asked.status).toBe(405);
    expect(asked.headers.get('allow')).toBe('GET, POST');
    expect(sent.status).toBe(401);
    for (const reply of [asked, sent]) {
      expect(corsHeadersOf(reply)).toEqual([]);
      expect(reply.headers.get('vary')).toBe('Origin');
    }
  });

  it('is told of no path that is none', async () => {
    expect((await preflight(open, 'https://evil.example', '/v1/nothing')).status).toBe(404);
  });
});

describe('where no origin is allowed', () => {
  it('there is no preflight and no CORS header', async () => {
    const asked = await preflight(closed, OURS);
    const sent = await sendRaw(closed, { path: '/health/live', headers: { origin: OURS } });

    expect(asked.status).toBe(405);
    expect([...corsHeadersOf(asked), ...corsHeadersOf(sent)]).toEqual([]);
  });
});
