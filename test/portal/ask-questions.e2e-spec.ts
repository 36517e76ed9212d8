import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import {
  asked,
  askedBy,
  firstOf,
  handedIn,
  linked,
  pathOf,
  told,
  type Sides,
} from './answering.js';
import { accepted, invited, type FirmPerson } from './firms.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const TEXT = '弊社のデータセンターは海外にもありますが、国内に限りますか。';

/** Another firm among the candidates of a procedure. */
async function competitor(procedureId: string): Promise<FirmPerson & { readonly id: string }> {
  const { clerk } = sides.panel;
  const { token, vendorId } = await invited(clerk);
  const firm = await accepted(service, token);
  const path = `/v1/selection-procedures/${procedureId}`;
  const { version } = (await clerk.get(path)).body as { version: number };
  const { body } = await clerk.decide(`${path}/candidates`, { vendorId }, version).expect(201);
  const { candidates } = body as { candidates: { vendorId: string; assessmentId: string }[] };
  const own = candidates.find((candidate) => candidate.vendorId === vendorId);
  return { ...firm, id: String(own?.assessmentId) };
}

async function itemsOf(firm: FirmPerson, id: string): Promise<object[]> {
  return (await firm.client.get(`${pathOf(id)}/clarifications`)).body.items as object[];
}

describe('a question of a candidate', () => {
  it('reaches the body with who asked, and other candidates with its answer alone, never who asked', async () => {
    const { panel, firm, town } = sides;
    const { id, procedureId } = await askedBy(sides, 'tender');
    const other = await competitor(procedureId);
    const criterionId = await firstOf(panel.clerk, id);

    const reply = await firm.client.post(`${pathOf(id)}/clarifications`, {
      criterionId,
      text: TEXT,
    });

    expect(reply.status).toBe(201);
    const question = { kind: 'question', criterionId, text: TEXT, askedOn: '2026-11-20' };
    expect(reply.body).toEqual({
      ...{ ...question, id: reply.body.id, isOwn: true, answer: null, answeredOn: null },
    });
    const list = `/v1/selection-procedures/${procedureId}/clarifications`;
    const person = { kind: 'firm', name: '山田 花子', email: firm.email, firmId: firm.firmId };
    expect((await panel.clerk.get(list)).body.items).toMatchObject([
      { ...question, assessmentId: id, visibleTo: 'all', askedBy: null, askedByVendor: person },
    ]);
    expect(await itemsOf(other, other.id)).toEqual([]);
    const shownAs = '国外のデータセンターは使えますか。';
    const answer = { answer: '国内に限ります。', shownAs };
    const path = `/v1/clarifications/${String(reply.body.id)}/answer`;
    await panel.clerk.post(path, answer).expect(200);
    const seen = await other.client.get(`${pathOf(other.id)}/clarifications`);
    expect(seen.body.items).toMatchObject([
      { isOwn: false, text: shownAs, answer: '国内に限ります。' },
    ]);
    for (const word of [firm.email, '山田', firm.firmId, id, TEXT]) {
      expect(seen.text).not.toContain(word);
    }
    expect(await itemsOf(firm, id)).toMatchObject([{ isOwn: true, text: TEXT }]);
    const [entry] = await told(service, town.organizationId, String(reply.body.id));
    const givenBy = { kind: 'firm', name: '山田 花子', firmId: firm.firmId };
    expect(entry).toMatchObject({ personId: null, facts: { procedureId, givenBy } });
    expect(JSON.stringify(entry)).not.toContain(firm.email);
    expect((await told(service, firm.firmId, id)).at(-1)).toMatchObject({
      ...{ action: 'question.asked', facts: { clarificationId: reply.body.id } },
    });
  });

  it.each([
    [undefined, 'one', 0],
    ['all', 'all', 1],
  ])(
    'is, where candidates need not be treated alike, answered with %s to %s',
    async (visibleTo, shown, seen) => {
      const { panel, firm } = sides;
      const { id, procedureId } = await askedBy(sides, 'negotiated');
      const other = await competitor(procedureId);
      const reply = await firm.client.post(`${pathOf(id)}/clarifications`, { text: TEXT });

      const path = `/v1/clarifications/${String(reply.body.id)}/answer`;
      const answered = await panel.clerk.post(path, { answer: 'はい。', visibleTo });

      expect(answered.body).toMatchObject({ visibleTo: shown, answer: 'はい。' });
      expect(await itemsOf(other, other.id)).toHaveLength(seen);
    },
  );

  it('is asked once, however often it is sent', async () => {
    const { client } = sides.firm;
    const { id } = await askedBy(sides, 'proposal');
    const ask = () =>
      client.post(`${pathOf(id)}/clarifications`, { text: TEXT }).set('Idempotency-Key', id);

    const replies = [await ask(), await ask()];

    expect(replies.map(({ body }) => body.id)).toEqual([replies[0]?.body.id, replies[0]?.body.id]);
    expect(await itemsOf(sides.firm, id)).toHaveLength(1);
  });

  it('is asked after the answers were handed in too, as long as the procedure is open', async () => {
    const { client } = sides.firm;
    const { id } = await askedBy(sides, 'proposal');
    await handedIn(client, id);

    expect((await client.post(`${pathOf(id)}/clarifications`, { text: TEXT })).status).toBe(201);
  });
});

