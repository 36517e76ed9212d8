import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import {
  answered,
  handedIn,
  panelOf,
  reviewed,
  scoresOf,
  sent,
  type Assessment,
  type Candidate,
  type Panel,
} from '../support/assessing.js';
import { residentService } from '../support/engagement.js';
import { stateOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { cloudCandidate, planned } from './given.js';

let service: TestService;
let town: Town;
let panel: Panel;
let candidate: Candidate;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
  candidate = await cloudCandidate(panel.clerk);
});
afterAll(() => service.stop());

/** An engagement of the upper tier, which needs two reviews, with answers handed in. */
async function submitted(given = {}): Promise<Assessment & { engagementId: string }> {
  const engagementId = await planned(panel.clerk, residentService(town));
  const assessment = await answered(panel, await sent(panel, engagementId, candidate), given);
  return { ...(await handedIn(panel, assessment)), engagementId };
}

function outcomes(id: string): Promise<{ result: string; score: string }[]> {
  return service.rows(
    'SELECT result, score FROM assessment_outcomes WHERE assessment_id = $1 ORDER BY id',
    [id],
  );
}

function reviews(id: string): Promise<unknown[]> {
  return service.rows('SELECT id FROM assessment_reviews WHERE assessment_id = $1', [id]);
}

async function review(
  client: Client,
  { id, round }: Assessment,
  given = {},
): Promise<Awaited<ReturnType<Client['post']>>> {
  const scores = await scoresOf(client, id, given);
  return client.post(`/v1/assessments/${id}/reviews`, { round, scores });
}

describe('reviews', () => {
  it('are as many as the tier needs; the last settles the outcome where they agree', async () => {
    const assessment = await submitted();
    const [first, second] = panel.reviewers;
    const after = await reviewed(first, assessment);
    expect(after).toMatchObject({ status: 'reviewing', reviewsGiven: 1, result: null });
    expect(await stateOf(first, assessment.engagementId, 'K9-1-1a')).toBe('open');

    const last = await reviewed(second, assessment);
    expect(last).toMatchObject({ status: 'concluded', result: 'suitable', score: '1.0000' });
    for (const rule of ['K9-1-1a', 'K9-1-1b', 'K9-1-1c.1', 'K9-2-3b.1']) {
      expect(await stateOf(first, assessment.engagementId, rule)).toBe('met');
    }
  });

  it('are independent: nobody sees the scores of others before all are in', async () => {
    const assessment = await submitted();
    const [first, second] = panel.reviewers;
    await reviewed(first, assessment);
    const url = `/v1/assessments/${assessment.id}`;
    const own = (await first.get(url)).body.reviews[0];
    const others = (await second.get(url)).body.reviews[0];

    expect(own.scores.length).toBeGreaterThan(30);
    expect(others).toMatchObject({ reviewedBy: panel.reviewerIds[0], scores: null });
    await reviewed(second, assessment);
    const seen = (await second.get(url)).body;
    expect(seen.reviews.map((each: { scores: unknown[] }) => each.scores.length)).toEqual([
      own.scores.length,
      own.scores.length,
    ]);
    expect(seen.differing).toEqual([]);
  });

  it('are not given by who issued a token to the system that gave the answers', async () => {
    const issuer = await town.someoneAs('administrator', 'security-reviewer');
    const issued = await issuer.client.post('/v1/api-tokens', {
      ...{ system: '調達システム', scopes: ['assessment:read', 'assessment:write'] },
      expiresOn: '2027-03-31',
    });
    const clerk = service.clientWith(String(issued.body.token));
    const engagementId = await planned(panel.clerk, residentService(town));
    const sheet = await answered({ ...panel, clerk }, await sent(panel, engagementId, candidate));
    const assessment = await handedIn({ ...panel, clerk }, sheet);

    const own = await review(issuer.client, assessment);

    expect(own.status).toBe(422);
    expect(own.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(await reviews(assessment.id)).toEqual([]);
    const insert = `INSERT INTO assessment_reviews
      (organization_id, id, assessment_id, round, submitted_by, reviewed_by, reviewed_as, reviewed_on, duties_joined)
      SELECT organization_id, gen_random_uuid(), assessment_id, round, submitted_by, $2, 'security-reviewer', '2026-11-20', false
      FROM assessment_submissions WHERE assessment_id = $1`;
    await expect(service.rows(insert, [assessment.id, issuer.personId])).rejects.toThrow(
      'sd_assessment_reviews',
    );
    const disown = 'UPDATE api_tokens SET issued_by = $2 WHERE id = $1';
    await expect(service.rows(disown, [String(issued.body.id), panel.clerkId])).rejects.toThrow(
      'sd_api_tokens',
    );
    expect(await reviewed(panel.reviewers[0], assessment)).toMatchObject({ reviewsGiven: 1 });
  });

  it('given at once make one outcome', async () => {
    const assessment = await submitted();
    const replies = await Promise.all(
      panel.reviewers.map((reviewer) => review(reviewer, assessment)),
    );

    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies.map(({ body }) => String(body.status)).sort()).toEqual([
      'concluded',
      'reviewing',
    ]);
    expect(await outcomes(assessment.id)).toEqual([{ result: 'suitable', score: '1.0000' }]);
  });

  it.each([
    ['another value without a comment', { 'G-03': { accepted: 'no' } }, /\/comment$/],
    ['a criterion that was not asked', { 'G-03': { criterionId: 'X-99' } }, /\/criterionId$/],
  ])('with %s are refused', async (_, given, pointer) => {
    const assessment = await submitted();
    const reply = await review(panel.reviewers[0], assessment, given);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toMatch(pointer);
    expect(await reviews(assessment.id)).toEqual([]);
  });

  it('that leave an answer out are refused, naming it', async () => {
    const assessment = await submitted();
    const [reviewer] = panel.reviewers;
    const scores = await scoresOf(reviewer, assessment.id);
    const url = `/v1/assessments/${assessment.id}/reviews`;
    const reply = await reviewer.post(url, { round: 1, scores: scores.slice(1) });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0]).toMatchObject({ pointer: '#/scores' });
    expect(reply.body.errors[0].detail).toContain(
      (scores[0] as { criterionId: string }).criterionId,
    );
  });

  it('of another round, and of answers not handed in, are refused', async () => {
    const assessment = await submitted();
    const other = await review(panel.reviewers[0], { ...assessment, round: 2 });
    const engagementId = await planned(panel.clerk, residentService(town));
    const open = await answered(panel, await sent(panel, engagementId, candidate));
    const early = await review(panel.reviewers[0], open);

    expect(other.status).toBe(412);
    expect(early.status).toBe(422);
    expect(await reviews(assessment.id)).toEqual([]);
    expect(await reviews(open.id)).toEqual([]);
  });

  it('are given once by each reviewer', async () => {
    const assessment = await submitted();
    await reviewed(panel.reviewers[0], assessment);
    const again = await review(panel.reviewers[0], assessment);

    expect(again.status).toBe(409);
    expect(again.body.type).toBe('urn:mitodoke:problem:assessment.already-reviewed');
    expect(await reviews(assessment.id)).toHaveLength(1);
  });
});

