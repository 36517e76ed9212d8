import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { yesTo } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import { asked, askedBy, drafted, handIn, pathOf, read, told, type Sides } from './answering.js';
import { answeredTo, prefillsOf, take, taken, twoBodies } from './library.js';

let service: TestService;
let here: Sides;
let there: Sides;
let client: Sides['firm']['client'];

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-10');
  ({ here, there } = await twoBodies(service));
  ({ client } = here.firm);
  await answeredTo(here);
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('a checklist of another body', () => {
  it('comes with what the firm answered before, none of which is an answer', async () => {
    const { id } = await asked(there);

    const { criteria, unanswered } = await read(client, id);
    const prefills = await prefillsOf(client, id);

    expect(prefills.size).toBeGreaterThan(20);
    expect(unanswered).toEqual(criteria.map(({ criterionId }) => criterionId));
    for (const [criterionId, prefill] of prefills) {
      expect(prefill).toEqual({
        ...{ answer: 'yes', reason: null, validUntil: null, answeredOn: '2026-11-10' },
        ...{ evidence: [{ title: '証跡', documentReference: `別紙 ${criterionId}` }] },
        ...{ questionChanged: false, evidenceLapsed: false },
      });
    }
    const drafts = 'SELECT 1 FROM answer_drafts WHERE assessment_id = $1';
    expect(await service.rows(drafts, [id])).toEqual([]);
  });

  it('is not handed in before the firm confirmed them', async () => {
    const { id } = await asked(there);
    const checklist = await read(client, id);
    const prefilled = [...(await prefillsOf(client, id)).keys()];
    const before = await everythingIn(service);

    const reply = await handIn(client, checklist);

    expect(reply.body).toMatchObject({
      ...{ status: 422, type: 'urn:mitodoke:problem:assessment.answers-missing' },
      facts: { missing: checklist.unanswered, prefilled },
    });
    expect(reply.body.detail).toContain('以前の回答が確認待ちです');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is handed in with those taken and those answered anew, and tells the body of neither', async () => {
    const { id } = await asked(there);
    const [first, second] = [...(await prefillsOf(client, id)).keys()];
    const seen = async () => [
      (await there.panel.clerk.get(`/v1/assessments/${id}`)).text,
      await told(service, there.town.organizationId, id),
    ];
    const before = await seen();

    const marked = await taken(client, id);
    expect(await seen()).toEqual(before);
    const rest = [String(first), ...marked.unanswered].map((criterionId) => yesTo(criterionId));
    const put = await client.put(`${pathOf(id)}/answers`, { answers: rest }, marked.version);
    const handed = await handIn(client, put.body as typeof marked);

    const day = (reply: object, criterionId: string | undefined) =>
      (reply as { criteria: { criterionId: string; answer: object | null }[] }).criteria.find(
        (each) => each.criterionId === criterionId,
      )?.answer;
    const asTaken = { isDraft: true, prefilledFrom: '2026-11-10' };
    expect([first, second].map((each) => day(marked, each))).toMatchObject([asTaken, asTaken]);
    expect([first, second].map((each) => day(put.body, each))).toMatchObject([
      { isDraft: true, prefilledFrom: null },
      asTaken,
    ]);
    expect(handed.body).toMatchObject({ status: 'submitted', unanswered: [] });
    expect(day(handed.body, second)).toMatchObject({ isDraft: false, prefilledFrom: null });
    for (const text of [JSON.stringify(await seen()), handed.text]) {
      expect(text).not.toContain('2026-11-10');
    }
    expect(await told(service, there.firm.firmId, id)).toMatchObject([
      { action: 'answers.prefilled' },
      { action: 'answers.drafted' },
      { action: 'answers.handed-in', facts: { keptInLibrary: handed.body.criteria.map(idOf) } },
    ]);
  });
});

function idOf({ criterionId }: { criterionId: string }): string {
  return criterionId;
}

/** Sends a checklist in which one question of the library is made odd. */
async function oddly(
  odd: (id: string, criterionId: string) => Promise<unknown>,
): Promise<{ id: string; criterionId: string; others: string[] }> {
  const { id } = await asked(there);
  const [criterionId = '', ...others] = [...(await prefillsOf(client, id)).keys()];
  await odd(id, criterionId);
  return { id, criterionId, others };
}

const LAPSED = `UPDATE library_answers SET valid_until = '2026-11-19' WHERE criterion_id = $1`;
const GONE = `UPDATE library_answers SET evidence = '[{"title": "x", "fileId": "0198f7d0-0000-7000-8000-000000000000"}]'
  WHERE criterion_id = $1`;
const REWORDED = `UPDATE assessment_criteria SET question = question || '{"ja": "問いを改めた。"}'
  WHERE assessment_id = $1 AND criterion_id = $2`;

