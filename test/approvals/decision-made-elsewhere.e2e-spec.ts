import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { applied, approval, castOf, type Cast } from '../support/approval.js';
import { statesOf } from '../support/engagement.js';
import type { Town } from '../support/town.js';

let service: TestService;
let cast: Cast;
let recorder: Awaited<ReturnType<Town['someoneAs']>>;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
  recorder = await cast.town.someoneAs('secretariat');
});
afterAll(() => service.stop());

const ELSEWHERE = {
  documentNumber: '総第123号',
  decidedOn: '2026-11-18',
  deciderName: '菊池 花子',
  deciderPost: '副町長',
  manner: 'in-person',
};

/** An application submitted some days before the decision is recorded. */
async function appliedBefore(given: Cast): ReturnType<typeof applied> {
  service.itIs('2026-11-18');
  const result = await applied(service, given);
  service.itIs('2026-11-21');
  return result;
}

describe('a decision made in the document system', () => {
  it.each(['in-person', 'standing-delegation', 'substitution'])(
    'is recorded as %s with its number, day and decider, by someone with that duty',
    async (manner) => {
      const { application, engagementId } = await appliedBefore(cast);
      const url = `/v1/use-applications/${application.id}/decision`;
      const body = approval(cast, { madeElsewhere: { ...ELSEWHERE, manner } });
      const reply = await recorder.client.decide(url, body, application.version);

      expect(reply.status).toBe(200);
      expect(reply.body.decisions).toMatchObject([
        {
          manner,
          documentNumber: '総第123号',
          decidedOn: '2026-11-18',
          deciderName: '菊池 花子',
          deciderPost: '副町長',
          decidedBy: null,
          recordedBy: recorder.personId,
          recordedAs: 'secretariat',
        },
      ]);
      expect((await statesOf(cast.manager, engagementId)).get('K9-2-5b')).toBe('met');
      expect(
        await service.rows(
          'SELECT approved_on, review_on FROM approved_cloud_services WHERE engagement_id = $1',
          [engagementId],
        ),
      ).toEqual([{ approved_on: '2026-11-18', review_on: '2027-11-18' }]);
    },
  );

  it('is not recorded by a role without a duty in it', async () => {
    const { application } = await appliedBefore(cast);
    const clerk = await cast.town.as('staff');
    const url = `/v1/use-applications/${application.id}/decision`;
    const body = approval(cast, { madeElsewhere: ELSEWHERE });

    expect((await clerk.decide(url, body, application.version)).status).toBe(403);
  });

  it('is held apart from who applied, by id', async () => {
    const officer = await cast.town.someoneAs('department-officer');
    const { application } = await appliedBefore({ ...cast, department: officer.client });
    const url = `/v1/use-applications/${application.id}/decision`;
    const madeElsewhere = { ...ELSEWHERE, deciderId: officer.personId };
    const reply = await recorder.client.decide(
      url,
      approval(cast, { madeElsewhere }),
      application.version,
    );

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('is held apart from who applied, by name', async () => {
    const officer = await cast.town.someoneAs('department-officer');
    await service.rows(`UPDATE people SET name = '高橋 一郎' WHERE id = $1`, [officer.personId]);
    const { application } = await appliedBefore({ ...cast, department: officer.client });
    const url = `/v1/use-applications/${application.id}/decision`;
    const madeElsewhere = { ...ELSEWHERE, deciderName: '髙橋　一郎' };
    const reply = await recorder.client.decide(
      url,
      approval(cast, { madeElsewhere }),
      application.version,
    );

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('is not recorded by who applied, whomever they name', async () => {
    const both = await cast.town.someoneAs('department-officer', 'section-manager');
    const { application } = await appliedBefore({ ...cast, department: both.client });
    const url = `/v1/use-applications/${application.id}/decision`;
    const body = approval(cast, { madeElsewhere: ELSEWHERE });
    const reply = await both.client.decide(url, body, application.version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('names by id only somebody of that name who may take it', async () => {
    const clerk = await cast.town.someoneAs('staff');
    await service.rows(`UPDATE people SET name = '吉田 太郎' WHERE id = $1`, [clerk.personId]);
    const { application } = await appliedBefore(cast);
    const url = `/v1/use-applications/${application.id}/decision`;
    const madeElsewhere = { ...ELSEWHERE, deciderId: clerk.personId };
    const reply = await recorder.client.decide(
      url,
      approval(cast, { madeElsewhere }),
      application.version,
    );

    expect(reply.status).toBe(400);
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/madeElsewhere/deciderName',
      '#/madeElsewhere/deciderId',
    ]);
  });

  it('names a decider of the body or none', async () => {
    const { application } = await appliedBefore(cast);
    const url = `/v1/use-applications/${application.id}/decision`;
    const deciderId = '01900000-0000-7000-8000-000000000000';
    const body = approval(cast, { madeElsewhere: { ...ELSEWHERE, deciderId } });
    const reply = await recorder.client.decide(url, body, application.version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/madeElsewhere/deciderId');
  });

  it('was not made tomorrow', async () => {
    const { application } = await appliedBefore(cast);
    const url = `/v1/use-applications/${application.id}/decision`;
    const madeElsewhere = { ...ELSEWHERE, decidedOn: '2026-11-22' };
    const reply = await recorder.client.decide(
      url,
      approval(cast, { madeElsewhere }),
      application.version,
    );

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/madeElsewhere/decidedOn');
  });
});
