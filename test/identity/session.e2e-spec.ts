import { setTimeout } from 'node:timers/promises';
import type { Response } from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { sendRaw } from '../support/raw-http.js';
import type { Town } from '../support/town.js';
import { memberOf, signedIn, type Member, type Tokens } from './signing-in.js';

let service: TestService;
let town: Town;
let member: Member;
let tokens: Tokens;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
});
afterAll(() => service.stop());
beforeEach(async () => {
  member = await memberOf(town, service, 'procurement');
  tokens = await signedIn(service, member);
});

async function statusOf(accessToken: string): Promise<number> {
  return (await service.clientWith(accessToken).get('/v1/me')).status;
}

async function refresh(refreshToken: string): Promise<Response> {
  return service.anyone.post('/v1/sessions/refresh', { refreshToken });
}

async function leave({ personId }: Member): Promise<void> {
  await service.rows(`UPDATE people SET ended_on = '2026-03-31' WHERE id = $1`, [personId]);
}

function expire(column: 'access_expires_at' | 'refresh_expires_at'): Promise<unknown> {
  return service.rows(
    `UPDATE sessions SET ${column} = now() - interval '1 second' WHERE person_id = $1`,
    [member.personId],
  );
}

describe('refreshing a session', () => {
  it('gives new tokens and ends the old ones at once', async () => {
    expect(await statusOf(tokens.accessToken)).toBe(200);

    const reply = await refresh(tokens.refreshToken);

    expect(reply.status).toBe(201);
    expect(await statusOf(String(reply.body.accessToken))).toBe(200);
    expect(await statusOf(tokens.accessToken)).toBe(401);
    const again = await refresh(tokens.refreshToken);
    expect(again.status).toBe(401);
    expect(again.body.type).toBe('urn:mitodoke:problem:session.refresh-refused');
  });

  it('is done once, however often the same token is sent at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => refresh(tokens.refreshToken)),
    );

    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(7);
  });

  it('with a token that was spent before ends the session and all that came of it', async () => {
    const other = await signedIn(service, member);
    const first = await refresh(tokens.refreshToken);
    const second = await refresh(String(first.body.refreshToken));
    expect(await statusOf(String(second.body.accessToken))).toBe(200);

    const stolen = await refresh(tokens.refreshToken);

    expect(stolen.status).toBe(401);
    expect(stolen.body.type).toBe('urn:mitodoke:problem:session.refresh-refused');
    expect(await statusOf(String(second.body.accessToken))).toBe(401);
    expect((await refresh(String(second.body.refreshToken))).status).toBe(401);
    expect(await statusOf(other.accessToken)).toBe(200);
    const reused = await service.rows(
      `SELECT person_id, facts FROM audit_trail WHERE organization_id = $1 AND action = 'session.reused'`,
      [town.organizationId],
    );
    expect(reused).toContainEqual({ person_id: null, facts: { personId: member.personId } });
  });

  it('ends the session once, however often a spent token is sent at once', async () => {
    await refresh(tokens.refreshToken);

    const replies = await Promise.all(
      Array.from({ length: 8 }, () => refresh(tokens.refreshToken)),
    );

    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 401));
    expect(
      await service.rows(
        `SELECT action FROM audit_trail WHERE action = 'session.reused' AND facts->>'personId' = $1`,
        [member.personId],
      ),
    ).toHaveLength(1);
  });

  it('is refused when the token has expired', async () => {
    await expire('refresh_expires_at');

    expect((await refresh(tokens.refreshToken)).status).toBe(401);
  });

  it('is refused to a person who left', async () => {
    await leave(member);

    expect((await refresh(tokens.refreshToken)).status).toBe(401);
  });

  it('is refused with an access token, an altered one and none', async () => {
    const [owner = '', secret = ''] = tokens.refreshToken.split('.');
    const altered = `${owner}.${secret.slice(1)}${secret.charAt(0)}`;

    for (const token of [tokens.accessToken, altered, owner, '', '.', 'x'.repeat(512)]) {
      expect((await refresh(token)).status).toBe(401);
    }
    expect((await refresh(tokens.refreshToken)).status).toBe(201);
  });
});

