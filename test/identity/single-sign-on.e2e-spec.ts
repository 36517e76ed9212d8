import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { ProviderProcess, REDIRECT_URI, sentBack } from '../support/identity-provider.js';
import type { Town } from '../support/town.js';
import { memberOf } from './signing-in.js';
import {
  answered,
  atProvider,
  begun,
  configured,
  sessionsIn,
  signedOn,
  trailOf,
} from './single-sign-on.js';

let service: TestService;
let provider: ProviderProcess;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
  provider = await ProviderProcess.start();
});
afterAll(async () => {
  await service.stop();
  await provider.stop();
});
beforeEach(async () => {
  town = await service.town();
  await configured(town, provider.issuer);
});

const REFUSED = 'urn:mitodoke:problem:session.sign-in-refused';

describe('signing in with the identity provider of the body', () => {
  it('gives tokens that tell who it is', async () => {
    const member = await memberOf(town, service, 'procurement');
    await provider.knows(atProvider(member));

    const reply = await signedOn(service, town, member.email);
    const me = await service.clientWith(String(reply.body.accessToken)).get('/v1/me');

    expect(reply.status).toBe(201);
    expect(me.body).toMatchObject({
      personId: member.personId,
      organizationId: town.organizationId,
      secondFactor: { required: false, given: null },
    });
    expect(me.body.permissions).toContain('vendor:write');
    expect(await trailOf(service, town)).toEqual([
      {
        ...{ action: 'provider-account.bound', subject: 'person', isSomebodys: true },
        facts: { issuer: provider.issuer },
      },
      {
        ...{ action: 'session.started', subject: 'session', isSomebodys: true },
        facts: { secondFactor: null },
      },
    ]);
  });

  it('asks by code with PKCE, for a state and a nonce of its own each time', async () => {
    const asked = [await begun(service, town, 'a@town.example'), await begun(service, town)].map(
      ({ authorizationUrl }) => new URL(authorizationUrl).searchParams,
    );

    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      ...{ response_type: 'code', client_id: 'mitodoke', redirect_uri: REDIRECT_URI },
      ...{ scope: 'openid email', code_challenge_method: 'S256', login_hint: 'a@town.example' },
      ...{ acr_values: 'mfa' },
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(new Set(asked.map((query) => query.get(name))).size).toBe(2);
    }
  });

  it('does not mind how the id of the body is written', async () => {
    const organizationId = town.organizationId.toUpperCase();
    const given = { organizationId, redirectUri: REDIRECT_URI };

    expect((await service.anyone.post('/v1/sessions/oidc-requests', given)).status).toBe(201);
  });

  it('works for a public client, which has no secret', async () => {
    await configured(town, provider.issuer, { clientId: 'public', clientSecret: null });
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));

    expect((await signedOn(service, town, member.email)).status).toBe(201);
  });

  it('does not mind how the provider writes the address', async () => {
    const member = await memberOf(town, service, 'staff');
    const email = member.email.toUpperCase();
    await provider.knows(atProvider(member, { email }));

    expect((await signedOn(service, town, member.email)).status).toBe(201);
  });

  it('goes on when the provider changes its keys', async () => {
    const member = await memberOf(town, service, 'staff');
    const person = atProvider(member);
    await provider.knows(person);
    expect((await signedOn(service, town, member.email)).status).toBe(201);

    provider = await provider.restarted();
    await provider.knows(person);

    expect((await signedOn(service, town, member.email)).status).toBe(201);
  });
});

describe('a second factor', () => {
  it('asserted by the provider lets an administrator work', async () => {
    const member = await memberOf(town, service, 'administrator');
    await provider.knows({ ...atProvider(member), amr: ['pwd', 'mfa'] });

    const reply = await signedOn(service, town, member.email);
    const client = service.clientWith(String(reply.body.accessToken));

    expect((await client.get('/v1/me')).body.secondFactor).toEqual({
      required: true,
      given: 'identity-provider',
    });
    expect((await client.get('/v1/identity-provider')).status).toBe(200);
  });

  it.each([
    ['not asserted', ['pwd'], ['mfa']],
    ['asserted by a value that does not count', ['mfa'], ['hwk']],
    ['asserted where no value counts', ['mfa'], []],
  ])('%s is missing where a post asks for it', async (_, amr, secondFactorValues) => {
    await configured(town, provider.issuer, { secondFactorValues });
    const member = await memberOf(town, service, 'administrator');
    await provider.knows({ ...atProvider(member), amr });

    const reply = await signedOn(service, town, member.email);
    const client = service.clientWith(String(reply.body.accessToken));
    const refused = await client.get('/v1/identity-provider');

    expect(reply.status).toBe(201);
    expect(refused.status).toBe(403);
    expect(refused.body.type).toBe('urn:mitodoke:problem:session.second-factor-required');
  });
});

