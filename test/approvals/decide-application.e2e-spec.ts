import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  applied,
  approval,
  approved,
  castOf,
  classified,
  drafted,
  judged,
  submitted,
  type Cast,
} from '../support/approval.js';
import { everythingIn } from '../support/everything.js';
import { statesOf, versionOf } from '../support/engagement.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

const PROVED = ['K9-2-4b.2', 'K9-2-5a', 'K9-2-5b', 'K9-2-5c'];

describe('approving a use application', () => {
  it('enters the service in the ledger, appoints the manager and proves the duties at once', async () => {
    const { application, engagementId, cloudServiceId } = await applied(service, cast);
    const reply = await cast.official.decide(
      `/v1/use-applications/${application.id}/decision`,
      approval(cast, {
        conditions: [{ text: '年１回、利用者を棚卸しする。', dueOn: '2027-03-31' }],
      }),
      application.version,
    );

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: 'approved',
      decisions: [{ outcome: 'approve', recordedAs: 'authorizing-official', manner: null }],
    });
    expect(
      await service.rows(
        `SELECT cloud_service_id, manager_id, approved_on, review_on, standing, conditions
         FROM approved_cloud_services WHERE engagement_id = $1`,
        [engagementId],
      ),
    ).toEqual([
      {
        cloud_service_id: cloudServiceId,
        manager_id: cast.appointeeId,
        approved_on: '2026-11-21',
        review_on: '2027-11-21',
        standing: 'approved',
        conditions: [{ text: '年１回、利用者を棚卸しする。', dueOn: '2027-03-31' }],
      },
    ]);
    expect(
      await service.rows(
        `SELECT role_id, unit_id, valid_from FROM posts WHERE person_id = $1 AND role_id = 'cloud-service-manager'`,
        [cast.appointeeId],
      ),
    ).toEqual([
      {
        role_id: 'cloud-service-manager',
        unit_id: cast.town.unitId,
        valid_from: '2026-11-21',
      },
    ]);
    const states = await statesOf(cast.manager, engagementId);
    for (const rule of PROVED) expect([rule, states.get(rule)]).toEqual([rule, 'met']);
    const engagement = await cast.manager.get(`/v1/engagements/${engagementId}`);
    expect(engagement.body).toMatchObject({ cloudServiceId });
  });

  it('gives a manager who holds the post no second one', async () => {
    await approved(service, cast);
    await approved(service, cast);

    expect(
      await service.rows(
        `SELECT count(*)::int AS posts FROM posts WHERE person_id = $1 AND role_id = 'cloud-service-manager'`,
        [cast.appointeeId],
      ),
    ).toEqual([{ posts: 1 }]);
  });

  it.each(['posts', 'approved_cloud_services', 'proofs', 'audit_trail'])(
    'leaves nothing where writing %s fails half-way',
    async (table) => {
      const here = await castOf(service);
      const { application } = await applied(service, here);
      const condition = { audit_trail: `NEW.action = 'use-application.approved'` }[table] ?? 'true';
      await service.rows(
        `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
         CREATE TRIGGER break_it BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION break_it()`,
      );
      try {
        const before = await everythingIn(service);
        const url = `/v1/use-applications/${application.id}/decision`;
        const decide = here.official.decide(url, approval(here), application.version);

        await expect(decide).rejects.toThrow('decideUseApplication 500');
        expect(await everythingIn(service)).toEqual(before);
      } finally {
        await service.rows('DROP FUNCTION break_it CASCADE');
      }
    },
  );

  it('takes effect once, however often the request arrives', async () => {
    const { application, engagementId } = await applied(service, cast);
    const decide = () =>
      cast.official
        .decide(
          `/v1/use-applications/${application.id}/decision`,
          approval(cast),
          application.version,
        )
        .set('Idempotency-Key', `approve-${application.id}`);
    const first = await decide();
    const again = await decide();

    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(
      await service.rows(
        'SELECT count(*)::int AS entries FROM approved_cloud_services WHERE engagement_id = $1',
        [engagementId],
      ),
    ).toEqual([{ entries: 1 }]);
  });
});

