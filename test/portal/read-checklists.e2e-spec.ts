import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { answered, handedIn, panelOf, sent } from '../support/assessing.js';
import { outsourcing, planned } from '../assessments/given.js';
import { asked, askedBy, drafted, linked, pathOf, read, told, type Sides } from './answering.js';
import { accepted, corporateNumber, invited } from './firms.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
afterAll(() => service.stop());

describe('what bodies ask of a firm', () => {
  it('is listed over all of them, the next due first, page by page', async () => {
    const number = corporateNumber();
    const here = await linked(service);
    const first = await invited(here.panel.clerk, { corporateNumber: number });
    const firm = await accepted(service, first.token);
    const ids: string[] = [];
    for (const [at, town] of [await service.town(), await service.town()].entries()) {
      const panel = await panelOf(town);
      const { token, vendorId } = await invited(panel.clerk, {
        ...{ corporateNumber: number, email: firm.email },
      });
      await firm.client.post('/v1/portal/links', { invitationToken: token }).expect(201);
      const engagementId = await planned(panel.clerk, outsourcing(town));
      const dueOn = `2027-01-0${String(2 - at)}`;
      const path = `/v1/engagements/${engagementId}/assessments`;
      const reply = await panel.clerk.post(path, { vendorId, dueOn }).expect(201);
      ids.unshift(String(reply.body.id));
    }

    const page = await firm.client.get('/v1/portal/assessments?limit=1&status=open');
    const next = await firm.client.get(
      `/v1/portal/assessments?limit=1&status=open&after=${String(page.body.nextCursor)}`,
    );

    const listed = [...page.body.items, ...next.body.items] as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(listed[0]).toMatchObject({
      ...{ organizationName: '試験町', status: 'open', round: 1, dueOn: '2027-01-01' },
      ...{ isOverdue: false, withdrawnOn: null, withdrawnByVendor: null },
    });
    expect(next.body.nextCursor).toBeNull();
    const none = await firm.client.get('/v1/portal/assessments?status=submitted');
    expect(none.body.items).toEqual([]);
  });

  it('is a checklist with its questions, and nothing of what the body thinks of it', async () => {
    const { id } = await asked(sides);

    const { body } = await sides.firm.client.get(pathOf(id));

    expect(Object.keys(body).sort()).toEqual([
      ...['criteria', 'dueOn', 'givenBy', 'id', 'isOverdue', 'method', 'offer', 'organizationName'],
      ...['reason', 'round', 'sentOn', 'status', 'submittedOn', 'thresholds', 'title'],
      ...['unanswered', 'version', 'withdrawnByVendor', 'withdrawnOn'],
    ]);
    const [question] = body.criteria as object[];
    expect(Object.keys(question ?? {}).sort()).toEqual([
      ...['answer', 'criterionId', 'evidence', 'evidenceRequired', 'isAnsweredByOthers'],
      ...['isAsked', 'knockOut', 'prefill', 'question', 'topic', 'weight'],
    ]);
  });

  it.each([
    ['tender', false],
    ['negotiated', false],
    ['proposal', true],
    ['comprehensive-evaluation', true],
  ])('shows its points in a %s: %s', async (method, isPublished) => {
    const { id } = await askedBy(sides, method);

    const { body } = await sides.firm.client.get(pathOf(id));

    expect(body.thresholds !== null).toBe(isPublished);
    const weights = (body.criteria as { weight: number | null }[]).map(({ weight }) => weight);
    expect(weights.every((weight) => (weight !== null) === isPublished)).toBe(true);
  });

  it('tells nothing of how reviews come along', async () => {
    const { panel, firm } = sides;
    const assessment = await asked(sides);
    await handedIn(panel, await answered(panel, assessment));
    const before = (await firm.client.get(pathOf(assessment.id))).body;
    await service.rows(`UPDATE assessments SET status = 'reconciling' WHERE id = $1`, [
      assessment.id,
    ]);

    const after = (await firm.client.get(pathOf(assessment.id))).body;

    expect(before).toMatchObject({ status: 'submitted', givenBy: null, unanswered: [] });
    expect(after).toEqual(before);
  });

  it('says what is asked again, and why', async () => {
    const { panel, firm } = sides;
    const { id } = await handedIn(panel, await answered(panel, await asked(sides)));
    const [again] = (await read(firm.client, id)).criteria;
    await service.rows(`UPDATE assessments SET status = 'concluded' WHERE id = $1`, [id]);
    const { version } = (await panel.clerk.get(`/v1/assessments/${id}`)).body as {
      version: number;
    };
    const reopened = {
      reason: '証跡が古い。',
      dueOn: '2026-12-20',
      criteria: [again?.criterionId],
    };
    await panel.clerk.decide(`/v1/assessments/${id}/reopening`, reopened, version).expect(200);

    const { body } = await firm.client.get(pathOf(id));

    expect(body).toMatchObject({ status: 'open', round: 2, reason: '証跡が古い。' });
    expect(body.unanswered).toEqual([again?.criterionId]);
    const isAsked = (body.criteria as { isAsked: boolean }[]).map((each) => each.isAsked);
    expect(isAsked.filter(Boolean)).toHaveLength(1);
  });
});

describe('a checklist', () => {
  it('sent before the firm had an account is shown once it is linked', async () => {
    const { town, panel } = sides;
    const { token, vendorId } = await invited(panel.clerk);
    const { id } = await sent(panel, await planned(panel.clerk, outsourcing(town)), { vendorId });

    const { client } = await accepted(service, token);

    expect((await read(client, id)).status).toBe('open');
  });

  it('is shown no more once the link ends, and what was drafted is gone', async () => {
    const own = await linked(service);
    const { id } = await asked(own);
    await drafted(own.firm.client, id);
    const path = `/v1/vendors/${own.vendorId}/firm-link`;

    await own.panel.clerk.decide(`${path}/end`, { reason: '担当の交代' }, 1).expect(200);

    expect((await own.firm.client.get(pathOf(id))).status).toBe(404);
    expect((await own.firm.client.get('/v1/portal/assessments')).body.items).toEqual([]);
    expect(
      await service.rows('SELECT 1 FROM answer_drafts WHERE assessment_id = $1', [id]),
    ).toEqual([]);
  });

  it('of another vendor is as missing as one that never was', async () => {
    const other = await linked(service);
    const { id } = await asked(other);
    const { client } = sides.firm;

    const theirs = await client.get(pathOf(id));
    const nobodys = await client.get(pathOf(uuidv7()));

    expect(theirs.status).toBe(404);
    expect(theirs.body.detail).toEqual(nobodys.body.detail);
  });

  it('is not opened to the people of a body by these routes, nor to a firm by theirs', async () => {
    const { id } = await asked(sides);

    expect((await sides.panel.clerk.get(pathOf(id))).status).toBe(403);
    expect((await sides.firm.client.get(`/v1/assessments/${id}`)).status).toBe(403);
    expect(await told(service, sides.firm.firmId, id)).toEqual([]);
  });
});