describe('a question is refused', () => {
  async function refused(id: string, body: object): Promise<{ status: number; body: unknown }> {
    const before = await everythingIn(service);
    const reply = await sides.firm.client.post(`${pathOf(id)}/clarifications`, body);
    expect(await everythingIn(service)).toEqual(before);
    return reply;
  }

  it.each([
    ['without words', { text: ' ' }, '#/text'],
    ['about what is not asked', { text: TEXT, criterionId: 'X-99' }, '#/criterionId'],
    ['with who gets to see it', { text: TEXT, visibleTo: 'one' }, '#/visibleTo'],
  ])('%s', async (_, body, pointer) => {
    const { id } = await askedBy(sides, 'tender');

    expect(await refused(id, body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('about what the body’s own staff answer, which is not told of', async () => {
    const { id, procedureId } = await askedBy(sides, 'tender');
    const criterionId = await firstOf(sides.panel.clerk, id);
    await service.rows(
      `UPDATE selection_procedures SET criteria = jsonb_set(criteria, '{0,answeredBy}', '"staff"') WHERE id = $1`,
      [procedureId],
    );

    expect((await refused(id, { text: TEXT, criterionId })).status).toBe(400);
  });

  it('once answers are closed, where they are sealed', async () => {
    const { id } = await askedBy(sides, 'tender');
    service.itIs('2026-12-01');

    expect(await refused(id, { text: TEXT })).toMatchObject({
      ...{ status: 422, body: { type: 'urn:mitodoke:problem:selection-procedure.wrong-status' } },
    });
  });

  it('of who withdrew, and outside a procedure', async () => {
    const { client } = sides.firm;
    const withdrawn = await askedBy(sides, 'tender');
    const reason = { reason: '要員を確保できない。' };
    await client.decide(`${pathOf(withdrawn.id)}/withdrawal`, reason, 1).expect(200);
    const alone = await asked(sides);

    expect(await refused(withdrawn.id, { text: TEXT })).toMatchObject({
      ...{ status: 422, body: { type: 'urn:mitodoke:problem:checklist.not-open' } },
    });
    expect(await refused(alone.id, { text: TEXT })).toMatchObject({
      ...{ status: 422, body: { type: 'urn:mitodoke:problem:assessment.not-in-procedure' } },
    });
  });

  it('about a checklist of another firm', async () => {
    const other = await linked(service);
    const { id } = await askedBy(other, 'tender');

    expect((await refused(id, { text: TEXT })).status).toBe(404);
  });
});

describe('staff who answer', () => {
  it.each([
    ['tender', { visibleTo: 'one' }, '#/visibleTo'],
    ['negotiated', { shownAs: '別の言い方' }, '#/shownAs'],
  ])('a question in a %s do not do so with %j', async (method, given, pointer) => {
    const { panel, firm } = sides;
    const { id } = await askedBy(sides, method);
    const question = await firm.client.post(`${pathOf(id)}/clarifications`, { text: TEXT });
    const before = await everythingIn(service);

    const path = `/v1/clarifications/${String(question.body.id)}/answer`;
    const reply = await panel.clerk.post(path, { answer: 'はい。', ...given });

    expect(reply.body).toMatchObject({ status: 400, errors: [{ pointer }] });
    expect(await everythingIn(service)).toEqual(before);
  });

  it('a question that staff entered may still show it in other words', async () => {
    const { clerk } = sides.panel;
    const { procedureId, id } = await askedBy(sides, 'proposal');
    const path = `/v1/selection-procedures/${procedureId}/clarifications`;
    const question = { kind: 'question', visibleTo: 'all', assessmentId: id, text: TEXT };
    const { body } = await clerk.post(path, question).expect(201);

    const answer = { answer: 'はい。', shownAs: '国内に限りますか。' };
    const reply = await clerk.post(`/v1/clarifications/${String(body.id)}/answer`, answer);

    expect(reply.body).toMatchObject({ text: TEXT, shownAs: answer.shownAs, askedByVendor: null });
  });
});
