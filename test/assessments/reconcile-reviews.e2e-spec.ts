import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  answered,
  handedIn,
  panelOf,
  reviewed,
  sent,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { cloudCandidate, planned } from './given.js';

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

async function submitted(): Promise<Assessment> {
  const engagementId = await planned(panel.clerk, residentService(town));
  const checklist = await sent(panel, engagementId, await cloudCandidate(panel.clerk));
  return handedIn(panel, await answered(panel, checklist));
}

function outcomes(id: string): Promise<unknown[]> {
  return service.rows('SELECT id FROM assessment_outcomes WHERE assessment_id = $1', [id]);
}

describe('reviews that differ', () => {
  const LOWER = { 'G-01': { accepted: 'partial', comment: '役割の記載が不足している。' } };
  const DECISION = {
    decisions: [{ criterionId: 'G-01', accepted: 'partial', reason: '体制図に役割がない。' }],
  };

  async function differing(): Promise<Assessment> {
    const assessment = await submitted();
    await reviewed(panel.reviewers[0], assessment);
    return reviewed(panel.reviewers[1], assessment, LOWER);
  }

  it('are reconciled by someone else, on what they differ on alone', async () => {
    const assessment = await differing();
    const url = `/v1/assessments/${assessment.id}`;
    expect(assessment).toMatchObject({ status: 'reconciling', result: null });
    expect((await panel.decider.get(url)).body.differing).toEqual(['G-01']);

    const extra = [...DECISION.decisions, { ...DECISION.decisions[0], criterionId: 'G-02' }];
    const { version } = assessment;
    const tooMuch = await panel.decider.decide(
      `${url}/reconciliation`,
      { decisions: extra },
      version,
    );
    expect(tooMuch.status).toBe(400);
    expect(tooMuch.body.errors[0].pointer).toBe('#/decisions/1/criterionId');

    const reply = await panel.decider.decide(`${url}/reconciliation`, DECISION, version);
    expect(reply.body).toMatchObject({ status: 'concluded', result: 'suitable' });
    expect(Number(reply.body.score)).toBeLessThan(1);
    const { reconciliation, outcome } = (await panel.decider.get(url)).body;
    expect(reconciliation.decisions).toEqual(DECISION.decisions);
    expect(outcome.contributions).toContainEqual({
      ...{ criterionId: 'G-01', weight: 3, marks: ['partial'], value: '0.5', contribution: '1.5' },
    });
  });

  it('are not reconciled by a reviewer or whoever gave the answers', async () => {
    const assessment = await differing();
    const url = `/v1/assessments/${assessment.id}/reconciliation`;
    for (const reviewer of panel.reviewers) {
      const reply = await reviewer.decide(url, DECISION, assessment.version);
      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    }
    expect((await panel.clerk.decide(url, DECISION, assessment.version)).status).toBe(403);
    const stale = await panel.decider.decide(url, DECISION, assessment.version - 1);
    expect(stale.status).toBe(412);
    expect(await outcomes(assessment.id)).toEqual([]);
    await expect(
      service.rows(
        `INSERT INTO assessment_reconciliations
           (organization_id, assessment_id, round, submitted_by, reviewed_by, decided_by, decided_on, decisions)
         VALUES ($1, $2, 1, $3, $4, $5, '2026-11-20', '[]')`,
        [
          ...[town.organizationId, assessment.id, panel.clerkId],
          ...[panel.reviewerIds, panel.reviewerIds[1]],
        ],
      ),
    ).rejects.toThrow('sd_assessment_reconciliations');
  });

  it('agree again only by a reconciliation: there is none to make where they agree', async () => {
    const assessment = await submitted();
    for (const reviewer of panel.reviewers) await reviewed(reviewer, assessment);
    const { body } = await panel.decider.get(`/v1/assessments/${assessment.id}`);
    const reply = await panel.decider.decide(
      `/v1/assessments/${assessment.id}/reconciliation`,
      DECISION,
      body.version as number,
    );

    expect(reply.status).toBe(422);
    expect(reply.body.facts.status).toBe('concluded');
  });
});