describe('an answer of the provider', () => {
  it('counts once', async () => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    const { ticket, authorizationUrl } = await begun(service, town, member.email);
    const answer = await sentBack(authorizationUrl);
    expect((await answered(service, ticket, answer)).status).toBe(201);

    const again = await answered(service, ticket, answer);
    const fresh = await begun(service, town, member.email);
    const elsewhere = await answered(service, fresh.ticket, answer);

    expect([again.status, elsewhere.status]).toEqual([401, 401]);
    expect(await sessionsIn(service, town)).toBe(1);
  });

  it('given many times at once counts once', async () => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    const { ticket, authorizationUrl } = await begun(service, town, member.email);
    const answer = await sentBack(authorizationUrl);

    const replies = await Promise.all(
      Array.from({ length: 4 }, () => answered(service, ticket, answer)),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
  });

  it('that came to another browser is refused: its ticket does not fit', async () => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    const planted = await sentBack((await begun(service, town, member.email)).authorizationUrl);
    const { ticket } = await begun(service, town);

    expect((await answered(service, ticket, planted)).status).toBe(401);
    expect((await answered(service, 'no ticket', planted)).status).toBe(401);
    expect(await sessionsIn(service, town)).toBe(0);
  });

  it('is refused with a code, a state or an issuer that is not its own', async () => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    const faults = [
      { code: 'wrong' },
      { state: 'wrong' },
      { iss: 'https://other.example' },
      { iss: undefined },
    ];

    for (const fault of faults) {
      const { ticket, authorizationUrl } = await begun(service, town, member.email);
      const answer = { ...(await sentBack(authorizationUrl)), ...fault };
      const reply = await answered(service, ticket, answer);
      expect([reply.status, reply.body.type]).toEqual([401, REFUSED]);
    }
    expect(await sessionsIn(service, town)).toBe(0);
    expect(await trailOf(service, town)).toHaveLength(faults.length);
  });

  it('is refused after five minutes, and where the provider was configured anew meanwhile', async () => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    const late = await begun(service, town, member.email);
    const lateAnswer = await sentBack(late.authorizationUrl);
    await service.rows(
      `UPDATE provider_sign_ins SET expires_at = now() - interval '1 second' WHERE organization_id = $1`,
      [town.organizationId],
    );
    const before = await begun(service, town, member.email);
    const beforeAnswer = await sentBack(before.authorizationUrl);
    await configured(town, provider.issuer);

    expect((await answered(service, late.ticket, lateAnswer)).status).toBe(401);
    expect((await answered(service, before.ticket, beforeAnswer)).status).toBe(401);
    expect(await sessionsIn(service, town)).toBe(0);
  });
});

describe('two bodies with a provider each', () => {
  it('do not take the word of each other’s', async () => {
    const second = await ProviderProcess.start();
    const other = await service.town();
    await configured(other, second.issuer);
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    await second.knows(atProvider(member));
    const [mine, theirs] = [
      await begun(service, town, member.email),
      await begun(service, other, member.email),
    ];
    const answers = [
      await sentBack(mine.authorizationUrl),
      await sentBack(theirs.authorizationUrl),
    ] as const;

    const mixed = [
      await answered(service, mine.ticket, { ...answers[1], state: answers[0].state }),
      await answered(service, theirs.ticket, { ...answers[0], state: answers[1].state }),
    ];
    await second.stop();

    expect(mixed.map(({ status }) => status)).toEqual([401, 401]);
    expect(await sessionsIn(service, town)).toBe(0);
    expect(await sessionsIn(service, other)).toBe(0);
  });
});
