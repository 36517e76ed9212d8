import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { panelOf, type Panel } from '../support/assessing.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { first, opened } from './procedures.js';

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

interface Asked {
  readonly url: string;
  readonly assessmentId: string;
}

async function asked(method: string): Promise<Asked> {
  const { procedure, assessments } = await opened({ town, panel }, method, ['甲', '乙']);
  const url = `/v1/selection-procedures/${procedure.id}/clarifications`;
  return { url, assessmentId: first(assessments).id };
}

const QUESTION = { kind: 'question', visibleTo: 'all', text: '控えの保存先は国内に限りますか。' };

describe('a clarification', () => {
  it('is asked per criterion and answered once, and told in order', async () => {
    const { url, assessmentId } = await asked('tender');
    const question = { ...QUESTION, assessmentId, criterionId: 'G-18' };
    const reply = await panel.clerk.post(url, question);
    expect(reply.body).toMatchObject({ ...question, answer: null, askedOn: '2026-11-20' });
    const id = String(reply.body.id);
    const answer = { answer: '国内に限ります。' };
    const replies = await Promise.all(
      [1, 2].map(() => panel.clerk.post(`/v1/clarifications/${id}/answer`, answer)),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const notice = { kind: 'notice', visibleTo: 'all', text: '仕様書第3項を訂正しました。' };
    const told = await panel.clerk.post(url, notice);
    const none = await panel.clerk.post(
      `/v1/clarifications/${String(told.body.id)}/answer`,
      answer,
    );
    expect(none.body.type).toBe('urn:mitodoke:problem:clarification.answered');
    const page = await panel.clerk.get(`${url}?limit=1`);
    expect(page.body.items).toMatchObject([{ id, ...answer, answeredOn: '2026-11-20' }]);
    const next = await panel.clerk.get(`${url}?limit=1&after=${String(page.body.nextCursor)}`);
    expect(next.body).toMatchObject({ items: [notice], nextCursor: null });
    expect(await trailOf(service, id)).toEqual(['clarification.asked', 'clarification.answered']);
  });

  it.each([
    ['answered to one alone', { visibleTo: 'one' }, '#/visibleTo'],
    ['on a criterion that is not asked', { criterionId: 'X-99' }, '#/criterionId'],
    ['of a candidate of another procedure', { assessmentId: undefined }, '#/assessmentId'],
  ])('is refused %s', async (_, given, pointer) => {
    const { url, assessmentId } = await asked('proposal');
    const stranger = (await asked('proposal')).assessmentId;
    const isStranger = pointer === '#/assessmentId';
    const body = {
      ...QUESTION,
      assessmentId,
      ...given,
      ...(isStranger && { assessmentId: stranger }),
    };
    const reply = await panel.clerk.post(url, body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect((await panel.clerk.get(url)).body.items).toEqual([]);
  });

  it('is not asked any more once answers are closed; what the body has to ask of one still is', async () => {
    const { url, assessmentId } = await asked('tender');
    service.itIs('2026-12-01');
    const late = await panel.clerk.post(url, { ...QUESTION, assessmentId });
    const request = { kind: 'request', visibleTo: 'one', text: '第3問の証跡の発行日は。' };
    const open = await panel.clerk.post(url, { ...request, assessmentId });

    expect(late.body.type).toBe('urn:mitodoke:problem:selection-procedure.wrong-status');
    expect(open.status).toBe(201);
    expect((await panel.clerk.get(url)).body.items).toHaveLength(1);
  });
});
