import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let administrator: { client: Client; personId: string };

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  administrator = await town.someoneAs('administrator');
});
afterAll(() => service.stop());

const LAST = 'urn:mitodoke:problem:post.last-administrator';

async function postsOf(personId: string): Promise<{ id: string; version: number }[]> {
  const reply = await administrator.client.get(`/v1/posts?personId=${personId}`);
  return (reply.body as { items: { id: string; version: number }[] }).items;
}

/** Ends the first post of somebody. */
async function end(
  personId: string,
  validUntil: string,
  by = administrator.client,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const [post] = await postsOf(personId);
  const url = `/v1/posts/${String(post?.id)}/end`;
  return by.decide(url, { validUntil }, post?.version ?? 0);
}

async function successor(validFrom: string): Promise<string> {
  const { personId } = await town.someoneAs();
  const body = { personId, roleId: 'administrator', validFrom };
  expect((await administrator.client.post('/v1/posts', body)).status).toBe(201);
  return personId;
}

describe('the last post that administers the register', () => {
  it.each([
    ['without another', undefined],
    ['where the next begins a day too late', '2027-04-02'],
  ])('does not end %s', async (_, next) => {
    if (next !== undefined) await successor(next);
    const reply = await end(administrator.personId, '2027-03-31');

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ type: LAST, facts: { from: '2027-04-01' } });
    expect(await postsOf(administrator.personId)).toMatchObject([{ version: 1, validUntil: null }]);
  });

  it('ends where another follows, who is then the last', async () => {
    const next = await successor('2027-04-01');

    expect((await end(administrator.personId, '2027-03-31')).status).toBe(200);

    const withdrawal = await end(next, '2027-03-31');
    expect(withdrawal.body).toMatchObject({ type: LAST, facts: { from: '2027-04-01' } });
  });

  it('is not left by the day its holder leaves', async () => {
    const url = `/v1/people/${administrator.personId}`;
    const leaving = { endedOn: '2027-03-31' };

    const refused = await administrator.client.patch(url, leaving, 1);
    expect(refused.body).toMatchObject({ status: 422, type: LAST, facts: { from: '2027-04-01' } });
    expect((await administrator.client.get(url)).body).toMatchObject({ version: 1, endedOn: null });

    await successor('2027-04-01');
    expect((await administrator.client.patch(url, leaving, 1)).status).toBe(200);
  });

  it('is kept where two who administer end the post of each other at once', async () => {
    const other = await town.someoneAs('administrator');

    const replies = await Promise.all([
      end(other.personId, '2026-11-30', administrator.client),
      end(administrator.personId, '2026-11-30', other.client),
    ]);

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('does not hold up the end of other posts', async () => {
    const { personId } = await town.someoneAs('section-manager');
    expect((await end(personId, '2026-11-30')).status).toBe(200);
  });
});
