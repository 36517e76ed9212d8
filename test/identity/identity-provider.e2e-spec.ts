import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { CLIENT, REDIRECT_URI } from '../support/identity-provider.js';
import type { Town } from '../support/town.js';
import { CONFIGURATION, configured } from './single-sign-on.js';

const URL = '/v1/identity-provider';
const ISSUER = 'https://idp.town.example';
const GIVEN = { ...CONFIGURATION, issuer: ISSUER };
const TOLD = {
  issuer: ISSUER,
  clientId: CLIENT.clientId,
  hasClientSecret: true,
  redirectUris: [REDIRECT_URI],
  secondFactorValues: ['mfa'],
};

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  town = await service.town();
  administrator = await town.as('administrator');
});

function actions(): Promise<{ action: string; facts: unknown }[]> {
  return service.rows(
    `SELECT action, facts FROM audit_trail WHERE organization_id = $1 ORDER BY id`,
    [town.organizationId],
  );
}

describe('the identity provider of a body', () => {
  it('is none at first', async () => {
    const reply = await administrator.get(URL);

    expect(reply.body).toEqual({ version: 0, provider: null });
    expect(reply.headers.etag).toBe('"0"');
  });

  it('is configured by the administrator, and told without the secret', async () => {
    const reply = await administrator.put(URL, GIVEN, 0);

    expect([reply.status, reply.headers.etag]).toEqual([200, '"1"']);
    expect(reply.body).toEqual({ version: 1, provider: TOLD });
    expect((await administrator.get(URL)).body).toEqual(reply.body);
    expect(await actions()).toEqual([{ action: 'identity-provider.configured', facts: TOLD }]);
  });

  it('has a secret that is kept nowhere but sealed', async () => {
    await administrator.put(URL, GIVEN, 0);

    const [kept] = await service.rows<{ all: string }>(
      `SELECT (SELECT json_agg(p)::text FROM identity_providers p)
           || (SELECT json_agg(a)::text FROM audit_trail a) AS all`,
    );

    expect(kept?.all).toContain(ISSUER);
    expect(kept?.all).not.toContain(CLIENT.clientSecret);
  });

  it('ends, and begins again', async () => {
    await administrator.put(URL, GIVEN, 0);

    expect((await administrator.delete(URL, 1)).status).toBe(204);
    expect((await administrator.get(URL)).body).toEqual({ version: 2, provider: null });
    expect((await administrator.delete(URL, 2)).status).toBe(404);
    const kept = await service.rows(
      `SELECT issuer, sealed_secret AS secret FROM identity_providers WHERE organization_id = $1`,
      [town.organizationId],
    );
    expect(kept).toEqual([{ issuer: ISSUER, secret: null }]);
    const again = await administrator.put(URL, { ...GIVEN, clientSecret: null }, 2);
    expect(again.body).toEqual({ version: 3, provider: { ...TOLD, hasClientSecret: false } });
    expect((await actions()).map(({ action }) => action)).toEqual([
      'identity-provider.configured',
      'identity-provider.ended',
      'identity-provider.configured',
    ]);
  });

  it('is changed only by who read it last', async () => {
    await administrator.put(URL, GIVEN, 0);
    const before = await everythingIn(service);

    const replies = [
      await administrator.put(URL, GIVEN),
      await administrator.put(URL, GIVEN, 0),
      await administrator.delete(URL),
      await administrator.delete(URL, 7),
    ];

    expect(replies.map(({ status }) => status)).toEqual([428, 412, 428, 412]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('configured twice at the same moment is the first one', async () => {
    const replies = await Promise.all([
      administrator.put(URL, GIVEN, 0),
      administrator.put(URL, GIVEN, 0),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is nobody’s business but the administrator’s', async () => {
    const staff = await town.as('department-officer');
    const before = await everythingIn(service);

    const replies = [
      await staff.get(URL),
      await staff.put(URL, GIVEN, 0),
      await staff.delete(URL, 0),
      await service.anyone.get(URL),
    ];

    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 401]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    ['#/issuer', { issuer: 'http://idp.town.example' }],
    ['#/issuer', { issuer: 'no address' }],
    ['#/clientId', { clientId: ' ' }],
    ['#/clientSecret', { clientSecret: '' }],
    ['#/clientSecret', { clientSecret: undefined }],
    ['#/redirectUris', { redirectUris: [] }],
    ['#/redirectUris/0', { redirectUris: ['https://app.town.example/?a=b'] }],
    ['#/secondFactorValues', { secondFactorValues: undefined }],
  ])('is refused at %s where it is %j', async (pointer, fault) => {
    const before = await everythingIn(service);

    const reply = await administrator.put(URL, { ...GIVEN, ...fault }, 0);

    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body.errors)).toContain(pointer);
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('a sign-in by the identity provider', () => {
  function begin(given: object): ReturnType<Client['post']> {
    const { organizationId } = town;
    const body = { organizationId, redirectUri: REDIRECT_URI, ...given };
    return service.anyone.post('/v1/sessions/oidc-requests', body);
  }

  it('does not begin where there is none, which an unknown body cannot be told from', async () => {
    const ended = await service.town();
    await (await configured(ended, ISSUER)).delete(URL, 1);
    const before = await everythingIn(service);

    const replies = [
      await begin({}),
      await begin({ organizationId: ended.organizationId }),
      await begin({ organizationId: '0193f0a0-0000-7000-8000-000000000000' }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies[0]?.body.type).toBe('urn:mitodoke:problem:session.no-identity-provider');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('does not send people back to a page that is not configured', async () => {
    await administrator.put(URL, GIVEN, 0);

    for (const redirectUri of [`${REDIRECT_URI}/more`, 'https://other.example/', 'no address']) {
      const reply = await begin({ redirectUri });
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([{ pointer: '#/redirectUri' }]);
    }
  });
});
