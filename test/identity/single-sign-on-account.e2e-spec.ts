import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { ProviderProcess } from '../support/identity-provider.js';
import type { Town } from '../support/town.js';
import { memberOf } from './signing-in.js';
import { atProvider, configured, sessionsIn, signedOn, trailOf } from './single-sign-on.js';

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

describe('whom the provider names', () => {
  it('is the person of the account, also when the address changes there', async () => {
    const member = await memberOf(town, service, 'staff');
    const person = atProvider(member);
    await provider.knows(person);
    await signedOn(service, town, member.email);

    await provider.knows({ ...person, claims: { ...person.claims, email: 'new@town.example' } });

    expect((await signedOn(service, town, member.email)).status).toBe(201);
  });

  it('does not inherit an account with the address of somebody before them', async () => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    await signedOn(service, town, member.email);
    const before = await sessionsIn(service, town);

    await provider.knows(atProvider(member));
    const reply = await signedOn(service, town, member.email);

    expect([reply.status, reply.body.type]).toEqual([401, REFUSED]);
    expect(await sessionsIn(service, town)).toBe(before);
    expect((await trailOf(service, town)).at(-1)).toEqual({
      ...{ action: 'session.refused', subject: 'person', isSomebodys: true },
      facts: { failed: 'identity-provider' },
    });
  });

  it('can be let go of, and binds anew', async () => {
    const administrator = await town.as('administrator');
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member));
    const first = await signedOn(service, town, member.email);
    const url = `/v1/people/${member.personId}/provider-account`;

    expect((await administrator.delete(url)).status).toBe(204);
    const client = service.clientWith(String(first.body.accessToken));
    expect((await client.get('/v1/me')).status).toBe(401);
    await provider.knows(atProvider(member));
    expect((await signedOn(service, town, member.email)).status).toBe(201);
    expect(await trailOf(service, town)).toContainEqual(
      expect.objectContaining({ action: 'provider-account.released', isSomebodys: true }),
    );
  });

  it('has no account to let go of before the first sign-in', async () => {
    const administrator = await town.as('administrator');
    const { personId } = await memberOf(town, service, 'staff');

    const reply = await administrator.delete(`/v1/people/${personId}/provider-account`);

    expect(reply.status).toBe(404);
  });

  it.each([
    ['is nobody here', { email: 'nobody@town.example' }],
    ['has an address that the provider does not vouch for', { email_verified: false }],
    ['has an address of which the provider does not say', { email_verified: undefined }],
    ['has no address', { email: undefined }],
  ])('is refused who %s', async (_, given) => {
    const member = await memberOf(town, service, 'staff');
    await provider.knows(atProvider(member, given));

    const reply = await signedOn(service, town, member.email);

    expect([reply.status, reply.body.type]).toEqual([401, REFUSED]);
    expect(await sessionsIn(service, town)).toBe(0);
    expect(await trailOf(service, town)).toEqual([
      {
        ...{ action: 'session.refused', subject: 'organization', isSomebodys: false },
        facts: { failed: 'identity-provider', reason: 'nobody' },
      },
    ]);
  });

  it('is refused who serves no more, is locked, or works for another body', async () => {
    const other = await service.town();
    const gone = await memberOf(town, service, 'staff');
    const locked = await memberOf(town, service, 'staff');
    const stranger = await memberOf(other, service, 'staff');
    for (const member of [gone, locked, stranger]) await provider.knows(atProvider(member));
    await service.rows(`UPDATE people SET ended_on = '2026-03-31' WHERE id = $1`, [gone.personId]);
    await service.rows(
      `UPDATE credentials SET failures = 5, locked_until = now() + interval '1 hour' WHERE person_id = $1`,
      [locked.personId],
    );

    for (const { email } of [gone, locked, stranger]) {
      expect((await signedOn(service, town, email)).status).toBe(401);
    }
    expect(await sessionsIn(service, town)).toBe(0);
    expect(await sessionsIn(service, other)).toBe(0);
  });
});
