import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lightService, plan } from '../support/engagement.js';
import { exchange, sendRaw, type RawReply } from '../support/raw-http.js';
import { ABSENT, Refusals } from './refusals.js';

/** What the OWASP Secure Headers Project names for answers that are no page of a browser application. */
const EXPECTED = {
  'cache-control': /^no-store$/,
  'content-security-policy': /^default-src 'none'/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'x-permitted-cross-domain-policies': /^none$/,
};
/** What tells an attacker which faults to look for. */
const TELLTALES = ['server', 'x-powered-by', 'x-aspnet-version', 'via'];

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

let refusals: Refusals;
let authorization: string;
let engagement: string;

beforeAll(async () => {
  refusals = await Refusals.start();
  const town = await refusals.service.town();
  const { client, token } = await town.someoneAs('procurement', 'section-manager', 'administrator');
  authorization = `Bearer ${token}`;
  await client.post('/v1/audit-trail/checkpoints');
  engagement = (await plan(client, lightService(town))).id;
});
afterAll(() => refusals.service.stop());

function expectSecurityHeaders({ status, headers }: RawReply): void {
  // Express says its own policy with a redirect; who may frame it is told by X-Frame-Options.
  if (status !== 301) {
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
  }
  for (const [name, value] of Object.entries(EXPECTED)) {
    expect(headers.get(name), name).toMatch(value);
  }
  for (const name of TELLTALES) expect(headers.has(name), name).toBe(false);
}

interface Kind {
  readonly kind: string;
  readonly status: number;
  readonly method?: string;
  readonly path: () => string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const POST = { method: 'POST', path: () => '/v1/vendors' };

const KINDS: readonly Kind[] = [
  { kind: 'a resource', status: 200, path: () => '/v1/me' },
  { kind: 'a list', status: 200, path: () => '/v1/vendors' },
  { kind: 'something created', status: 201, ...POST, body: '{"name":"a"}', headers: JSON_TYPE },
  { kind: 'an XLSX', status: 200, path: () => '/v1/register/engagements?format=xlsx' },
  { kind: 'a page', status: 200, path: () => `/v1/engagements/${engagement}/chain?format=html` },
  { kind: 'an export', status: 200, path: () => '/v1/audit-trail/export' },
  { kind: 'a probe', status: 200, path: () => '/health/live' },
  { kind: 'the documentation', status: 200, path: () => '/docs/' },
  { kind: 'a script of it', status: 200, path: () => '/docs/swagger-ui-init.js' },
  { kind: 'the contract', status: 200, path: () => '/docs/openapi.json' },
  { kind: 'a way to it', status: 301, path: () => '/docs' },
  { kind: 'broken JSON', status: 400, ...POST, body: '{', headers: JSON_TYPE },
  { kind: 'nothing', status: 404, path: () => `/v1/vendors/${ABSENT}` },
  { kind: 'no such path', status: 404, path: () => '/nothing' },
  { kind: 'no such method', status: 405, method: 'TRACE', path: () => '/v1/vendors' },
  { kind: 'too long a parameter', status: 414, path: () => `/v1/vendors/${'a'.repeat(600)}` },
  { kind: 'half an escape', status: 400, path: () => '/v1/vendors/%' },
  {
    kind: 'another media type',
    status: 415,
    ...POST,
    body: 'a',
    headers: { 'content-type': 'a/b' },
  },
  {
    kind: 'no If-Match',
    status: 428,
    method: 'PATCH',
    path: () => refusals.vendor,
    body: '{"address":"a"}',
    headers: JSON_TYPE,
  },
];

describe('every kind of answer', () => {
  it.each(KINDS)('has the security headers and an id of its own: $kind', async (asked) => {
    const { status, path, headers, ...request } = asked;
    const reply = await sendRaw(refusals.service, {
      ...request,
      path: path(),
      headers: { authorization, ...headers },
    });

    expect(reply.status, reply.text).toBe(status);
    expectSecurityHeaders(reply);
    expect(reply.headers.get('x-request-id')).toMatch(UUID);
  });

  it.each([
    ['without a credential', 'GET /v1/me HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 401],
    ['to what is no HTTP', 'GET\r\n\r\n', 400],
    ['to headers too large', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('has the security headers: %s', async (_, bytes, status) => {
    const reply = await exchange(refusals.service, [bytes]);

    expect(reply.status).toBe(status);
    expectSecurityHeaders(reply);
  });

  it('has an id the client did not choose', async () => {
    const headers = { 'x-request-id': 'mine', 'request-id': 'mine', traceparent: 'mine' };
    const reply = await sendRaw(refusals.service, { path: '/v1/me', headers });

    expect(reply.headers.get('x-request-id')).toMatch(UUID);
  });
});
