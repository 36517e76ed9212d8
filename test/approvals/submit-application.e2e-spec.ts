import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  applied,
  castOf,
  classified,
  contentOf,
  drafted,
  judged,
  submitted,
  type Cast,
} from '../support/approval.js';
import { plan, residentService, versionOf } from '../support/engagement.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

describe('a use application', () => {
  it('is drawn up by anyone and submitted by the role that applies', async () => {
    const prepared = await classified(service, cast);
    await judged(cast, prepared);
    const clerk = await cast.town.someoneAs('staff');
    const officer = await cast.town.someoneAs('department-officer');
    const draft = await drafted(clerk.client, prepared);
    const reply = await officer.client.decide(
      `/v1/use-applications/${draft.id}/submission`,
      {},
      draft.version,
    );

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: 'submitted',
      authorId: clerk.personId,
      applicantId: officer.personId,
      submissions: [
        { number: 1, applicantRole: 'department-officer', content: contentOf(prepared) },
      ],
    });
    expect(reply.headers.etag).toBe(`"${String(reply.body.version)}"`);
  });

  it('cannot be submitted by a role that does not apply under its regime', async () => {
    const prepared = await classified(service, cast);
    await judged(cast, prepared);
    const draft = await drafted(cast.manager, prepared);
    const url = `/v1/use-applications/${draft.id}/submission`;
    const reply = await cast.manager.decide(url, {}, draft.version);

    expect(reply.status).toBe(422);
    expect(reply.body.facts).toEqual({ roles: ['department-officer'] });
  });

  it('waits for the trust judgement, and says so', async () => {
    const prepared = await classified(service, cast);
    const draft = await drafted(cast.manager, prepared);
    const url = `/v1/use-applications/${draft.id}/submission`;
    const refused = await cast.department.decide(url, {}, draft.version);

    expect(refused.status).toBe(422);
    const { unmet } = refused.body.facts as { unmet: { rule: string }[] };
    expect(unmet.map(({ rule }) => rule)).toEqual(['K9-2-3i']);
    expect(
      await service.rows('SELECT 1 FROM use_application_submissions WHERE application_id = $1', [
        draft.id,
      ]),
    ).toEqual([]);
  });

  it('is for the service that was judged', async () => {
    const prepared = await classified(service, cast);
    const other = await classified(service, cast);
    await judged(cast, prepared);
    const draft = await drafted(cast.manager, {
      ...prepared,
      cloudServiceId: other.cloudServiceId,
    });
    const url = `/v1/use-applications/${draft.id}/submission`;
    const reply = await cast.department.decide(url, {}, draft.version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/cloudServiceId');
  });

  it('keeps the version that was returned when it is submitted again', async () => {
    const { application } = await applied(service, cast);
    const url = `/v1/use-applications/${application.id}`;
    const returned = await cast.official.decide(
      `${url}/decision`,
      { outcome: 'return', comment: '利用者の範囲を明らかにしてください。' },
      application.version,
    );
    expect(returned.body).toMatchObject({ status: 'returned', decisions: [{ outcome: 'return' }] });
    const again = await cast.department.decide(
      `${url}/submission`,
      { usersScope: '町民課の職員5名' },
      returned.body.version,
    );

    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({
      status: 'submitted',
      usersScope: '町民課の職員5名',
      submissions: [
        { number: 1, content: { usersScope: '町民課の職員12名' } },
        { number: 2, content: { usersScope: '町民課の職員5名' } },
      ],
    });
  });

  it('is one at a time in an engagement, until it is withdrawn', async () => {
    const prepared = await classified(service, cast);
    const draft = await drafted(cast.manager, prepared);
    const url = `/v1/engagements/${prepared.engagementId}/use-applications`;
    const second = await cast.manager.post(url, contentOf(prepared));
    const withdrawn = await cast.manager.decide(
      `/v1/use-applications/${draft.id}/withdrawal`,
      {},
      draft.version,
    );
    const third = await cast.manager.post(url, contentOf(prepared));

    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      type: 'urn:mitodoke:problem:approval.application-pending',
      facts: { useApplicationId: draft.id },
    });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn' });
    expect(third.status).toBe(201);
  });

  it('is taken back only by its author or an applicant', async () => {
    const prepared = await classified(service, cast);
    const draft = await drafted(cast.manager, prepared);
    const stranger = await cast.town.as('staff');
    const url = `/v1/use-applications/${draft.id}/withdrawal`;
    const reply = await stranger.decide(url, {}, draft.version);

    expect(reply.status).toBe(422);
  });

  it('cites rules in force only', async () => {
    const prepared = await classified(service, cast);
    await judged(cast, prepared);
    const document = await cast.manager.post('/v1/rule-documents', {
      kinds: ['cloud-use-rules'],
      title: 'クラウドサービス利用規程（旧）',
      number: '令和５年訓令第１号',
      effectiveFrom: '2023-04-01',
      effectiveUntil: '2026-03-31',
      disclosure: 'internal',
      location: '総-2023-0001',
    });
    const { id: ruleDocumentId } = document.body as { id: string };
    const draft = await drafted(cast.manager, prepared, { ruleDocumentId });
    const url = `/v1/use-applications/${draft.id}/submission`;
    const reply = await cast.department.decide(url, {}, draft.version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/ruleDocumentId');
  });

  it('is refused where it changed since it was read', async () => {
    const prepared = await classified(service, cast);
    const draft = await drafted(cast.manager, prepared);
    await judged(cast, prepared);
    const url = `/v1/use-applications/${draft.id}/submission`;
    const stale = await cast.department.decide(url, {}, draft.version);
    const unnamed = await cast.department.post(url, {});

    expect(stale.status).toBe(412);
    expect(unnamed.status).toBe(428);
  });

  it('is not asked for where no cloud service is used', async () => {
    const prepared = await classified(service, cast);
    const body = residentService(cast.town, { kinds: ['outsourcing'] });
    const { id } = await plan(cast.manager, body);
    const reply = await cast.manager.post(
      `/v1/engagements/${id}/use-applications`,
      contentOf(prepared),
    );

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:approval.not-needed');
  });

  it('is unknown to another town, and so is its engagement', async () => {
    const prepared = await classified(service, cast);
    const draft = await drafted(cast.manager, prepared);
    const { manager: stranger } = await castOf(service);

    expect((await stranger.get(`/v1/use-applications/${draft.id}`)).status).toBe(404);
    const list = `/v1/engagements/${prepared.engagementId}/use-applications`;
    expect((await stranger.get(list)).status).toBe(404);
    const submission = `/v1/use-applications/${draft.id}/submission`;
    expect((await stranger.decide(submission, {}, draft.version)).status).toBe(404);
  });

  it('raises the version of the dossier it belongs to', async () => {
    const prepared = await classified(service, cast);
    await judged(cast, prepared);
    const draft = await drafted(cast.manager, prepared);
    const before = await versionOf(cast.manager, prepared.engagementId);
    await submitted(cast.department, draft);

    expect(await versionOf(cast.manager, prepared.engagementId)).toBe(before + 1);
  });
});