describe('the dossier a decision rests on', () => {
  it('is refused as stale when an information item was added after it was read', async () => {
    const { application, engagementId } = await applied(service, cast);
    await cast.manager.decide(
      `/v1/engagements/${engagementId}/data-items`,
      {
        name: '予約履歴',
        confidentiality: 'C2',
        integrity: 'I1',
        availability: 'A1',
        personalInformation: false,
        specificPersonalInformation: false,
      },
      await versionOf(cast.manager, engagementId),
    );
    const url = `/v1/use-applications/${application.id}`;
    const stale = await cast.official.decide(
      `${url}/decision`,
      approval(cast),
      application.version,
    );
    const read = await cast.official.get(url);
    const fresh = await cast.official.decide(`${url}/decision`, approval(cast), read.body.version);

    expect(stale.status).toBe(412);
    expect(fresh.status).toBe(200);
  });
});

describe('who decides', () => {
  it('is never who drew the application up', async () => {
    const author = await cast.town.someoneAs('authorizing-official');
    const prepared = await classified(service, cast);
    await judged(cast, prepared);
    const draft = await drafted(author.client, prepared);
    const application = await submitted(cast.department, draft);
    const url = `/v1/use-applications/${application.id}/decision`;
    const reply = await author.client.decide(url, approval(cast), application.version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('is never who submitted it', async () => {
    const both = await cast.town.someoneAs('department-officer', 'authorizing-official');
    const { application } = await applied(service, { ...cast, department: both.client });
    const url = `/v1/use-applications/${application.id}/decision`;
    const reply = await both.client.decide(url, approval(cast), application.version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(
      await service.rows('SELECT 1 FROM use_decisions WHERE application_id = $1', [application.id]),
    ).toEqual([]);
  });

  it.each(['applicant_id', 'author_id'])(
    'is held apart from the %s by the database itself',
    async (column) => {
      const { application } = await approved(service, cast);
      const update = service.rows(
        `UPDATE use_decisions SET decided_by = ${column} WHERE application_id = $1`,
        [application.id],
      );

      await expect(update).rejects.toThrow('sd_use_decisions');
    },
  );

  it('cannot be another applicant than the one who submitted, in the database either', async () => {
    const { application } = await approved(service, cast);
    const update = service.rows(
      `UPDATE use_decisions SET applicant_id = gen_random_uuid(), decided_by = applicant_id WHERE application_id = $1`,
      [application.id],
    );

    await expect(update).rejects.toThrow('fk_use_decisions_submission');
  });

  it('is the role the body named, and no other that may decide elsewhere', async () => {
    const { application } = await applied(service, cast);
    const url = `/v1/use-applications/${application.id}/decision`;
    const reply = await cast.head.decide(url, approval(cast), application.version);

    expect(reply.status).toBe(422);
    expect(reply.body.facts).toEqual({ roles: ['authorizing-official'] });
  });

  it('is nobody until the body has named its authorizing official', async () => {
    const here = await castOf(service);
    await service.rows('DELETE FROM organization_settings WHERE organization_id = $1', [
      here.town.organizationId,
    ]);
    const { application } = await applied(service, here);
    const url = `/v1/use-applications/${application.id}/decision`;
    const reply = await here.official.decide(url, approval(here), application.version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:approval.authorizing-official-not-named');
    expect(reply.body.detail).toContain('authorizing-official-role');
  });
});

describe('the form of a decision', () => {
  it.each([
    ['a return without a comment', { outcome: 'return' }, '#/comment'],
    ['an approval without a manager', { outcome: 'approve' }, '#/cloudServiceManagerId'],
    [
      'a manager who is nobody of the body',
      { outcome: 'approve', cloudServiceManagerId: '01900000-0000-7000-8000-000000000000' },
      '#/cloudServiceManagerId',
    ],
  ])('refuses %s', async (_, body, pointer) => {
    const { application } = await applied(service, cast);
    const url = `/v1/use-applications/${application.id}/decision`;
    const reply = await cast.official.decide(url, body, application.version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
  });

  it('ends the application where it is rejected, and leaves the duties open', async () => {
    const { application, engagementId } = await applied(service, cast);
    const url = `/v1/use-applications/${application.id}/decision`;
    const body = { outcome: 'reject', comment: '業務に必要とは認められない。' };
    const reply = await cast.official.decide(url, body, application.version);
    const again = await cast.official.decide(url, approval(cast), reply.body.version);

    expect(reply.body).toMatchObject({ status: 'rejected' });
    expect(again.status).toBe(422);
    expect(again.body.type).toBe('urn:mitodoke:problem:approval.wrong-status');
    expect((await statesOf(cast.manager, engagementId)).get('K9-2-5b')).toBe('open');
  });
});
