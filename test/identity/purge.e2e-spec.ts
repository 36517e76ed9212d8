import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PurgeRound, PURGE_BATCH } from '../../src/identity/purge-round.js';
import { SystemClock } from '../../src/shared/time/clock.js';
import { TestService } from '../support/api.js';
import type { Town } from '../support/town.js';
import { memberOf, signedIn, type Member, type Tokens } from './signing-in.js';

const HOUR_MS = 60 * 60 * 1000;

let service: TestService;
let town: Town;
let member: Member;
let tokens: Tokens;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  town = await service.town();
  member = await memberOf(town, service, 'procurement');
  tokens = await signedIn(service, member);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => service.stop());

/** A round so many hours from now, by the clock of the service. */
async function purgedAfter(hours: number): Promise<void> {
  const then = new Date(new Date().getTime() + hours * HOUR_MS);
  vi.spyOn(service.app.get(SystemClock), 'now').mockReturnValue(then);
  await service.app.get(PurgeRound).run();
  vi.restoreAllMocks();
}

async function count(table: string): Promise<number> {
  const [row] = await service.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE organization_id = $1`,
    [town.organizationId],
  );
  return row?.count ?? 0;
}

const refresh = (refreshToken: string) =>
  service.anyone.post('/v1/sessions/refresh', { refreshToken });

describe('what has no more use', () => {
  it('goes: a session none of whose tokens is good any more, with the tokens it spent', async () => {
    const next = (await refresh(tokens.refreshToken)).body as Tokens;
    expect([await count('spent_refresh_tokens')]).toEqual([1]);
    const before = [
      await service.clientWith(tokens.accessToken).get('/v1/me'),
      await refresh(tokens.refreshToken),
    ];

    await purgedAfter(37);

    expect([await count('sessions'), await count('spent_refresh_tokens')]).toEqual([0, 0]);
    const after = [
      await service.clientWith(next.accessToken).get('/v1/me'),
      await refresh(next.refreshToken),
    ];
    expect(after.map(({ status }) => status)).toEqual([401, 401]);
    const said = ({ body }: { body: Record<string, unknown> }) => [body.type, body.detail];
    expect(after.map(said)).toEqual(before.map(said));
  });

  it('stays as long as a token of it could be sent: one that was spent still ends its session', async () => {
    const next = (await refresh(tokens.refreshToken)).body as Tokens;

    await purgedAfter(35);
    expect(await count('spent_refresh_tokens')).toBe(1);
    await refresh(tokens.refreshToken).expect(401);

    await refresh(next.refreshToken).expect(401);
    const [reused] = await service.rows<{ facts: object }>(
      `SELECT facts FROM audit_trail WHERE organization_id = $1 AND action = 'session.reused'`,
      [town.organizationId],
    );
    expect(reused?.facts).toEqual({ personId: member.personId });
  });

  it('goes: a ticket that nobody came back with; one that still counts stays', async () => {
    await service.rows(
      `INSERT INTO sign_in_tickets (organization_id, token_hash, person_id, challenge, expires_at)
       SELECT $1, 'hash-' || hours, $2, 'x', now() + hours * interval '1 hour' FROM unnest(ARRAY[-25, -1, 1]) hours`,
      [town.organizationId, member.personId],
    );

    await purgedAfter(0);

    expect(await count('sign_in_tickets')).toBe(2);
    expect(await count('sessions')).toBe(2);
  });

  it('goes: a sign-in that nobody came back with from the provider; one that still counts stays', async () => {
    await service.rows(
      `INSERT INTO identity_providers (organization_id, version, issuer, client_id, redirect_uris, second_factor_values)
       VALUES ($1, 1, 'https://idp.example.jp', 'mitodoke', '{}', '{}')`,
      [town.organizationId],
    );
    await service.rows(
      `INSERT INTO provider_sign_ins (organization_id, token_hash, provider_version, redirect_uri, sealed_checks, expires_at)
       SELECT $1, 'hash-' || hours, 1, 'https://x.example.jp', 'x', now() + hours * interval '1 hour'
       FROM unnest(ARRAY[-25, -1, 1]) hours`,
      [town.organizationId],
    );

    await purgedAfter(0);

    const left = await service.rows(
      'SELECT token_hash AS hash FROM provider_sign_ins WHERE organization_id = $1 ORDER BY expires_at',
      [town.organizationId],
    );
    expect(left).toEqual([{ hash: 'hash--1' }, { hash: 'hash-1' }]);
    expect(await count('identity_providers')).toBe(1);
  });

  it('goes: a reply kept for a repeated request, when its 24 hours are over', async () => {
    await service.rows(
      `INSERT INTO idempotency_keys (organization_id, person_id, operation, key, fingerprint, created_at)
       SELECT $1, $2, 'POST /v1/vendors', 'key-' || hours, 'x', now() - hours * interval '1 hour'
       FROM unnest(ARRAY[1, 23, 25, 300]) hours`,
      [town.organizationId, member.personId],
    );

    await purgedAfter(0);

    expect(await count('idempotency_keys')).toBe(2);
  });

  it('goes whole, however much there is and however many instances are at it', async () => {
    await service.rows(
      `INSERT INTO idempotency_keys (organization_id, person_id, operation, key, fingerprint, created_at)
       SELECT $1, $2, 'POST /v1/vendors', 'key-' || n, 'x', now() - interval '2 days' FROM generate_series(1, $3::integer) n`,
      [town.organizationId, member.personId, 2 * PURGE_BATCH + 1],
    );
    const round = service.app.get(PurgeRound);

    await Promise.all([round.run(), round.run(), round.run()]);

    expect(await count('idempotency_keys')).toBe(0);
  });
});
