import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../src/shared/http/problem.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { applied, PERMIT, type Exception } from '../exceptions/given.js';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { joined, permitted, standing, waiver } from './given.js';

interface Someone {
  readonly client: Client;
  readonly personId: string;
}

let service: TestService;
let town: Town;
let ciso: Client;
let both: Someone;
let engagementId: string;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  ciso = await town.as('ciso');
  both = await town.someoneAs('section-manager', 'ciso');
  engagementId = (await plan(both.client, residentService(town))).id;
});
afterAll(() => service.stop());

function decide({ id, version }: Exception, body: object = PERMIT) {
  return both.client.decide(`/v1/exceptions/${id}/decision`, body, version);
}

describe('one who asked and permits', () => {
  it('may under a waiver, which row, reply, trail and the list for the CISO name', async () => {
    const dutyWaiverId = await standing(ciso, 'request-permit', both);
    const exception = await applied(both.client, engagementId);
    const reply = await decide(exception);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ status: 'permitted', dutyWaiverId });
    const trail = await ciso.get(
      `/v1/audit-trail?subjectKind=duty-waiver&subjectId=${dutyWaiverId}`,
    );
    expect(trail.body.items).toContainEqual(
      expect.objectContaining({ action: 'duty-waiver.used', personId: both.personId }),
    );
    const act = {
      ...{ rule: 'request-permit', recordKind: 'policy-exception', recordId: exception.id },
      ...{ engagementId, personId: both.personId, actedOn: '2026-11-20' },
      ...{ waiverId: dutyWaiverId, settingId: null },
    };
    expect(await joined(ciso)).toEqual([act]);
    const other = await (await service.town()).as('ciso');
    expect((await other.get('/v1/register/duties-combined')).body.items).toEqual([]);
  });

  it('is listed page by page, the last first', async () => {
    await standing(ciso, 'request-permit', both);
    const first = await applied(both.client, engagementId);
    await decide(first).expect(200);
    service.itIs('2026-11-21');
    const second = await applied(both.client, engagementId);
    await decide(second).expect(200);
    const list = '/v1/register/duties-combined?limit=1';
    const page = await ciso.get(list);
    const next = await ciso.get(`${list}&after=${String(page.body.nextCursor)}`);

    expect(page.body.items[0].recordId).toBe(second.id);
    expect(next.body.items[0].recordId).toBe(first.id);
    expect(next.body.nextCursor).toBeNull();
  });

  it('names the waiver for the engagement before a standing one', async () => {
    await standing(ciso, 'request-permit', both);
    const single = await standing(ciso, 'request-permit', both, { engagementId });

    expect((await decide(await applied(both.client, engagementId))).body.dutyWaiverId).toBe(single);
  });

  it('may where the decision was made elsewhere by them', async () => {
    const dutyWaiverId = await standing(ciso, 'request-permit', both);
    const { id, version } = await applied(both.client, engagementId);
    const madeElsewhere = {
      ...{ documentNumber: '総第1号', decidedOn: '2026-11-20', manner: 'in-person' },
      ...{ deciderName: '試験 職員', deciderPost: '副町長', deciderId: both.personId },
    };
    const reply = await ciso.decide(
      `/v1/exceptions/${id}/decision`,
      { ...PERMIT, madeElsewhere },
      version,
    );

    expect(reply.body).toMatchObject({ status: 'permitted', dutyWaiverId });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['none', () => Promise.resolve()],
    [
      'of another person',
      async () => standing(ciso, 'request-permit', await town.someoneAs('staff')),
    ],
    ['of another rule', () => standing(ciso, 'apply-approve', both)],
    [
      'for another engagement',
      async () => {
        const other = await plan(both.client, residentService(town));
        return standing(ciso, 'request-permit', both, { engagementId: other.id });
      },
    ],
    ['that has lapsed', () => standing(ciso, 'request-permit', both, { validUntil: '2026-11-20' })],
    [
      'that begins later',
      () => standing(ciso, 'request-permit', both, { validFrom: '2026-11-22' }),
    ],
    [
      'that was ended',
      async () => {
        const { id, version } = await permitted(ciso, waiver('request-permit', both.personId));
        await ciso.decide(`/v1/duty-waivers/${id}/end`, { reason: '不要' }, version).expect(200);
      },
    ],
    [
      'of another town',
      async () => {
        const elsewhere = await service.town();
        const person = await elsewhere.someoneAs('staff');
        await permitted(await elsewhere.as('ciso'), waiver('request-permit', person.personId));
      },
    ],
  ])('may not under a waiver %s, told what would admit it', async (_, given) => {
    await given();
    service.itIs('2026-11-21');
    const exception = await applied(both.client, engagementId);
    const reply = await decide(exception);

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:authority.separation-of-duties',
      facts: { rule: 'request-permit' },
    });
    expect(reply.body.detail).toContain('/v1/duty-waivers');
    expect((await both.client.get(`/v1/exceptions/${exception.id}`)).body.status).toBe('applied');
    expect(await joined(ciso)).toEqual([]);
  });
});

