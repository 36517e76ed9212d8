import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../src/identity/index.js';
import { TestService } from '../support/api.js';
import {
  panelOf,
  reviewed,
  scoresOf,
  sent,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { othersProven, outsourcing, planned, vendorOf } from '../assessments/given.js';
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
    const link = await issuer.client.post(`${url}/answer-links`, RESPONDENT).expect(201);
    const path = new URL(String(link.body.url)).pathname;
    const version = versionIn((await show(service, path)).text);
    const check = await send(service, path, {
      version,
      do: 'review',
      ...(await allYes(panel.clerk, id)),
    });
    const whole = { version: versionIn(check.text), do: 'submit', confirmed: 'yes' };
    await send(service, path, whole).expect(200);
    const handedIn = (await panel.clerk.get(url)).body as Assessment;
    const isReviewer = role === 'security-reviewer';
    if (!isReviewer) await reviewed(panel.reviewers[0], handedIn);
    await othersProven(service, panel, engagementId);
    const scores = isReviewer ? await scoresOf(issuer.client, id) : [];
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
