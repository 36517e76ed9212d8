import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applied, PERMIT } from '../exceptions/given.js';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';

const ROUNDS = 8;

/** On the embedded database transactions come one after the other, so nothing can be held up in one. */
const isShared = process.env.DATABASE_URL !== undefined;

let service: TestService;
let town: Town;
let manager: Client;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  manager = await town.as('section-manager');
  administrator = await town.as('administrator');
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

interface Reply {
  readonly status: number;
  readonly body: { readonly type?: string };
}

/** A decision by an acting officer, and what takes the authority for it away, back to yesterday. */
interface Race {
  readonly exceptionId: string;
  readonly engagementId: string;
  /** What the trail tells of the end. */
  readonly endedId: string;
  readonly decide: () => Promise<Reply>;
  readonly end: () => Promise<Reply>;
}

async function race(how: 'post' | 'person'): Promise<Race> {
  const { client: ciso, personId } = await town.someoneAs();
  const postId = await town.appoint(personId, 'ciso', { unitId: null, acting: true });
  const { id: engagementId } = await plan(manager, residentService(town));
  const { id, version } = await applied(manager, engagementId);
  return {
    ...{ exceptionId: id, engagementId, endedId: how === 'post' ? postId : personId },
    decide: async () => ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version),
    end: async () =>
      how === 'post'
        ? administrator.decide(`/v1/posts/${postId}/end`, { validUntil: '2026-11-19' }, 1)
        : administrator.patch(`/v1/people/${personId}`, { endedOn: '2026-11-19' }, 1),
  };
}

/** Holds a row while something is done that waits for it; @returns what it came to. */
async function holding<T>(statement: string, id: string, work: () => Promise<T>): Promise<T> {
  const runner = service.database.dataSource.createQueryRunner();
  await runner.query('RESET ROLE');
  await runner.query('BEGIN');
  try {
    await runner.query(statement, [id]);
    return await work();
  } finally {
    await runner.query('COMMIT');
    await runner.release();
  }
}

/** Waits until so many statements wait for a row. */
async function waiting(count: number): Promise<void> {
  const text = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const poll = { timeout: 30_000, interval: 20 };
  await expect
    .poll(async () => (await service.rows<{ count: number }>(text))[0]?.count, poll)
    .toBe(count);
}

async function statusOf({ exceptionId }: Race): Promise<string> {
  const reply = await manager.get(`/v1/exceptions/${exceptionId}`);
  return (reply.body as { status: string }).status;
}

/** Of two entries of the trail, each in its transaction, which was written first. */
async function isDecidedFirst({ exceptionId, endedId }: Race): Promise<boolean> {
  const rows = await service.rows<{ subject: string }>(
    `SELECT subject_id AS subject FROM audit_trail
     WHERE (subject_id = $1 AND action = 'exception.permitted')
        OR (subject_id = $2 AND action IN ('post.ended', 'person.changed')) ORDER BY id`,
    [exceptionId, endedId],
  );
  return rows.map(({ subject }) => subject).join() === `${exceptionId},${endedId}`;
}

describe.each(['post', 'person'] as const)('an acting officer whose %s ends', (how) => {
  it.runIf(isShared)('while the decision waits for its dossier is refused', async () => {
    const given = await race(how);
    const pending: Promise<Reply>[] = [];
    const engagement = 'SELECT FROM engagements WHERE id = $1 FOR UPDATE';
    await holding(engagement, given.engagementId, async () => {
      pending.push(given.decide());
      await waiting(1);
      expect((await given.end()).status).toBe(200);
    });

    const [decision] = await Promise.all(pending);
    expect(decision).toMatchObject({
      status: 422,
      body: { type: 'urn:mitodoke:problem:authority.role-required' },
    });
    expect(await statusOf(given)).toBe('applied');
    expect(await trailOf(service, given.exceptionId)).toEqual(['exception.applied']);
  });

  it.runIf(isShared)('after the post was read has decided, and the end waits for it', async () => {
    const given = await race(how);
    const pending: Promise<Reply>[] = [];
    const row = 'SELECT FROM policy_exceptions WHERE id = $1 FOR SHARE';
    await holding(row, given.exceptionId, async () => {
      pending.push(given.decide());
      await waiting(1);
      pending.push(given.end());
      await waiting(2);
    });

    expect((await Promise.all(pending)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await statusOf(given)).toBe('permitted');
    expect(await isDecidedFirst(given)).toBe(true);
  });

  it('at the same moment has either decided before, or is refused', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const given = await race(how);
      const [decision, end] = await Promise.all([given.decide(), given.end()]);

      expect(end.status).toBe(200);
      expect([200, 401, 403, 422]).toContain(decision.status);
      const isDecided = decision.status === 200;
      expect(await statusOf(given)).toBe(isDecided ? 'permitted' : 'applied');
      expect(await isDecidedFirst(given)).toBe(isDecided);
    }
  });
});
