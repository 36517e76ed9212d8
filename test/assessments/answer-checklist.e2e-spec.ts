import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import {
  answered,
  criteriaOf,
  handedIn,
  panelOf,
  sent,
  yesTo,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { versionOf } from '../support/engagement.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { outsourcing, planned, vendorOf } from './given.js';

let service: TestService;
let town: Town;
let panel: Panel;
let clerk: Client;
let engagementId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
  clerk = panel.clerk;
  engagementId = await planned(clerk, outsourcing(town));
});
afterAll(() => service.stop());

async function checklist(): Promise<Assessment> {
  return sent(panel, engagementId, await vendorOf(clerk));
}

function stored(id: string): Promise<object[]> {
  return service.rows(
    `SELECT criterion_id, answer, entered_by FROM assessment_answers WHERE assessment_id = $1 ORDER BY criterion_id`,
    [id],
  );
}

function put(id: string, answers: readonly object[], version: number): ReturnType<Client['put']> {
  return clerk.put(`/v1/assessments/${id}/answers`, { answers }, version);
}

describe('answers', () => {
  it('are entered many at once, with who entered them on behalf of the vendor', async () => {
    const before = await versionOf(clerk, engagementId);
    const { id, version } = await checklist();
    const criteria = await criteriaOf(clerk, id);
    const evidence = [
      { title: '登録証', url: 'https://vendor.example/iso.pdf' },
      { title: '体制図', documentReference: '総第12号' },
    ];
    const answers = criteria.map(({ criterionId }) => ({
      ...{ criterionId, answer: 'partial', reason: '一部のみ', evidence, validUntil: '2027-03-31' },
    }));
    const reply = await put(id, answers, version);

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe('"2"');
    expect(reply.body).toMatchObject({ status: 'answering', answered: criteria.length });
    const read = await clerk.get(`/v1/assessments/${id}`);
    expect(read.body.criteria[0].answer).toMatchObject({
      ...{ answer: 'partial', reason: '一部のみ', evidence, validUntil: '2027-03-31' },
      enteredBy: panel.clerkId,
    });
    // Sending touches the dossier; entering answers does not.
    expect(await versionOf(clerk, engagementId)).toBe(before + 1);
    expect(await trailOf(service, id)).toEqual(['assessment.sent', 'assessment.answered']);
  });

  it('replace what was answered before, and name who changed it', async () => {
    const { id, version } = await checklist();
    await put(id, [yesTo('G-01'), yesTo('G-02')], version).expect(200);
    const other = await town.someoneAs('procurement');
    const answers = [yesTo('G-01'), { criterionId: 'G-02', answer: 'no' }];
    await other.client.put(`/v1/assessments/${id}/answers`, { answers }, version + 1).expect(200);

    expect(await stored(id)).toEqual([
      { criterion_id: 'G-01', answer: 'yes', entered_by: panel.clerkId },
      { criterion_id: 'G-02', answer: 'no', entered_by: other.personId },
    ]);
  });

  it.each([
    ['to what is not asked', { criterionId: 'C-01', answer: 'yes' }, '#/answers/1/criterionId'],
    ['twice to one criterion', yesTo('G-01'), '#/answers/1/criterionId'],
    ['of na without a reason', { criterionId: 'G-02', answer: 'na' }, '#/answers/1/reason'],
    ['in part without a reason', { criterionId: 'G-02', answer: 'partial' }, '#/answers/1/reason'],
    [
      'on evidence that has lapsed',
      { criterionId: 'G-02', answer: 'yes', validUntil: '2026-11-19' },
      '#/answers/1/validUntil',
    ],
    [
      'on evidence that is nowhere',
      { criterionId: 'G-02', answer: 'yes', evidence: [{ title: '登録証' }] },
      '#/answers/1/evidence/0',
    ],
    [
      'on evidence at an unsafe address',
      { criterionId: 'G-02', answer: 'yes', evidence: [{ title: 'x', url: 'http://a.example' }] },
      '#/answers/1/evidence/0/url',
    ],
    ['that is none', { criterionId: 'G-02', answer: 'maybe' }, '#/answers/1/answer'],
  ])('%s refuse all, and nothing is written', async (_, fault, pointer) => {
    const { id, version } = await checklist();
    const reply = await put(id, [yesTo('G-01'), fault], version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await stored(id)).toEqual([]);
    expect((await clerk.get(`/v1/assessments/${id}`)).body).toMatchObject({
      ...{ version, status: 'sent', answered: 0 },
    });
  });

  it('are refused without naming what was read, and where it has changed', async () => {
    const { id, version } = await checklist();
    const unnamed = await clerk.put(`/v1/assessments/${id}/answers`, { answers: [yesTo('G-01')] });
    const stale = await put(id, [yesTo('G-01')], version + 1);

    expect(unnamed.status).toBe(428);
    expect(stale.status).toBe(412);
    expect(await stored(id)).toEqual([]);
  });

  it('of two writers who read the same are entered for one of them, whole', async () => {
    const { id, version } = await checklist();
    const ids = (await criteriaOf(clerk, id)).map(({ criterionId }) => criterionId);
    const ofOne = ids.map((criterionId) => ({ criterionId, answer: 'yes' }));
    const ofOther = ids.toReversed().map((criterionId) => ({ criterionId, answer: 'no' }));
    const replies = await Promise.all([put(id, ofOne, version), put(id, ofOther, version)]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const answers = (await stored(id)) as { answer: string }[];
    expect(answers).toHaveLength(ids.length);
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
    expect((await clerk.get(`/v1/assessments/${id}`)).body.version).toBe(version + 1);
  });
});

describe('handing in', () => {
  it('is refused while criteria are unanswered, naming them', async () => {
    const { id, version } = await checklist();
    const url = `/v1/assessments/${id}/submission`;
    const asked = (await criteriaOf(clerk, id)).map(({ criterionId }) => criterionId);
    const untouched = await clerk.decide(url, {}, version);
    expect(untouched.status).toBe(422);
    expect(untouched.body.facts.missing).toEqual(asked);

    const all = asked.filter((each) => each !== 'G-05').map((each) => yesTo(each));
    await put(id, all, version).expect(200);
    const reply = await clerk.decide(url, {}, version + 1);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:assessment.answers-missing',
      facts: { missing: ['G-05'] },
    });
    expect((await clerk.get(`/v1/assessments/${id}`)).body.status).toBe('answering');
  });

  it('closes the answers, touches the dossier and can be repeated with one key', async () => {
    const assessment = await answered(panel, await checklist());
    const before = await versionOf(clerk, engagementId);
    const url = `/v1/assessments/${assessment.id}/submission`;
    const body = { respondent: '株式会社検証 品質管理部 山田 太郎' };
    const send = (): ReturnType<Client['decide']> =>
      clerk.decide(url, body, assessment.version).set('Idempotency-Key', assessment.id);
    const first = await send();
    const again = await send();

    expect(first.body).toMatchObject({ status: 'submitted', version: assessment.version + 1 });
    expect(again.body).toEqual(first.body);
    expect(await versionOf(clerk, engagementId)).toBe(before + 1);
    const read = await clerk.get(`/v1/assessments/${assessment.id}`);
    expect(read.body.rounds).toEqual([
      expect.objectContaining({ submittedBy: panel.clerkId, ...body, reason: null }),
    ]);
    const late = await put(assessment.id, [yesTo('G-01')], assessment.version + 1);
    expect(late.status).toBe(422);
    expect(late.body.facts.status).toBe('submitted');
  });

  it('is not done twice, nor is anything entered once the engagement has ended', async () => {
    const own = await planned(clerk, outsourcing(town));
    const first = await handedIn(
      panel,
      await answered(panel, await sent(panel, own, await vendorOf(clerk))),
    );
    const open = await sent(panel, own, await vendorOf(clerk));
    const twice = await clerk.decide(`/v1/assessments/${first.id}/submission`, {}, first.version);
    expect(twice.status).toBe(422);
    expect(twice.body).toMatchObject({
      type: 'urn:mitodoke:problem:assessment.wrong-status',
      facts: { status: 'submitted' },
    });

    await panel.decider
      .decide(
        `/v1/engagements/${own}/transitions`,
        { to: 'cancelled', reason: '予算の減額のため' },
        await versionOf(clerk, own),
      )
      .expect(200);
    const reply = await put(open.id, [yesTo('G-01')], open.version);
    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:engagement.wrong-stage');
    expect(await stored(open.id)).toEqual([]);
  });
});