const ODD: readonly [
  string,
  string,
  object | null,
  (id: string, key: string) => Promise<unknown>,
][] = [
  [
    'whose question the body words otherwise',
    'question-changed',
    { questionChanged: true, evidenceLapsed: false },
    (id, key) => service.rows(REWORDED, [id, key]),
  ],
  [
    'whose evidence has lapsed',
    'evidence-lapsed',
    { questionChanged: false, evidenceLapsed: true },
    (_, key) => service.rows(LAPSED, [key]),
  ],
  [
    'whose file is gone',
    'evidence-lapsed',
    { questionChanged: false, evidenceLapsed: true },
    (_, key) => service.rows(GONE, [key]),
  ],
  [
    'that is not in the library',
    'nothing-kept',
    null,
    (_, key) => service.rows('DELETE FROM library_answers WHERE criterion_id = $1', [key]),
  ],
  [
    'where a colleague drafted another',
    'answered',
    null,
    async (id, criterionId) => {
      const { version } = await read(client, id);
      const answers = [{ criterionId, answer: 'no' }];
      await client.put(`${pathOf(id)}/answers`, { answers }, version).expect(200);
    },
  ],
];

describe('an answer of before', () => {
  it.each(ODD)('%s is not taken, and nothing beside it', async (_, reason, flags, odd) => {
    await answeredTo(here);
    const { id, criterionId, others } = await oddly(odd);
    const { version } = await read(client, id);
    const before = await everythingIn(service);

    const reply = await take(client, { id, version }, [...others, criterionId]);

    expect(reply.body).toMatchObject({
      ...{ status: 422, type: 'urn:mitodoke:problem:checklist.prefill-refused' },
      facts: { refused: [{ criterionId, reason }] },
    });
    expect(reply.body.detail).toContain(criterionId);
    expect(await everythingIn(service)).toEqual(before);
    const prefill = (await prefillsOf(client, id)).get(criterionId) ?? null;
    if (flags === null) expect(prefill).toBeNull();
    else expect(prefill).toMatchObject(flags);
    expect((await take(client, { id, version }, others)).status).toBe(200);
  });

  it('to other words is answered anew once, and found by its own words from then on', async () => {
    await answeredTo(here);
    const { id, criterionId } = await oddly((sheet, key) => service.rows(REWORDED, [sheet, key]));
    const answers = { [criterionId]: { answer: 'no' } };
    await handIn(client, await drafted(client, id, answers)).expect(200);
    await answeredTo(here);

    const { id: reworded } = await oddly((sheet, key) => service.rows(REWORDED, [sheet, key]));
    const { id: plain } = await asked(there);

    expect((await prefillsOf(client, reworded)).get(criterionId)).toMatchObject({
      ...{ answer: 'no', questionChanged: false },
    });
    expect((await prefillsOf(client, plain)).get(criterionId)).toMatchObject({
      ...{ answer: 'yes', questionChanged: false },
    });
  });
});

describe('taking answers of before is refused', () => {
  it.each([
    ['to what is not asked', ['G-01', 'X-99'], '#/criterionIds/1'],
    ['twice', ['G-01', 'G-01'], '#/criterionIds'],
    ['to nothing', [], '#/criterionIds'],
    ['to no id', [1], '#/criterionIds'],
  ])('%s', async (_, criterionIds, pointer) => {
    const { id } = await asked(there);
    const { version } = await read(client, id);
    const before = await everythingIn(service);

    const reply = await take(client, { id, version }, criterionIds);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('blindly, of another version, after it was handed in, and of a checklist of nobody', async () => {
    const { id } = await asked(there);
    const { version } = await read(client, id);
    const blind = await client.post(`${pathOf(id)}/prefilled-answers`, { criterionIds: ['G-01'] });
    const stale = await take(client, { id, version: version + 1 }, ['G-01']);
    const handed = await handIn(client, await drafted(client, id));
    const before = await everythingIn(service);

    const late = await take(client, { id, version: Number(handed.body.version) }, ['G-01']);
    const nobodys = await take(client, { id: there.vendorId, version }, ['G-01']);

    expect([blind, stale, late, nobodys].map(({ status }) => status)).toEqual([428, 412, 422, 404]);
    expect(late.body.type).toBe('urn:mitodoke:problem:checklist.not-open');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('after the last day of a tender', async () => {
    const { id } = await askedBy(there, 'tender');
    const { version } = await read(client, id);
    service.itIs('2026-12-01');
    try {
      expect((await take(client, { id, version }, ['G-01'])).status).toBe(422);
    } finally {
      service.itIs('2026-11-20');
    }
  });
});

describe('at the very moment', () => {
  it('one takes what another drafts, one of them is told to read again', async () => {
    const { id } = await asked(there);
    const { version } = await read(client, id);
    const answers = [{ criterionId: 'G-01', answer: 'no' }];

    const replies = await Promise.all([
      take(client, { id, version }, ['G-01']),
      client.put(`${pathOf(id)}/answers`, { answers }, version),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const drafts = await service.rows(
      `SELECT answer, prefilled_from AS "from" FROM answer_drafts WHERE assessment_id = $1`,
      [id],
    );
    expect(drafts).toEqual([
      replies[0].status === 200
        ? { answer: 'yes', from: expect.any(String) as string }
        : { answer: 'no', from: null },
    ]);
  });

  it('the firm hands in to both bodies, both are, and the library has one answer to a question', async () => {
    const checklists = [];
    for (const sides of [here, there, here, there]) {
      checklists.push(await drafted(client, (await asked(sides)).id));
    }

    const replies = await Promise.all(checklists.map((checklist) => handIn(client, checklist)));

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const twice = `SELECT criterion_id FROM library_answers GROUP BY organization_id, criterion_id, question_hash
      HAVING count(*) > 1`;
    expect(await service.rows(twice)).toEqual([]);
  });
});
