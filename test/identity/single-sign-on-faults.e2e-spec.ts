import type { Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { FaultyProvider, type Answer, type Fault } from '../support/faulty-provider.js';
import { REDIRECT_URI } from '../support/identity-provider.js';
import type { Town } from '../support/town.js';
import { memberOf, signedIn, type Member } from './signing-in.js';
import { answered, atProvider, begun, configured, sessionsIn, trailOf } from './single-sign-on.js';

let service: TestService;
let provider: FaultyProvider;
let town: Town;
let member: Member;

beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  provider = await FaultyProvider.start();
  town = await service.town();
  member = await memberOf(town, service, 'staff');
  provider.person = { ...atProvider(member).claims };
  await configured(town, provider.issuer);
  return () => provider.stop();
});

/** Begins a sign-in and gives the answer of a provider that has the fault. */
async function signOn(fault: Fault): Promise<Response> {
  const { ticket, authorizationUrl } = await begun(service, town);
  const asked = new URL(authorizationUrl).searchParams;
  provider.nonce = asked.get('nonce') ?? '';
  provider.fault = fault;
  return answered(service, ticket, { code: 'any', state: asked.get('state') });
}

const HOUR_AGO = Math.floor(Date.now() / 1000) - 3600;

describe('an ID token', () => {
  it('without a fault signs in', async () => {
    expect((await signOn({})).status).toBe(201);
  });

  it.each<[string, Fault]>([
    ['of another issuer', { claims: { iss: 'https://other.example' } }],
    ['for another client', { claims: { aud: 'other' } }],
    [
      'for several, of which another one may use it',
      { claims: { aud: ['mitodoke', 'other'], azp: 'other' } },
    ],
    ['for nobody', { claims: { aud: undefined } }],
    ['with another nonce', { claims: { nonce: 'other' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that expired', { claims: { iat: HOUR_AGO, exp: HOUR_AGO + 60 } }],
    ['that never expires', { claims: { exp: undefined } }],
    ['that is not good yet', { claims: { nbf: HOUR_AGO + 7200 } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['with a subject that nothing can be', { claims: { sub: 'a\u0000' } }],
    ['with an endless subject', { claims: { sub: 'a'.repeat(5000) } }],
    ['with an address that nothing can be', { claims: { email: 'a\u0000@town.example' } }],
    ['signed by a key that is gone', { signed: 'by-another-key' }],
    ['signed by another key of the same name', { signed: 'by-another-key-of-that-name' }],
    ['signed by the client secret', { signed: 'by-the-secret' }],
    ['that is not signed', { signed: 'not-at-all' }],
    ['whose signature was taken off', { altered: (token) => token.replace(/[^.]+$/, '') }],
  ])('%s is refused, and nothing begins', async (_, fault) => {
    const reply = await signOn(fault);

    expect([reply.status, reply.body.type]).toEqual([
      401,
      'urn:mitodoke:problem:session.sign-in-refused',
    ]);
    expect(await sessionsIn(service, town)).toBe(0);
    expect(await trailOf(service, town)).toEqual([
      expect.objectContaining({ action: 'session.refused', subject: 'organization' }),
    ]);
  });

  it('is refused as a wrong password is, byte for byte', async () => {
    const refused = await signOn({ claims: { nonce: 'other' } });
    const given = { email: member.email, password: 'wrong' };

    expect(refused.text).toBe((await service.anyone.post('/v1/sessions', given)).text);
  });

  it('is missing from an answer that is refused', async () => {
    const body = JSON.stringify({ access_token: 'any', token_type: 'Bearer' });

    expect((await signOn({ answers: { '/token': { status: 200, body } } })).status).toBe(401);
  });
});

const BROKEN: readonly [string, Answer][] = [
  ['nothing', 'nothing'],
  ['that it failed', { status: 500, body: '{}' }],
  ['that it is to be asked elsewhere', { status: 302, body: '' }],
  ['no JSON', { status: 200, body: '<html>' }],
  ['something else', { status: 200, body: '[]' }],
  ['without end', { status: 200, body: `{"a":"${'a'.repeat(600_000)}"}` }],
];

describe('a provider that is broken', () => {
  it.each(BROKEN)('answers %s where it is asked what it is', async (_, answer) => {
    provider.fault = { answers: { '/.well-known/openid-configuration': answer } };

    await expectUnavailable(await beginning());
    expect(await waiting()).toBe(0);
  });

  it.each<[string, (issuer: string) => object]>([
    ['another issuer', () => ({ issuer: 'https://other.example' })],
    ['an issuer written otherwise', (issuer) => ({ issuer: `${issuer}/` })],
    ['no page to sign in at', () => ({ authorization_endpoint: undefined })],
  ])('names %s', async (_, otherwise) => {
    const { issuer } = provider;
    const told = { issuer, authorization_endpoint: `${issuer}/authorize`, ...otherwise(issuer) };
    const body = JSON.stringify(told);
    provider.fault = { answers: { '/.well-known/openid-configuration': { status: 200, body } } };

    await expectUnavailable(await beginning());
  });

  it.each(
    BROKEN.flatMap(([what, answer]) => ['/token', '/jwks'].map((at) => ({ what, at, answer }))),
  )('answers $what at $at', async ({ at, answer }) => {
    const reply = await signOn({ answers: { [at]: answer } });

    // What has the form of an answer and is none proves nothing either.
    expect([401, 503]).toContain(reply.status);
    if (reply.status === 503) await expectUnavailable(reply);
    expect(await sessionsIn(service, town)).toBe(0);
  });

  it('that never answers is not waited for', async () => {
    const reply = await signOn({ answers: { '/token': 'never' } });

    await expectUnavailable(reply);
    expect(reply.body.facts).toEqual({ reason: 'OAUTH_TIMEOUT' });
  });

  it('does not know this service any more', async () => {
    const body = JSON.stringify({ error: 'invalid_client' });
    const reply = await signOn({ answers: { '/token': { status: 401, body } } });

    await expectUnavailable(reply);
    expect(reply.body.facts).toEqual({ reason: 'invalid_client' });
  });

  it('does not keep others from signing in by password', async () => {
    provider.fault = { answers: { '/.well-known/openid-configuration': 'nothing' } };
    await beginning();

    expect((await signedIn(service, member)).accessToken).toBeTypeOf('string');
  });
});

function beginning(): Promise<Response> {
  const { organizationId } = town;
  return service.anyone
    .post('/v1/sessions/oidc-requests', { organizationId, redirectUri: REDIRECT_URI })
    .then((reply) => reply);
}

async function expectUnavailable(reply: Response): Promise<void> {
  expect([reply.status, reply.body.type]).toEqual([
    503,
    'urn:mitodoke:problem:identity-provider.unavailable',
  ]);
  expect(reply.headers['retry-after']).toBe('5');
  expect(await sessionsIn(service, town)).toBe(0);
}

async function waiting(): Promise<number> {
  const rows = await service.rows('SELECT 1 FROM provider_sign_ins WHERE organization_id = $1', [
    town.organizationId,
  ]);
  return rows.length;
}