describe('signing out', () => {
  it('ends the tokens of this session at once', async () => {
    expect(await statusOf(tokens.accessToken)).toBe(200);

    const reply = await service.clientWith(tokens.accessToken).delete('/v1/sessions/current');

    expect(reply.status).toBe(204);
    expect(await statusOf(tokens.accessToken)).toBe(401);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    expect(
      await service.rows(`SELECT action FROM audit_trail WHERE person_id = $1 ORDER BY id`, [
        member.personId,
      ]),
    ).toEqual([{ action: 'session.started' }, { action: 'session.ended' }]);
  });

  it('leaves the other sessions of the person', async () => {
    const other = await signedIn(service, member);

    await service.clientWith(tokens.accessToken).delete('/v1/sessions/current');

    expect(await statusOf(other.accessToken)).toBe(200);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the person at once, and nobody else’s', async () => {
    const other = await signedIn(service, member);
    const colleague = await memberOf(town, service, 'procurement');
    const theirs = await signedIn(service, colleague);
    for (const { accessToken } of [tokens, other, theirs]) {
      expect(await statusOf(accessToken)).toBe(200);
    }

    const reply = await service.clientWith(tokens.accessToken).delete('/v1/sessions');

    expect(reply.status).toBe(204);
    expect(await statusOf(tokens.accessToken)).toBe(401);
    expect(await statusOf(other.accessToken)).toBe(401);
    expect((await refresh(other.refreshToken)).status).toBe(401);
    expect(await statusOf(theirs.accessToken)).toBe(200);
    expect(
      await service.rows(`SELECT action FROM audit_trail WHERE subject_id = $1`, [member.personId]),
    ).toContainEqual({ action: 'session.all-ended' });
  });
});

describe('an access token', () => {
  it('is refused when it has expired', async () => {
    await expire('access_expires_at');

    expect(await statusOf(tokens.accessToken)).toBe(401);
  });

  it('is refused when it expires while it is remembered', async () => {
    await service.rows(
      `UPDATE sessions SET access_expires_at = now() + interval '1 second' WHERE person_id = $1`,
      [member.personId],
    );

    expect(await statusOf(tokens.accessToken)).toBe(200);
    await setTimeout(1200);
    expect(await statusOf(tokens.accessToken)).toBe(401);
  });

  it('is refused of a person who left', async () => {
    await leave(member);

    expect(await statusOf(tokens.accessToken)).toBe(401);
  });

  it('permits what the posts of the day permit', async () => {
    await service.rows(`UPDATE posts SET valid_until = '2026-03-31' WHERE person_id = $1`, [
      member.personId,
    ]);
    service.itIs('2026-04-01');

    const me = await service.clientWith(tokens.accessToken).get('/v1/me');
    const refused = await service.clientWith(tokens.accessToken).get('/v1/vendors');

    expect(me.body).toMatchObject({ posts: [], permissions: [] });
    expect(refused.status).toBe(403);
  });

  it('shows nothing of another town', async () => {
    const elsewhere = await (await service.town()).as('procurement');
    const { body } = await elsewhere.post('/v1/vendors', { name: '隣町商会' });
    const client = service.clientWith((await signedIn(service, member)).accessToken);

    const read = await client.get(`/v1/vendors/${String(body.id)}`);
    const changed = await client.patch(`/v1/vendors/${String(body.id)}`, { address: '一丁目' }, 1);
    const listed = await client.get('/v1/vendors?name=' + encodeURIComponent('隣町商会'));

    expect(read.status).toBe(404);
    expect(changed.status).toBe(404);
    expect(listed.body.items).toEqual([]);
  });

  it('opens no other town by naming it', async () => {
    const elsewhere = await service.town();
    const secret = tokens.accessToken.split('.')[1] ?? '';

    for (const id of [elsewhere.organizationId, uuidv7()]) {
      expect(await statusOf(`${id.replaceAll('-', '')}.${secret}`)).toBe(401);
    }
  });

  it('is no refresh token', async () => {
    expect(await statusOf(tokens.refreshToken)).toBe(401);
  });

  it.each(['Bearer', 'bearer', 'BEARER'])('is read after %s (RFC 9110, 11.1)', async (scheme) => {
    const headers = { authorization: `${scheme} ${tokens.accessToken}` };

    expect((await sendRaw(service, { path: '/v1/me', headers })).status).toBe(200);
  });

  it('is not read from the query', async () => {
    const path = `/v1/me?access_token=${tokens.accessToken}`;

    expect((await sendRaw(service, { path })).status).toBe(401);
  });
});
