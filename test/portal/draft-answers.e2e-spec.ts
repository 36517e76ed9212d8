import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { answered, yesTo } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import {
  asked,
  askedBy,
  drafted,
  firstOf,
  linked,
  pathOf,
  read,
  told,
  type Sides,
} from './answering.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
afterAll(() => service.stop());

describe('a draft', () => {
  it('is kept bit by bit, by whoever of the firm answers', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version, criteria } = await read(client, id);
    const [first, second] = criteria.map(({ criterionId }) => criterionId);

    const once = await client.put(
      `${pathOf(id)}/answers`,
      { answers: [{ ...yesTo(String(first)), validUntil: '2027-03-31' }] },
      version,
    );
    const twice = await client.put(
      `${pathOf(id)}/answers`,
      { answers: [{ criterionId: second, answer: 'partial', reason: '一部の拠点のみ' }] },
      once.body.version as number,
    );

    expect(once.status).toBe(200);
    expect(twice.body.unanswered).toHaveLength(criteria.length - 2);
    const [one, two] = twice.body.criteria as { answer: object }[];
    expect(one?.answer).toMatchObject({ answer: 'yes', validUntil: '2027-03-31', isDraft: true });
    expect(two?.answer).toMatchObject({
      answer: 'partial',
      reason: '一部の拠点のみ',
      evidence: [],
    });
    expect(await told(service, sides.firm.firmId, id)).toMatchObject([
      { action: 'answers.drafted', facts: { criteria: [first] } },
      { action: 'answers.drafted', facts: { criteria: [second] } },
    ]);
  });

  it('shows to nobody of the body, by no trace', async () => {
    const { panel, town, firm } = sides;
    const { id } = await askedBy(sides, 'tender');
    const seen = async () => [
      (await panel.clerk.get(`/v1/assessments/${id}`)).text,
      (await panel.clerk.get('/v1/assessments')).text,
      await told(service, town.organizationId, id),
    ];
    const before = await seen();

    await drafted(firm.client, id);

    expect(await seen()).toEqual(before);
  });

  it('takes the place of what staff entered before, until it is handed in only in the eyes of the vendor', async () => {
    const { panel, firm } = sides;
    const assessment = await asked(sides);
    const criterionId = await firstOf(panel.clerk, assessment.id);
    await answered(panel, assessment, { [criterionId]: { answer: 'no' } });

    await drafted(firm.client, assessment.id);

    const [mine] = (await read(firm.client, assessment.id)).criteria;
    const theirs = await panel.clerk.get(`/v1/assessments/${assessment.id}`);
    expect(mine?.answer).toMatchObject({ answer: 'yes', isDraft: true });
    expect(theirs.body.criteria[0].answer).toMatchObject({
      ...{ answer: 'no', enteredBy: panel.clerkId, givenBy: null },
    });
  });
});

describe('drafting is refused', () => {
  it.each([
    ['to what is not asked', { criterionId: 'X-99' }, '#/answers/1/criterionId'],
    ['in part without a reason', { answer: 'partial' }, '#/answers/1/reason'],
    ['on evidence that lapsed', { validUntil: '2026-11-19' }, '#/answers/1/validUntil'],
    ['on evidence that is nowhere', { evidence: [{ title: 'x' }] }, '#/answers/1/evidence/0'],
    [
      'on a file that the firm has not',
      { evidence: [{ title: 'x', fileId: uuidv7() }] },
      '#/answers/1/evidence/0/fileId',
    ],
  ])('%s, and nothing of the rest is kept', async (_, odd, pointer) => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version, criteria } = await read(client, id);
    const [first, second] = criteria.map(({ criterionId }) => criterionId);
    const before = await everythingIn(service);

    const answers = [yesTo(String(first)), { criterionId: second, answer: 'yes', ...odd }];
    const reply = await client.put(`${pathOf(id)}/answers`, { answers }, version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    ['tender', 422],
    ['proposal', 422],
    ['negotiated', 200],
  ])('after the last day as a %s has it: %i', async (method, status) => {
    const { client } = sides.firm;
    const { id } = await askedBy(sides, method);
    const { version, criteria } = await read(client, id);
    service.itIs('2026-12-01');
    try {
      const answers = [yesTo(String(criteria[0]?.criterionId))];
      const reply = await client.put(`${pathOf(id)}/answers`, { answers }, version);

      expect(reply.status).toBe(status);
      expect(reply.text).not.toContain('/late-answers');
    } finally {
      service.itIs('2026-11-20');
    }
  });

  it('where somebody changed the checklist since it was read', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version, criteria } = await read(client, id);
    await drafted(client, id);
    const before = await everythingIn(service);

    const answers = [yesTo(String(criteria[0]?.criterionId))];
    const stale = await client.put(`${pathOf(id)}/answers`, { answers }, version);
    const blind = await client.put(`${pathOf(id)}/answers`, { answers });

    expect([stale.status, blind.status]).toEqual([412, 428]);
    expect(await everythingIn(service)).toEqual(before);
  });
});