describe('the database, asked by the application', () => {
  const PERMIT_SQL = `UPDATE policy_exceptions SET status = 'permitted', decided_by = requested_by,
    decided_on = '2026-11-21', duty_waiver_id = $2 WHERE id = $1`;

  async function asked(waiverId: string | null): Promise<unknown> {
    const { id } = await applied(both.client, engagementId);
    const { organizationId } = town;
    return service.app
      .get(Transactor)
      .write({ organizationId }, (tx) => tx.query(PERMIT_SQL, [id, waiverId]));
  }

  it('admits both acts under a waiver', async () => {
    const waiverId = await standing(ciso, 'request-permit', both);

    await expect(asked(waiverId)).resolves.toBeDefined();
    expect(await joined(ciso)).toHaveLength(1);
  });

  it.each<[string, () => Promise<string | null>]>([
    ['none', () => Promise.resolve(null)],
    [
      'of another person',
      async () => standing(ciso, 'request-permit', await town.someoneAs('staff')),
    ],
    ['of another rule', () => standing(ciso, 'apply-approve', both)],
    [
      'for another engagement',
      async () => {
        const other = await plan(both.client, residentService(town));
        return standing(ciso, 'request-permit', both, { engagementId: other.id });
      },
    ],
    ['that has lapsed', () => standing(ciso, 'request-permit', both, { validUntil: '2026-11-20' })],
    [
      'that was ended',
      async () => {
        const { id, version } = await permitted(ciso, waiver('request-permit', both.personId));
        await ciso.decide(`/v1/duty-waivers/${id}/end`, { reason: '不要' }, version).expect(200);
        return id;
      },
    ],
    [
      'of another town',
      async () => {
        const elsewhere = await service.town();
        const { personId } = await elsewhere.someoneAs('staff');
        const head = await elsewhere.as('ciso');
        return (await permitted(head, waiver('request-permit', personId))).id;
      },
    ],
  ])('refuses both acts under a waiver %s, as a rule and not as a failure', async (_, given) => {
    const refused = asked(await given());

    await expect(refused).rejects.toThrow('sd_policy_exceptions');
    const problem = problemOf(await refused.catch((error: unknown) => error));
    expect(problem).toMatchObject({ status: 422, code: 'authority.separation-of-duties' });
  });

  it('lets nobody name a waiver who needs none', async () => {
    const waiverId = await standing(ciso, 'request-permit', both);
    const { id } = await applied(await town.as('section-manager'), engagementId);

    await expect(
      service.rows(
        `UPDATE policy_exceptions SET status = 'permitted', decided_by = $3, decided_on = '2026-11-21',
           duty_waiver_id = $2 WHERE id = $1`,
        [id, waiverId, both.personId],
      ),
    ).rejects.toThrow('sd_policy_exceptions');
  });

  it('does not let the first act be rewritten after the second', async () => {
    const clerk = await town.someoneAs('section-manager');
    const { id, version } = await applied(clerk.client, engagementId);
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version).expect(200);

    await expect(
      service.rows('UPDATE policy_exceptions SET requested_by = decided_by WHERE id = $1', [id]),
    ).rejects.toThrow('sd_policy_exceptions');
    await expect(
      service.rows('UPDATE engagements SET drafted_by = $2 WHERE id = $1', [
        engagementId,
        clerk.personId,
      ]),
    ).rejects.toThrow('sd_engagements');
  });

  it('leaves what was done under a waiver as it is once the waiver has ended', async () => {
    const { id: waiverId, version } = await permitted(
      ciso,
      waiver('request-permit', both.personId),
    );
    const exception = await applied(both.client, engagementId);
    const decided = await decide(exception);
    await ciso.decide(`/v1/duty-waivers/${waiverId}/end`, { reason: '不要' }, version).expect(200);
    const ended = await both.client.decide(
      `/v1/exceptions/${exception.id}/end`,
      { reason: '不要となったため。' },
      decided.body.version as number,
    );

    expect(ended.body).toMatchObject({ status: 'ended', dutyWaiverId: waiverId });
  });

  it('lets a waiver end only before or after an act under it', async () => {
    const { id, version } = await permitted(ciso, waiver('request-permit', both.personId));
    const exceptions = [
      await applied(both.client, engagementId),
      await applied(both.client, (await plan(both.client, residentService(town))).id),
    ];
    const [ended, ...decided] = await Promise.all([
      ciso.decide(`/v1/duty-waivers/${id}/end`, { reason: '不要' }, version),
      ...exceptions.map((exception) => decide(exception)),
    ]);

    expect(ended.status).toBe(200);
    for (const [at, { status }] of decided.entries()) {
      expect([200, 422]).toContain(status);
      const read = await both.client.get(`/v1/exceptions/${exceptions[at]?.id ?? ''}`);
      expect(read.body.dutyWaiverId).toBe(status === 200 ? id : null);
    }
  });
});