describe('submitter and reviewer', () => {
  it('are kept apart in the service and in the database', async () => {
    const both = await town.someoneAs('procurement', 'security-reviewer');
    const own = { ...panel, clerk: both.client };
    const engagementId = await planned(own.clerk, residentService(town));
    const assessment = await handedIn(
      own,
      await answered(panel, await sent(own, engagementId, candidate)),
    );
    const refused = await review(both.client, assessment);

    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(await reviews(assessment.id)).toEqual([]);
    const insert = `INSERT INTO assessment_reviews
      (organization_id, id, assessment_id, round, submitted_by, reviewed_by, reviewed_as, reviewed_on, duties_joined)
      VALUES ($1, gen_random_uuid(), $2, 1, $3, $4, 'security-reviewer', '2026-11-20', false)`;
    const [somebody, third] = panel.reviewerIds;
    const values = [town.organizationId, assessment.id];
    await expect(service.rows(insert, [...values, both.personId, both.personId])).rejects.toThrow(
      'sd_assessment_reviews',
    );
    // Whoever else the row says submitted, or nobody: who did stands in the submission.
    for (const said of [somebody, null]) {
      await expect(service.rows(insert, [...values, said, both.personId])).rejects.toThrow(
        'sd_assessment_reviews',
      );
    }
    await expect(service.rows(insert, [...values, somebody, third])).rejects.toThrow(
      'fk_assessment_reviews_submission',
    );
  });

  it('count whoever entered an answer as having given it', async () => {
    const helper = await town.someoneAs('procurement', 'security-reviewer');
    const engagementId = await planned(panel.clerk, residentService(town));
    const entered = await answered(
      { ...panel, clerk: helper.client },
      await sent(panel, engagementId, candidate),
    );
    const refused = await review(helper.client, await handedIn(panel, entered));

    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('may be one person where the body decided so with a reason; the review shows it', async () => {
    const village = await service.town();
    const everyone = await village.as('procurement', 'security-reviewer', 'administrator');
    const url = '/v1/organization/settings/separate-submitter-and-reviewer';
    const { body } = await everyone.get(url);
    const decision = { value: false, reason: '職員5人のため' };
    await everyone.put(url, decision, body.version as number).expect(200);
    const own = { ...(await panelOf(village)), clerk: everyone };
    const engagementId = await planned(everyone, residentService(village, { tierAnswers: [] }));
    const assessment = await handedIn(
      own,
      await answered(own, await sent(own, engagementId, await cloudCandidate(everyone))),
    );
    await reviewed(everyone, assessment);

    const read = await everyone.get(`/v1/assessments/${assessment.id}`);
    expect(read.body.reviews[0].dutiesJoined).toBe(true);
  });

  it('needs the duty to review', async () => {
    const assessment = await submitted();

    expect((await review(panel.clerk, assessment)).status).toBe(403);
  });
});
