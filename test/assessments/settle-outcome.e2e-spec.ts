import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judge, type Answer } from '../../src/assessments/domain/judgement.js';
import { TestService, type Client } from '../support/api.js';
import {
  answered,
  assessed,
  concluded,
  criteriaOf,
  handedIn,
  panelOf,
  type Assessment,
  type AskedCriterion,
  type Panel,
} from '../support/assessing.js';
import { stateOf, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { givenCertificate } from '../vendors/given.js';
import { outsourcing, permitted, planned, vendorOf } from './given.js';

let service: TestService;
let town: Town;
let panel: Panel;
let clerk: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
  clerk = panel.clerk;
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

async function outcomeOf(given = {}): Promise<Assessment & { engagementId: string }> {
  const engagementId = await planned(clerk, outsourcing(town));
  const assessment = await assessed(panel, engagementId, await vendorOf(clerk), given);
  return { ...assessment, engagementId };
}

async function read(id: string, round = ''): Promise<Awaited<ReturnType<Client['get']>>['body']> {
  const reply = await clerk.get(`/v1/assessments/${id}/outcome${round}`);
  expect(reply.status).toBe(200);
  return reply.body;
}

describe('an outcome', () => {
  it('keeps what it follows from; computed again from what is stored it is the same', async () => {
    const vendor = await vendorOf(clerk);
    const certificate = await givenCertificate(clerk, vendor.vendorId);
    const engagementId = await planned(clerk, outsourcing(town));
    const { id, score } = await assessed(panel, engagementId, vendor, {
      'G-01': { answer: 'partial', reason: '一部' },
      'G-02': { answer: 'no' },
      'G-03': { answer: 'na', reason: '対象外' },
      'G-04': { answer: 'unknown' },
    });
    const outcome = await read(id);
    const criteria = (await criteriaOf(clerk, id)).map((criterion: AskedCriterion) => ({
      ...criterion,
      ...{ marks: [criterion.answer?.answer as Answer] as const, hasEvidence: true },
    }));
    const again = judge(criteria, outcome.thresholds);

    expect(outcome).toMatchObject(JSON.parse(JSON.stringify(again)) as object);
    expect(outcome).toMatchObject({ score, submittedBy: panel.clerkId, supersededOn: null });
    expect(outcome.certificates).toEqual([
      expect.objectContaining({ id: certificate, scheme: 'iso27001', standing: 'claimed' }),
    ]);
    expect(await trailOf(service, id)).toContain('assessment.concluded');
  });

  it('is not there before the reviews are', async () => {
    const engagementId = await planned(clerk, outsourcing(town));
    const url = `/v1/engagements/${engagementId}/assessments`;
    const { body } = await clerk.post(url, { ...(await vendorOf(clerk)), dueOn: '2026-12-10' });

    expect((await clerk.get(`/v1/assessments/${String(body.id)}/outcome`)).status).toBe(404);
    expect((await clerk.get(`/v1/assessments/${String(body.id)}?round=2`)).status).toBe(404);
  });

  it.each([
    ['unsuitable', 'failed', { 'G-05': { answer: 'no' } }, 'G-05'],
    ['undetermined', 'unknown', { 'G-05': { answer: 'unknown' } }, 'G-05'],
    ['undetermined', 'without-evidence', { 'G-06': { evidence: [] } }, 'G-06'],
  ])(
    'is %s for a knock-out that is %s, however high the score, and proves nothing',
    async (result, finding, given, criterionId) => {
      const { id, engagementId, ...assessment } = await outcomeOf(given);

      expect(assessment).toMatchObject({ status: 'concluded', result, score: '1.0000' });
      expect((await read(id)).knockOuts).toEqual([{ criterionId, finding, cover: null }]);
      expect(await stateOf(clerk, engagementId, 'K9-1-1a')).toBe('open');
    },
  );

  it('counts no evidence that lapsed before the review', async () => {
    const engagementId = await planned(clerk, outsourcing(town));
    const url = `/v1/engagements/${engagementId}/assessments`;
    const body = { ...(await vendorOf(clerk)), dueOn: '2026-12-10' };
    const sent = (await clerk.post(url, body)).body as Assessment;
    const submitted = await handedIn(
      panel,
      await answered(panel, sent, { 'G-06': { validUntil: '2026-11-25' } }),
    );
    service.itIs('2026-11-26');

    expect(await concluded(panel, submitted)).toMatchObject({ result: 'undetermined' });
  });

  it('that is conditional names what was not met, due by the start of the work', async () => {
    const partial = { answer: 'partial', reason: '一部のみ' };
    const { id, engagementId, ...assessment } = await outcomeOf({ 'G-05': partial });

    expect(assessment.result).toBe('conditional');
    expect((await read(id)).conditions).toEqual([
      expect.objectContaining({ criterionId: 'G-05', dueOn: '2026-12-01' }),
    ]);
    expect(await stateOf(clerk, engagementId, 'K9-1-1a')).toBe('met');
  });
});

describe('settling an outcome anew', () => {
  const CONDITION = { criterionId: 'G-05', text: '規程を改正し提出する。', dueOn: '2027-01-31' };

  it('sets conditions with their days, and keeps the outcome before', async () => {
    const { id, version } = await outcomeOf({ 'G-05': { answer: 'partial', reason: '一部のみ' } });
    const url = `/v1/assessments/${id}/outcome`;
    const [reviewer] = panel.reviewers;
    expect((await reviewer.post(url, { conditions: [CONDITION] })).status).toBe(428);
    const late = { conditions: [{ ...CONDITION, dueOn: '2026-11-19' }] };
    const past = await reviewer.decide(url, late, version);
    expect(past.status).toBe(400);
    expect(past.body.errors[0].pointer).toBe('#/conditions/0/dueOn');

    const reply = await reviewer.decide(url, { conditions: [CONDITION] }, version);
    expect(reply.body).toMatchObject({ result: 'conditional', version: version + 1 });
    expect((await read(id)).conditions).toEqual([CONDITION]);
    const rows = await service.rows(
      'SELECT superseded_on FROM assessment_outcomes WHERE assessment_id = $1 ORDER BY id',
      [id],
    );
    expect(rows).toEqual([{ superseded_on: '2026-11-20' }, { superseded_on: null }]);
  });

  it('sets none for an outcome that is not conditional', async () => {
    const { id, version } = await outcomeOf();
    const url = `/v1/assessments/${id}/outcome`;
    const reply = await panel.reviewers[0].decide(url, { conditions: [CONDITION] }, version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:assessment.not-conditional');
    expect((await read(id)).supersededOn).toBeNull();
  });

  it('takes an exception permitted since into account, visibly and while it lasts', async () => {
    const { id, version, engagementId, result } = await outcomeOf({ 'G-25': { answer: 'no' } });
    expect(result).toBe('unsuitable');
    const criteria = await criteriaOf(clerk, id);
    const articles = criteria.find(({ criterionId }) => criterionId === 'G-25')?.articles ?? [];
    const { id: exceptionId } = await permitted(town, engagementId, articles);
    const url = `/v1/assessments/${id}/outcome`;
    const reply = await panel.reviewers[0].decide(url, {}, version);

    expect(reply.body.result).toBe('conditional');
    const cover = { exceptionIds: [exceptionId], until: '2026-12-20' };
    const outcome = await read(id);
    expect(outcome.knockOuts).toEqual([{ criterionId: 'G-25', finding: 'failed', cover }]);
    expect(outcome.conditions).toContainEqual(
      expect.objectContaining({ criterionId: 'G-25', dueOn: '2026-12-20' }),
    );
    expect(outcome.validUntil).toBe('2026-12-20');
    expect(await stateOf(clerk, engagementId, 'K9-1-1a')).toBe('met');
    service.itIs('2026-12-21');
    expect(await stateOf(clerk, engagementId, 'K9-1-1a')).toBe('open');
  });
});

describe('reopening', () => {
  const REOPENING = { reason: '約款を改定したとの申出があったため', dueOn: '2026-12-15' };

  it('cures a failed knock-out in a new round; the old one stays readable', async () => {
    const failed = await outcomeOf({ 'G-05': { answer: 'no' } });
    const url = `/v1/assessments/${failed.id}`;
    const reply = await clerk.decide(`${url}/reopening`, REOPENING, failed.version);
    const reopened = reply.body as Assessment;

    expect(reopened).toMatchObject({
      ...{ status: 'answering', round: 2, asked: 1, answered: 0, result: null },
      dueOn: '2026-12-15',
    });
    const criteria = await criteriaOf(clerk, failed.id);
    const again = criteria.filter(({ isAsked }) => isAsked);
    expect(again).toEqual([expect.objectContaining({ criterionId: 'G-05', answer: null })]);
    const other = { answers: [{ criterionId: 'G-01', answer: 'no' }] };
    const refused = await clerk.put(`${url}/answers`, other, reopened.version);
    expect(refused.body.errors[0].pointer).toBe('#/answers/0/criterionId');
    const early = await clerk.decide(`${url}/submission`, {}, reopened.version);
    expect(early.body.facts.missing).toEqual(['G-05']);

    const submitted = await handedIn(panel, await answered(panel, reopened));
    expect(await concluded(panel, submitted)).toMatchObject({ result: 'suitable', round: 2 });
    expect(await stateOf(clerk, failed.engagementId, 'K9-1-1a')).toBe('met');
    const old = (await clerk.get(`${url}?round=1`)).body;
    expect(old).toMatchObject({
      ...{ shownRound: 1, round: 2 },
      outcome: { result: 'unsuitable', supersededOn: '2026-11-20' },
    });
    expect(old.reviews).toHaveLength(1);
    expect(old.rounds).toMatchObject([{ round: 1 }, { round: 2, reason: REOPENING.reason }]);
    const before = old.criteria.find((row: AskedCriterion) => row.criterionId === 'G-05');
    expect(before.answer.answer).toBe('no');
    expect((await read(failed.id)).result).toBe('suitable');
  });

  it('asks again what it is told to, and opens again what a good outcome had proved', async () => {
    const good = await outcomeOf();
    const url = `/v1/assessments/${good.id}/reopening`;
    const nothing = await clerk.decide(url, REOPENING, good.version);
    expect(nothing.status).toBe(400);
    expect(nothing.body.errors[0].pointer).toBe('#/criteria');
    expect(await stateOf(clerk, good.engagementId, 'K9-1-1a')).toBe('met');

    const body = { ...REOPENING, criteria: ['G-11', 'G-02'] };
    const reply = await clerk.decide(url, body, good.version);
    expect(reply.body).toMatchObject({ asked: 2, status: 'answering' });
    expect(await stateOf(clerk, good.engagementId, 'K9-1-1a')).toBe('open');
  });

  it.each([
    ['a day in the past', { dueOn: '2026-11-19' }, '#/dueOn'],
    ['a criterion that was not asked', { criteria: ['G-05', 'X-99'] }, '#/criteria/1'],
  ])('is refused for %s', async (_, fault, pointer) => {
    const failed = await outcomeOf({ 'G-05': { answer: 'no' } });
    const url = `/v1/assessments/${failed.id}`;
    const reply = await clerk.decide(
      `${url}/reopening`,
      { ...REOPENING, ...fault },
      failed.version,
    );

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect((await clerk.get(url)).body).toMatchObject({ round: 1, result: 'unsuitable' });
  });

  it('is refused before there is an outcome', async () => {
    const engagementId = await planned(clerk, outsourcing(town));
    const url = `/v1/engagements/${engagementId}/assessments`;
    const body = { ...(await vendorOf(clerk)), dueOn: '2026-12-10' };
    const sent = (await clerk.post(url, body)).body as Assessment;
    const reply = await clerk.decide(`/v1/assessments/${sent.id}/reopening`, REOPENING, 1);

    expect(reply.status).toBe(422);
    expect(reply.body.facts.status).toBe('sent');
  });
});
