import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  answered,
  concluded,
  criteriaOf,
  handedIn,
  panelOf,
  reviewed,
  scoresOf,
  selected,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { residentService } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { othersProven, permitted, planned, vendorOf } from './given.js';
import { assessmentRead, CLOSES, first, opened, type Procedure } from './procedures.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  panel = await panelOf(town);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('in a tender', () => {
  it('nobody answers late, by whatever permission', async () => {
    const { assessments } = await opened({ town, panel }, 'tender');
    const assessment = await answered(panel, first(assessments));
    service.itIs('2026-12-01');
    const submission = await panel.clerk.decide(
      `/v1/assessments/${assessment.id}/submission`,
      {},
      assessment.version,
    );
    const permission = await panel.decider.decide(
      `/v1/assessments/${assessment.id}/late-answers`,
      { reason: '郵便の遅れ', dueOn: '2026-12-05' },
      assessment.version,
    );
    const answers = [{ criterionId: 'G-01', answer: 'no' }];
    const entry = await panel.clerk.put(
      `/v1/assessments/${assessment.id}/answers`,
      { answers },
      assessment.version,
    );

    for (const reply of [submission, permission, entry]) {
      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:selection-procedure.answers-closed');
    }
    expect(await assessmentRead(panel, assessment.id)).toMatchObject({
      status: 'answering',
      dueOn: CLOSES,
    });
    expect(await service.rows('SELECT FROM late_answer_permissions')).toEqual([]);
  });

  it('answers are reviewed once no more can come', async () => {
    const { assessments } = await opened({ town, panel }, 'tender');
    const submitted = await handedIn(panel, await answered(panel, first(assessments)));
    const reviewer = first(panel.reviewers);
    const body = { round: 1, scores: await scoresOf(reviewer, submitted.id) };
    const refused = await reviewer.post(`/v1/assessments/${submitted.id}/reviews`, body);

    expect(refused.body).toMatchObject({
      type: 'urn:mitodoke:problem:selection-procedure.not-closed',
    });
    expect(
      await service.rows('SELECT FROM assessment_reviews WHERE assessment_id = $1', [submitted.id]),
    ).toEqual([]);
    service.itIs('2026-12-01');
    expect(await reviewed(reviewer, submitted)).toMatchObject({ result: 'suitable' });
  });

  it('a knock-out that fails is neither excepted nor asked again', async () => {
    const { engagementId, assessments } = await opened({ town, panel }, 'tender');
    const { id } = first(assessments);
    const criteria = await criteriaOf(panel.clerk, id);
    const knockOut = criteria.find(({ criterionId }) => criterionId === 'G-06');
    await permitted(town, engagementId, knockOut?.articles ?? []);
    await handedIn(panel, await answered(panel, first(assessments), { 'G-06': { answer: 'no' } }));
    service.itIs('2026-12-01');
    const failed = await concluded(panel, await assessmentRead(panel, id));

    expect(failed).toMatchObject({ status: 'concluded', result: 'unsuitable' });
    const again = { reason: '補正させるため', dueOn: '2026-12-10' };
    const reply = await panel.clerk.decide(
      `/v1/assessments/${id}/reopening`,
      again,
      failed.version,
    );
    expect(reply.body.type).toBe('urn:mitodoke:problem:selection-procedure.asked-once');
    expect(await assessmentRead(panel, id)).toMatchObject({ status: 'concluded', round: 1 });
  });

  it('a knock-out met in part fails; there are no conditions', async () => {
    const { assessments } = await opened({ town, panel }, 'tender');
    const { id } = first(assessments);
    const given = { 'G-06': { answer: 'partial', reason: '一部の再委託先のみ' } };
    await handedIn(panel, await answered(panel, first(assessments), given));
    service.itIs('2026-12-01');

    expect(await concluded(panel, await assessmentRead(panel, id))).toMatchObject({
      result: 'unsuitable',
    });
    const outcome = await panel.clerk.get(`/v1/assessments/${id}/outcome`);
    expect(outcome.body.conditions).toEqual([]);
  });
});

