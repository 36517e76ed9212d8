import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { sendRaw, type RawReply, type RawRequest } from '../support/raw-http.js';
import { expectProblem } from './refusals.js';

const LIMITS = { address: 5, credential: 2, signIn: 3, heavy: 1 };
const ME: RawRequest = { path: '/v1/me' };
const LEDGER: RawRequest = { path: '/v1/register/engagements' };
const SIGN_IN: RawRequest = {
  method: 'POST',
  path: '/v1/sessions',
  headers: { 'content-type': 'application/json' },
  body: '{"email":"nobody@town.example","password":"x"}',
};

let service: TestService;
let newCredential: () => Promise<Record<string, string>>;

beforeAll(async () => {
  service = await TestService.start({
    http: { rateLimits: LIMITS, trustedProxies: ['127.0.0.0/8'] },
  });
  const town = await service.town();
  newCredential = async () => {
    const { token } = await town.someoneAs('procurement');
    return { authorization: `Bearer ${token}` };
  };
});
afterAll(() => service.stop());

let addresses = 0;

/** An address nobody came from yet. */
function newAddress(): string {
  addresses += 1;
  return `198.18.0.${String(addresses)}`;
}

/** Sends through the proxy from an address. */
function sendFrom(
  address: string,
  request: RawRequest,
  headers: Record<string, string> = {},
): Promise<RawReply> {
  const forwarded = { 'x-forwarded-for': address };
  return sendRaw(service, {
    ...request,
    headers: { ...request.headers, ...headers, ...forwarded },
  });
}

/** Sends the same from an address again and again. @returns the statuses */
async function sendTimes(count: number, address: string, request: RawRequest): Promise<number[]> {
  const seen: number[] = [];
  for (let sent = 0; sent < count; sent += 1) seen.push((await sendFrom(address, request)).status);
  return seen;
}

/** Holds a reply to be the refusal of one limit, said in every way there is. */
function expectTooMany(reply: RawReply, policy: string): void {
  expectProblem(reply, 429, 'ja');
  expect(JSON.parse(reply.text)).toMatchObject({
    type: 'urn:mitodoke:problem:request.too-many',
    facts: { violatedPolicies: [policy] },
  });
  expect(reply.headers.get('ratelimit')).toMatch(new RegExp(`"${policy}";r=0;t=\\d+`));
  const wait = Number(reply.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
}

describe('an address that sends too much', () => {
  it('is refused before its credential is looked at, and nothing is done', async () => {
    const address = newAddress();
    const before = await everythingIn(service);

    expect(await sendTimes(5, address, ME)).toEqual([401, 401, 401, 401, 401]);
    expectTooMany(await sendFrom(address, ME), 'address');
    expectTooMany(await sendFrom(address, SIGN_IN), 'address');
    expect(await everythingIn(service)).toEqual(before);
    expect((await sendFrom(newAddress(), ME)).status).toBe(401);
  });

  it('is refused in English where it asks for that', async () => {
    const address = newAddress();
    await sendTimes(5, address, ME);

    expectProblem(await sendFrom(address, ME, { 'accept-language': 'en' }), 429, 'en');
  });

  it.each(['/v1/nothing', '/docs/', '/docs/openapi.json', '/.well-known/security.txt'])(
    'is refused wherever it goes: %s',
    async (path) => {
      const address = newAddress();
      await sendTimes(5, address, { path });

      expectTooMany(await sendFrom(address, { path }), 'address');
    },
  );

  it('is still answered by the probes, which are not counted', async () => {
    const address = newAddress();
    await sendTimes(5, address, ME);

    for (const path of ['/health/live', '/health/ready']) {
      const { status, headers } = await sendFrom(address, { path });
      expect(status).toBe(200);
      expect(headers.has('ratelimit')).toBe(false);
    }
  });

  it('is known by what the proxy adds, whatever it claims before that', async () => {
    const address = newAddress();
    await sendTimes(5, address, ME);

    expectTooMany(await sendFrom(`${newAddress()}, ${address}`, ME), 'address');
  });

  it('is one network of 64 bits where it is IPv6', async () => {
    await sendTimes(5, '2001:db8:0:1::1', ME);

    expectTooMany(await sendFrom('2001:db8:0:1::2', ME), 'address');
    expect((await sendFrom('2001:db8:0:2::1', ME)).status).toBe(401);
  });
});

describe('an address without a proxy that is trusted', () => {
  it('cannot take another name', async () => {
    const direct = await TestService.start({ http: { rateLimits: { ...LIMITS, address: 1 } } });
    try {
      const send = (claimed: string): Promise<RawReply> =>
        sendRaw(direct, { ...ME, headers: { 'x-forwarded-for': claimed } });
      expect((await send('192.0.2.1')).status).toBe(401);

      expectTooMany(await send('192.0.2.2'), 'address');
    } finally {
      await direct.stop();
    }
  });
});

describe('a credential that sends too much', () => {
  it('is refused after 401 and before 403, wherever it comes from', async () => {
    const credential = await newCredential();
    const forbidden: RawRequest = { path: '/v1/audit-trail' };
    const send = (): Promise<RawReply> => sendFrom(newAddress(), forbidden, credential);

    expect((await send()).status).toBe(403);
    expect((await send()).status).toBe(403);
    expectTooMany(await send(), 'credential');
    expect((await sendFrom(newAddress(), forbidden)).status).toBe(401);
  });

  it('does not hinder another at the same address', async () => {
    const address = newAddress();
    const credential = await newCredential();
    for (let sent = 0; sent < 3; sent += 1) await sendFrom(address, ME, credential);

    expect((await sendFrom(address, ME, await newCredential())).status).toBe(200);
  });

  it('is held to the stricter limit for what is heavy alone', async () => {
    const credential = await newCredential();
    expect((await sendFrom(newAddress(), LEDGER, credential)).status).toBe(200);

    expectTooMany(await sendFrom(newAddress(), LEDGER, credential), 'heavy');
  });
});

describe('sign-ins of an address', () => {
  it('are limited by themselves', async () => {
    const address = newAddress();

    expect(await sendTimes(3, address, SIGN_IN)).toEqual([401, 401, 401]);
    expectTooMany(await sendFrom(address, SIGN_IN), 'sign-in');
    expect((await sendFrom(address, ME)).status).toBe(401);
  });
});

describe('what is left', () => {
  it('is told with the answer, for each limit that counted the request', async () => {
    const { headers } = await sendFrom(newAddress(), LEDGER, await newCredential());

    expect(headers.get('ratelimit-policy')).toBe(
      '"address";q=5;w=60, "credential";q=2;w=60, "heavy";q=1;w=60',
    );
    expect(headers.get('ratelimit')).toMatch(
      /^"address";r=4;t=\d+, "credential";r=1;t=\d+, "heavy";r=0;t=\d+$/,
    );
  });

  it.each([
    ['without a credential', 401, ME],
    ['of a path that is none', 404, { path: '/v1/nothing' }],
    ['of a method that is none', 405, { method: 'PUT', path: '/v1/me' }],
    ['of the documentation', 200, { path: '/docs/' }],
  ])('is told with an answer %s', async (_, status, request) => {
    const reply = await sendFrom(newAddress(), request);

    expect(reply.status).toBe(status);
    expect(reply.headers.get('ratelimit-policy')).toBe('"address";q=5;w=60');
    expect(reply.headers.get('ratelimit')).toMatch(/^"address";r=4;t=\d+$/);
    expect(reply.headers.has('retry-after')).toBe(false);
  });
});
