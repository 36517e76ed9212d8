import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { vendorOf } from '../assessments/given.js';
import { askedBy, linked, pathOf, type Sides } from './answering.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
afterAll(() => service.stop());

describe('what a candidate reads of questions and answers', () => {
  it('is its own, requests to it and what all are told, never who asked nor what is for another', async () => {
    const { clerk } = sides.panel;
    const { id, procedureId } = await askedBy(sides, 'tender');
    const procedure = `/v1/selection-procedures/${procedureId}`;
    const { version } = (await clerk.get(procedure)).body as { version: number };
    const invited = await clerk.decide(
      `${procedure}/candidates`,
      await vendorOf(clerk, '株式会社競合'),
      version,
    );
    const { candidates } = invited.body as { candidates: { assessmentId: string }[] };
    const other = candidates.find(({ assessmentId }) => assessmentId !== id)?.assessmentId;
    const ask = async (body: object): Promise<string> => {
      const reply = await clerk.post(`${procedure}/clarifications`, body).expect(201);
      return (reply.body as { id: string }).id;
    };
    const question = { kind: 'question', visibleTo: 'all' };
    const request = { kind: 'request', visibleTo: 'one' };
    await ask({ ...question, assessmentId: id, text: '自社の質問' });
    const answered = await ask({ ...question, assessmentId: other, text: '他社の質問' });
    await clerk.post(`/v1/clarifications/${answered}/answer`, { answer: '国内です。' }).expect(200);
    await ask({ ...question, assessmentId: other, text: '他社の未回答の質問' });
    await ask({ ...request, assessmentId: id, text: '自社への照会' });
    await ask({ ...request, assessmentId: other, text: '他社への照会' });
    await ask({ kind: 'notice', visibleTo: 'all', text: '補足説明' });

    const url = `${pathOf(id)}/clarifications`;
    const { text, body } = await sides.firm.client.get(url);

    expect(body.items).toMatchObject([
      { text: '自社の質問', isOwn: true, answer: null },
      { text: '他社の質問', isOwn: false, answer: '国内です。' },
      { text: '自社への照会', isOwn: true },
      { text: '補足説明', isOwn: false },
    ]);
    expect(text).not.toContain(String(other));
    const page = await sides.firm.client.get(`${url}?limit=1`);
    const next = await sides.firm.client.get(
      `${url}?limit=1&after=${String(page.body.nextCursor)}`,
    );
    expect(next.body.items).toMatchObject([{ text: '他社の質問' }]);
  });
});
