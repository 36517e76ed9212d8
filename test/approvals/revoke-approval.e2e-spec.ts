import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import {
  applied,
  approval,
  approved,
  castOf,
  drafted,
  moved,
  type Cast,
} from '../support/approval.js';
import { statesOf, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

const REASON = '事業者の事故報告により、信頼できるとした判断の前提が失われたため。';
const ELSEWHERE = {
  documentNumber: '総第145号',
  decidedOn: '2026-11-20',
  deciderName: '菊池 花子',
  deciderPost: '副町長',
  manner: 'in-person',
};

type Approved = Awaited<ReturnType<typeof approved>>;

async function revoke(
  by: Client,
  { application }: Pick<Approved, 'application'>,
  given: object = {},
): Promise<Awaited<ReturnType<Client['decide']>>> {
  const { body } = await cast.manager.get(`/v1/use-applications/${application.id}`);
  const url = `/v1/use-applications/${application.id}/revocation`;
  return by.decide(url, { reason: REASON, ...given }, String(body.version));
}

function ledger(engagementId: string): Promise<unknown[]> {
  return service.rows(
    `SELECT standing, voided_on::text AS "voidedOn" FROM approved_cloud_services WHERE engagement_id = $1`,
    [engagementId],
  );
}

describe('an approval that is taken back', () => {
  it('leaves the ledger, opens its duties again and lets the section apply anew', async () => {
    const given = await approved(service, cast);
    const reply = await revoke(cast.official, given);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: 'revoked',
      voidedReason: null,
      revocation: {
        ...{ revokedOn: '2026-11-21', recordedAs: 'authorizing-official', reason: REASON },
        recordedIn: { roleId: 'authorizing-official', acting: false },
        madeElsewhere: null,
      },
    });
    expect(reply.body.revocation.revokedBy).toBe(reply.body.revocation.recordedBy);
    expect(await ledger(given.engagementId)).toEqual([
      { standing: 'voided', voidedOn: '2026-11-21' },
    ]);
    const states = await statesOf(cast.manager, given.engagementId);
    expect([states.get('K9-2-5b'), states.get('K9-2-5c')]).toEqual(['open', 'open']);
    expect((await drafted(cast.manager, given)).id).not.toBe(given.application.id);
  });

  it('is told to who applied, who decided, who manages the service and the section', async () => {
    const given = await approved(service, cast);
    await revoke(cast.official, given);

    for (const client of [cast.department, cast.official, cast.manager]) {
      const { body } = await client.get('/v1/me/notices?limit=1');
      expect(body.items).toMatchObject([
        { code: 'use-approval.revoked', subject: { id: given.application.id } },
      ]);
    }
    expect(
      await service.rows(
        `SELECT 1 FROM notices WHERE person_id = $1 AND code = 'use-approval.revoked' AND subject_id = $2`,
        [cast.appointeeId, given.application.id],
      ),
    ).toHaveLength(1);
  });

  it('is taken back while the service is in use, too', async () => {
    const given = await approved(service, cast);
    const steps = ['specified', 'selecting', 'selected', 'contracting', 'contracted', 'active'];
    await moved(cast.manager, given.engagementId, ...steps);

    expect((await revoke(cast.official, given)).status).toBe(200);
    expect((await statesOf(cast.manager, given.engagementId)).get('K9-2-5b')).not.toBe('met');
  });

  it('is recorded where it was decided in the document system', async () => {
    const given = await approved(service, cast);
    service.itIs('2026-11-22');
    const secretariat = await cast.town.as('secretariat');
    const on = { ...ELSEWHERE, decidedOn: '2026-11-21' };
    const reply = await revoke(secretariat, given, { madeElsewhere: on });
    service.itIs('2026-11-21');

    expect(reply.body.revocation).toMatchObject({
      ...{ revokedOn: '2026-11-21', revokedBy: null, recordedAs: 'secretariat' },
      madeElsewhere: on,
    });
  });
});

describe('it is not taken back, and nothing is written', () => {
  it.each<[string, () => Client, object, number]>([
    ['by who does not decide on it', () => cast.department, {}, 422],
    ['by the section', () => cast.manager, {}, 422],
    ['without a reason', () => cast.official, { reason: '' }, 400],
    [
      'on a day to come',
      () => cast.head,
      { madeElsewhere: { ...ELSEWHERE, decidedOn: '2026-12-01' } },
      400,
    ],
  ])('%s', async (_, by, body, status) => {
    const given = await approved(service, cast);
    const before = await everythingIn(service);

    expect((await revoke(by(), given, body)).status).toBe(status);
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['under another name than that of who decided', { decider: 'official' }, 'deciderName'],
    ['by who does not decide on it', { decider: 'clerk' }, 'deciderId'],
  ])('decided elsewhere %s', async (_, { decider }: { decider?: string }, place) => {
    const [official, clerk] = await Promise.all([
      cast.town.someoneAs('authorizing-official'),
      cast.town.someoneAs('staff'),
    ]);
    const named = {
      ...(decider === 'official' && { deciderId: official.personId }),
      ...(decider === 'clerk' && { deciderId: clerk.personId, deciderName: '試験 職員' }),
    };
    const madeElsewhere = { ...ELSEWHERE, decidedOn: '2026-11-21', ...named };
    const approvedOne = await approved(service, cast);
    const secretariat = await cast.town.as('secretariat');
    const before = await everythingIn(service);
    const reply = await revoke(secretariat, approvedOne, { madeElsewhere });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: `#/madeElsewhere/${place}` }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('decided elsewhere on a day before the approval', async () => {
    const { application } = await applied(service, cast);
    service.itIs('2026-11-23');
    const url = `/v1/use-applications/${application.id}/decision`;
    await cast.official.decide(url, approval(cast), application.version).expect(200);
    const secretariat = await cast.town.as('secretariat');
    const before = await everythingIn(service);
    const madeElsewhere = { ...ELSEWHERE, decidedOn: '2026-11-22' };
    const reply = await revoke(secretariat, { application }, { madeElsewhere });
    service.itIs('2026-11-21');

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/madeElsewhere/decidedOn' }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('before it was approved, or a second time', async () => {
    const waiting = await applied(service, cast);
    const gone = await approved(service, cast);
    await revoke(cast.official, gone);
    const before = await everythingIn(service);

    expect((await revoke(cast.official, waiting)).status).toBe(422);
    expect((await revoke(cast.official, gone)).status).toBe(422);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('of a dossier that changed since it was read', async () => {
    const given = await approved(service, cast);
    const version = await versionOf(cast.manager, given.engagementId);
    await cast.manager.patch(`/v1/engagements/${given.engagementId}`, { title: '改題' }, version);
    const url = `/v1/use-applications/${given.application.id}/revocation`;

    expect(
      (await cast.official.decide(url, { reason: REASON }, given.application.version)).status,
    ).toBe(412);
    expect(await ledger(given.engagementId)).toMatchObject([{ standing: 'approved' }]);
  });
});