describe('where points decide', () => {
  it('late answers need a permission, whose reason is kept', async () => {
    const { assessments } = await opened({ town, panel }, 'comprehensive-evaluation');
    const assessment = await answered(panel, first(assessments));
    const url = `/v1/assessments/${assessment.id}/late-answers`;
    const body = { reason: '災害で郵便が止まったため', dueOn: '2026-12-05' };
    const early = await panel.decider.decide(url, body, assessment.version);
    expect(early.body.type).toBe('urn:mitodoke:problem:selection-procedure.wrong-status');

    service.itIs('2026-12-01');
    const submission = `/v1/assessments/${assessment.id}/submission`;
    const refused = await panel.clerk.decide(submission, {}, assessment.version);
    expect(refused.body.type).toBe('urn:mitodoke:problem:selection-procedure.answers-closed');
    expect((await panel.clerk.decide(url, body, assessment.version)).status).toBe(403);
    const permission = await panel.decider.decide(url, body, assessment.version);

    expect(permission.body).toMatchObject({ dueOn: '2026-12-05' });
    expect(
      await service.rows(
        'SELECT reason, due_on FROM late_answer_permissions WHERE assessment_id = $1',
        [assessment.id],
      ),
    ).toEqual([{ reason: body.reason, due_on: '2026-12-05' }]);
    expect(await handedIn(panel, await assessmentRead(panel, assessment.id))).toMatchObject({
      status: 'submitted',
    });
    expect(await trailOf(service, assessment.id)).toContain('assessment.late-answers-permitted');
  });

  it('answers are not reviewed while late ones may come, and none are permitted once a candidate is selected', async () => {
    const names = ['株式会社甲', '株式会社乙', '株式会社丙'];
    const { engagementId, assessments } = await opened({ town, panel }, 'proposal', names);
    const [one, other, third] = assessments as [Assessment, Assessment, Assessment];
    const submitted = await handedIn(panel, await answered(panel, one));
    service.itIs('2026-12-01');
    const late = { reason: '災害で郵便が止まったため', dueOn: '2026-12-05' };
    const permission = (to: Assessment): ReturnType<Panel['clerk']['post']> =>
      panel.decider.decide(`/v1/assessments/${to.id}/late-answers`, late, to.version);
    await permission(other).expect(200);
    const reviewer = first(panel.reviewers);
    const body = { round: 1, scores: await scoresOf(reviewer, submitted.id) };
    const refused = await reviewer.post(`/v1/assessments/${submitted.id}/reviews`, body);

    expect(refused.body).toMatchObject({
      ...{ type: 'urn:mitodoke:problem:selection-procedure.not-closed' },
      facts: { closesOn: '2026-12-05' },
    });
    const rows = 'SELECT FROM assessment_reviews WHERE assessment_id = $1';
    expect(await service.rows(rows, [submitted.id])).toEqual([]);
    service.itIs('2026-12-06');
    await concluded(panel, submitted);
    await othersProven(service, panel, engagementId);
    await selected(panel, engagementId, submitted);
    late.dueOn = '2026-12-10';
    const after = await permission(third);
    expect(after.body.type).toBe('urn:mitodoke:problem:selection-procedure.wrong-status');
    expect(await assessmentRead(panel, third.id)).toMatchObject({ dueOn: CLOSES });
  });

  it.each(['comprehensive-evaluation', 'proposal', 'negotiated'])(
    'no late answers are permitted once another candidate is reviewed (%s)',
    async (method) => {
      const { assessments } = await opened({ town, panel }, method, ['株式会社甲', '株式会社乙']);
      const [one, other] = assessments as [Assessment, Assessment];
      const submitted = await handedIn(panel, await answered(panel, one));
      service.itIs('2026-12-01');
      await reviewed(first(panel.reviewers), submitted);
      const url = `/v1/assessments/${other.id}/late-answers`;
      const late = { reason: '災害で郵便が止まったため', dueOn: '2026-12-05' };
      const before = await everythingIn(service);

      const refused = await panel.decider.decide(url, late, other.version);

      expect(refused.body).toMatchObject({
        ...{ status: 409, type: 'urn:mitodoke:problem:selection-procedure.reviews-begun' },
        facts: { assessmentIds: [one.id] },
      });
      expect(await everythingIn(service)).toEqual(before);
    },
  );

  it('half a point between reviews is averaged where that was announced; on knock-outs it is decided', async () => {
    const engagementId = await planned(
      panel.clerk,
      residentService(town, { kinds: ['outsourcing'] }),
    );
    const candidate = await vendorOf(panel.clerk, '株式会社平均');
    const reply = await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
      ...{ method: 'proposal', closesOn: CLOSES, toleratedDifference: '0.5' },
      candidates: [candidate],
    });
    const { assessmentId } = first((reply.body as Procedure).candidates);
    await handedIn(panel, await answered(panel, await assessmentRead(panel, assessmentId)));
    service.itIs('2026-12-01');
    const [one, other] = panel.reviewers;
    const partial = { accepted: 'partial', comment: '手順書がない' };
    await reviewed(one, await assessmentRead(panel, assessmentId));
    const differing = await reviewed(other, await assessmentRead(panel, assessmentId), {
      'G-01': partial,
      'G-06': partial,
    });

    expect(differing).toMatchObject({ status: 'reconciling', reviewersRequired: 2 });
    expect((await one.get(`/v1/assessments/${assessmentId}`)).body.differing).toEqual(['G-06']);
    const decisions = [{ criterionId: 'G-06', accepted: 'yes', reason: '誓約書で確認した' }];
    const url = `/v1/assessments/${assessmentId}/reconciliation`;
    await panel.decider.decide(url, { decisions }, differing.version).expect(200);
    const outcome = await one.get(`/v1/assessments/${assessmentId}/outcome`);
    expect(outcome.body.contributions).toContainEqual({
      ...{ criterionId: 'G-01', weight: 3, marks: ['yes', 'partial'] },
      ...{ value: '0.75', contribution: '2.25' },
    });
    expect(outcome.body.result).toBe('suitable');
  });
});
