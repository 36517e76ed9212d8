import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../src/identity/index.js';
import { TestService, type Client } from '../support/api.js';
import {
  concluded,
  criteriaOf,
  panelOf,
  reviewed,
  scoresOf,
  selected,
  sent,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { residentService, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import {
  cloudCandidate,
  othersProven,
  outsourcing,
  planned,
  vendorOf,
} from '../assessments/given.js';
import { allYes } from './answering.js';
import { accepted, invited } from './firms.js';
import { send, show, versionIn } from './pages.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
});
afterAll(() => service.stop());

const RESPONDENT = { name: '田中', email: 'tanaka@vendor.example' };

/** The vendor answers everything by a link of that person, and hands in. */
async function answeredByLink(issuer: Client, id: string): Promise<Assessment> {
  const url = `/v1/assessments/${id}`;
  const link = await issuer.post(`${url}/answer-links`, RESPONDENT).expect(201);
  const path = new URL(String(link.body.url)).pathname;
  const version = versionIn((await show(service, path)).text);
  const form = { version, do: 'review', ...(await allYes(panel.clerk, id)) };
  const check = await send(service, path, form);
  const whole = { version: versionIn(check.text), do: 'submit', confirmed: 'yes' };
  await send(service, path, whole).expect(200);
  return (await panel.clerk.get(url)).body as Assessment;
}

function reviewedInTables(id: string, by: string): Promise<unknown[]> {
  const insert = `INSERT INTO assessment_reviews
    (organization_id, id, assessment_id, round, reviewed_by, reviewed_as, reviewed_on, duties_joined)
    VALUES ($1, gen_random_uuid(), $2, 1, $3, 'security-reviewer', '2026-11-20', false)`;
  return service.rows(insert, [town.organizationId, id, by]);
}

describe('a link', () => {
  it.each([
    ['review them', 'security-reviewer'],
    ['select by them', 'section-manager'],
  ])('keeps whoever handed it out from answering by it to %s', async (_, role) => {
    const issuer = await town.someoneAs(role);
    await town.appoint(issuer.personId, 'procurement', { unitId: null });
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const { id } = await sent(panel, engagementId, await vendorOf(panel.clerk));
    const url = `/v1/assessments/${id}`;
    const handedIn = await answeredByLink(issuer.client, id);
    const isReviewer = role === 'security-reviewer';
    if (!isReviewer) await reviewed(panel.reviewers[0], handedIn);
    await othersProven(service, panel, engagementId);
    const scores = isReviewer ? await scoresOf(issuer.client, id) : [];
    if (isReviewer)
      await expect(reviewedInTables(id, issuer.personId)).rejects.toThrow('sd_assessment_reviews');
    const before = await everythingIn(service);

    const own = isReviewer
      ? await issuer.client.post(`${url}/reviews`, { round: 1, scores })
      : await issuer.client.decide(
          `/v1/engagements/${engagementId}/selection`,
          { assessmentId: id, method: 'negotiated', reasons: '要件を満たす。' },
          await versionOf(panel.clerk, engagementId),
        );

    expect(own.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(await everythingIn(service)).toEqual(before);
    if (isReviewer) await reviewed(panel.reviewers[0], handedIn);
  });

  it('keeps whoever handed it out from reconciling the reviews of what came by it', async () => {
    const issuer = await town.someoneAs('section-manager');
    await town.appoint(issuer.personId, 'procurement', { unitId: null });
    const engagementId = await planned(panel.clerk, residentService(town));
    const { id } = await sent(panel, engagementId, await cloudCandidate(panel.clerk));
    const handedIn = await answeredByLink(issuer.client, id);
    const [criterion] = await criteriaOf(panel.clerk, id);
    const criterionId = String(criterion?.criterionId);
    await reviewed(panel.reviewers[0], handedIn);
    const lower = { [criterionId]: { accepted: 'partial', comment: '記載が不足している。' } };
    const { version } = await reviewed(panel.reviewers[1], handedIn, lower);
    const decisions = [{ criterionId, accepted: 'partial', reason: '記載がない。' }];
    const url = `/v1/assessments/${id}/reconciliation`;
    const before = await everythingIn(service);

    const own = await issuer.client.decide(url, { decisions }, version);

    expect(own.status).toBe(422);
    expect(own.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    const insert = `INSERT INTO assessment_reconciliations
      (organization_id, assessment_id, round, reviewed_by, decided_by, decided_on, decisions)
      VALUES ($1, $2, 1, $3, $4, '2026-11-20', '[]')`;
    const values = [town.organizationId, id, panel.reviewerIds, issuer.personId];
    await expect(service.rows(insert, values)).rejects.toThrow('sd_assessment_reconciliations');
    expect(await everythingIn(service)).toEqual(before);
    await panel.decider.decide(url, { decisions }, version).expect(200);
  });

  it('keeps whoever handed it out from deciding by what came by it, in the tables too', async () => {
    const issuer = await town.someoneAs('procurement');
    const engagementId = await planned(panel.clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const { id } = await sent(panel, engagementId, await vendorOf(panel.clerk));
    await concluded(panel, await answeredByLink(issuer.client, id));
    const selection = await selected(panel, engagementId, { id });
    const values = [selection.id, issuer.personId];

    await expect(
      service.rows('UPDATE selections SET decided_by = $2 WHERE id = $1', values),
    ).rejects.toThrow('sd_selections');
    await expect(
      service.rows('UPDATE answer_links SET issued_by = $2 WHERE assessment_id = $1', [
        id,
        panel.clerkId,
      ]),
    ).rejects.toThrow('sd_answer_links');
  });

  it('that gave way to the account of a firm leads nowhere once that is linked no more', async () => {
    const { token, vendorId } = await invited(panel.clerk);
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const { id } = await sent(panel, engagementId, { vendorId });
    const url = `/v1/assessments/${id}/answer-links`;
    const issued = await panel.clerk.post(url, RESPONDENT).expect(201);
    const path = new URL(String(issued.body.url)).pathname;
    await accepted(service, token);
    const linked = (await panel.clerk.get(url)).body.items;
    const end = `/v1/vendors/${vendorId}/firm-link/end`;
    await panel.clerk.decide(end, { reason: '取引の終了' }, 1).expect(200);

    const page = await show(service, path);

    expect(linked).toMatchObject([{ standing: 'linked' }]);
    expect(page.status).toBe(410);
    expect((await panel.clerk.get(url)).body.items).toMatchObject([{ standing: 'superseded' }]);
    const anew = await panel.clerk.post(url, RESPONDENT).expect(201);
    const { pathname } = new URL(String(anew.body.url));
    expect((await show(service, pathname)).status).toBe(200);
  });
});

describe('the form', () => {
  it('has no more fields than it may, however small, whoever sends it', async () => {
    const path = `/answers/${issueToken(town.organizationId).token}`;
    const agent = supertest(service.app.getHttpServer());

    const replies = await Promise.all(
      ['a&', '&', 'a=&'].map((field) =>
        agent.post(path).type('form').send(field.repeat(1_000_000)),
      ),
    );

    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400]);
  });
});
