import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMIT } from '../exceptions/given.js';
import { TestService, type Client } from '../support/api.js';
import {
  approval,
  castOf,
  classified,
  drafted,
  light,
  type Application,
  type Cast,
} from '../support/approval.js';
import { statesOf, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import {
  approvedSocialMedia,
  draftedSocialMedia,
  givenProcedure,
  givenSocialMedia,
  PUBLIC_EVENTS,
  submittedSocialMedia,
} from '../support/social-media.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

const SHELTERS = { ...PUBLIC_EVENTS, name: '避難所の開設情報', availability: 'A2' };
const APPLICANTS = { ...PUBLIC_EVENTS, name: '応募者の一覧', confidentiality: 'C2' };

function submit(client: Client, { id, version }: Application, changes: object = {}) {
  return client.decide(`/v1/use-applications/${id}/submission`, changes, version);
}

function decide(client: Client, { id, version }: Application, decision: object) {
  return client.decide(`/v1/use-applications/${id}/decision`, decision, version);
}

/** The rules a refused gate names. */
function unmetIn({ body }: { body: { facts: { unmet: { rule: string }[] } } }): string[] {
  return body.facts.unmet.map(({ rule }) => rule);
}

describe('an application for social media', () => {
  it('is refused without account, permitted content and procedure, each by its pointer', async () => {
    const prepared = await givenSocialMedia(cast);
    const { account: _, permittedContent: __, ruleDocumentId: ___, ...rest } = prepared.application;
    const draft = await draftedSocialMedia(cast.manager, { ...prepared, application: rest });
    const before = await everythingIn(service);
    const reply = await submit(cast.manager, draft);

    expect(reply.status).toBe(400);
    const errors = reply.body.errors as { pointer: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '#/account',
      '#/permittedContent',
      '#/ruleDocumentId',
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    [{ kinds: ['cloud-use-rules'] }, '運用手順（種類「social-media-procedure」）として登録した'],
    [{ effectiveUntil: '2026-11-20' }, '本日施行されている規程'],
    [{ effectiveFrom: '2026-11-22' }, '本日施行されている規程'],
  ])('follows no rule document with %j', async (given, detail) => {
    const prepared = await givenSocialMedia(cast);
    const ruleDocumentId = await givenProcedure(cast.manager, given);
    const draft = await draftedSocialMedia(cast.manager, prepared, { ruleDocumentId });
    const before = await everythingIn(service);
    const reply = await submit(cast.manager, draft);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([
      { pointer: '#/ruleDocumentId', detail: expect.stringContaining(detail) },
    ]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('waits for the exception where class 2 would go out, and goes on with it', async () => {
    const { engagementId, ...prepared } = await givenSocialMedia(cast, {
      dataItems: [APPLICANTS],
    });
    const draft = await draftedSocialMedia(cast.manager, { ...prepared, engagementId });
    const before = await everythingIn(service);
    const refused = await submit(cast.manager, draft);
    expect(refused.status).toBe(422);
    expect(unmetIn(refused)).toEqual(['K7-1-22b']);
    expect(await everythingIn(service)).toEqual(before);

    const exception = await cast.manager.post('/v1/exceptions', {
      engagementId,
      kind: 'ordinary',
      articles: ['K7-1-22b'],
      reason: '受賞者の氏名を本人の同意を得て発信する必要がある。',
      alternativeMeasure: '同意を得た者に限り、発信前に二人で確かめる。',
      residualRisk: '発信後の複製は取り消せない。',
      from: '2026-11-21',
      until: '2026-12-20',
    });
    const ciso = await cast.town.as('ciso');
    const url = `/v1/exceptions/${String(exception.body.id)}/decision`;
    await ciso.decide(url, PERMIT, exception.body.version).expect(200);
    const { body } = await cast.manager.get(`/v1/use-applications/${draft.id}`);
    expect((await submit(cast.manager, body)).status).toBe(200);
  });

  it('is decided by a department officer who did not apply', async () => {
    const prepared = await givenSocialMedia(cast);
    const draft = await draftedSocialMedia(cast.manager, prepared);
    const { body } = await submit(cast.department, draft);
    const other = await cast.town.as('department-officer');
    const before = await everythingIn(service);
    const own = await decide(cast.department, body, approval(cast));
    const official = await decide(cast.official, body, approval(cast));
    expect([own.status, own.body.type]).toEqual([
      422,
      'urn:mitodoke:problem:authority.separation-of-duties',
    ]);
    expect([official.status, official.body.facts]).toEqual([
      422,
      { roles: ['department-officer'] },
    ]);
    expect(await everythingIn(service)).toEqual(before);

    expect((await decide(other, body, approval(cast))).status).toBe(200);
  });

  it('is approved only with a responsible person', async () => {
    const application = await submittedSocialMedia(cast.manager, await givenSocialMedia(cast));
    const reply = await decide(cast.department, application, { outcome: 'approve' });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([
      { pointer: '#/cloudServiceManagerId', detail: expect.stringContaining('責任者') },
    ]);
  });

  it('is bound to account, permitted content and procedure by the hash of what was decided on', async () => {
    const prepared = await givenSocialMedia(cast);
    const draft = await draftedSocialMedia(cast.manager, prepared);
    const { account = '', permittedContent = '', ruleDocumentId = '' } = prepared.application;
    const next = await givenProcedure(cast.manager, { number: '令和８年訓令第８号' });
    const { body: reread } = await cast.manager.get(`/v1/use-applications/${draft.id}`);
    let current = reread as Application;
    const hashes: string[] = [];
    for (const changes of [
      {},
      { account: '町公式 https://social.example/other' },
      { account, permittedContent: '募集だけ。' },
      { permittedContent, ruleDocumentId: next },
      { ruleDocumentId },
    ]) {
      const submitted = await submit(cast.manager, current, changes).expect(200);
      const returned = await decide(cast.department, submitted.body, {
        ...{ outcome: 'return', comment: '確かめてください。' },
      }).expect(200);
      current = returned.body as Application;
      const decisions = returned.body.decisions as { contentHash: string }[];
      hashes.push(decisions.at(-1)?.contentHash ?? '');
    }

    expect(hashes[4]).toBe(hashes[0]);
    expect(new Set(hashes).size).toBe(4);
  });

  it('counts no more once other information is to go out', async () => {
    const { applicationId, engagementId } = await approvedSocialMedia(cast);
    const version = await versionOf(cast.manager, engagementId);
    const url = `/v1/engagements/${engagementId}/data-items`;
    await cast.manager.decide(url, SHELTERS, version).expect(201);

    const { body } = await cast.manager.get(`/v1/use-applications/${applicationId}`);
    expect(body).toMatchObject({ status: 'voided' });
    expect((await statesOf(cast.manager, engagementId)).get('K7-1-22c')).toBe('open');
  });

  it('is complete in the database too', async () => {
    const { applicationId } = await approvedSocialMedia(cast);
    for (const column of ['account', 'permitted_content', 'rule_document_id']) {
      await expect(
        service.rows(`UPDATE use_applications SET ${column} = NULL WHERE id = $1`, [applicationId]),
      ).rejects.toThrow('ck_use_applications_social_media');
    }
  });

  it('is unknown to another town', async () => {
    const { id } = await draftedSocialMedia(cast.manager, await givenSocialMedia(cast));
    const { manager: stranger } = await castOf(service);
    expect((await stranger.get(`/v1/use-applications/${id}`)).status).toBe(404);
  });
});

describe('an application for another service', () => {
  const SAID = { account: '町公式', permittedContent: '催しの案内' };
  const POINTERS = [{ pointer: '#/account' }, { pointer: '#/permittedContent' }];

  it('is not drawn up with an account or permitted content', async () => {
    const { engagementId, cloudServiceId } = await light(service, cast);
    const before = await everythingIn(service);
    const reply = await cast.manager.post(`/v1/engagements/${engagementId}/use-applications`, {
      ...{ cloudServiceId, purpose: '告知', usersScope: '職員' },
      ...SAID,
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject(POINTERS);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is not submitted with one either', async () => {
    const draft = await drafted(cast.manager, await classified(service, cast));
    const reply = await submit(cast.department, draft, SAID);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject(POINTERS);
  });

  it('shows neither in a version from before they were asked for', async () => {
    const { engagementId, cloudServiceId } = await light(service, cast);
    const draft = await drafted(cast.manager, { engagementId, cloudServiceId });
    await service.rows(
      `INSERT INTO use_application_submissions
         (organization_id, application_id, number, author_id, applicant_id, applicant_role, submitted_at, content)
       SELECT organization_id, id, 1, author_id, author_id, 'staff', now(), $2 FROM use_applications WHERE id = $1`,
      [
        draft.id,
        {
          ...{ cloudServiceId, purpose: '告知', usersScope: '職員' },
          ...{ ruleDocumentId: null, termsSnapshotId: null, riskAcceptance: null },
        },
      ],
    );

    const { body } = await cast.manager.get(`/v1/use-applications/${draft.id}`).expect(200);
    expect(body.submissions[0].content).toMatchObject({ account: null, permittedContent: null });
  });
});
