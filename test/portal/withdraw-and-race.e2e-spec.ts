import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { answered } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import {
  asked,
  askedBy,
  drafted,
  handIn,
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

const REASON = { reason: '要員を確保できないため、辞退する。' };

describe('a vendor that withdraws', () => {
  it('is assessed no further, as both sides read', async () => {
    const { panel, town, firm } = sides;
    const { id } = await askedBy(sides, 'tender');
    const { version } = await drafted(firm.client, id);

    const reply = await firm.client.decide(`${pathOf(id)}/withdrawal`, REASON, version);

    const withdrawnByVendor = { kind: 'firm', name: '山田 花子', firmId: firm.firmId };
    expect(reply.body).toMatchObject({ status: 'withdrawn', withdrawnByVendor });
    expect((await panel.clerk.get(`/v1/assessments/${id}`)).body).toMatchObject({
      ...{ status: 'withdrawn', withdrawnReason: REASON.reason, withdrawnByVendor },
      withdrawnOn: '2026-11-20',
    });
    expect((await told(service, town.organizationId, id)).at(-2)).toMatchObject({
      ...{ action: 'assessment.withdrawn', personId: null },
    });
    expect((await told(service, firm.firmId, id)).at(-1)).toMatchObject({
      action: 'assessment.withdrawn',
    });
    expect(
      await service.rows('SELECT 1 FROM answer_drafts WHERE assessment_id = $1', [id]),
    ).toEqual([]);
    const again = await firm.client.decide(
      `${pathOf(id)}/withdrawal`,
      REASON,
      reply.body.version as number,
    );
    expect(again.body.facts).toEqual({ status: 'withdrawn' });
  });

  it('does so until the last day', async () => {
    const { client } = sides.firm;
    const { id } = await askedBy(sides, 'negotiated');
    const { version } = await read(client, id);
    service.itIs('2026-12-01');
    const before = await everythingIn(service);
    try {
      const reply = await client.decide(`${pathOf(id)}/withdrawal`, REASON, version);

      expect(reply.body.type).toBe('urn:mitodoke:problem:checklist.too-late-to-withdraw');
      expect(await everythingIn(service)).toEqual(before);
    } finally {
      service.itIs('2026-11-20');
    }
  });

  it('is told apart from one that the body withdrew, whose reason is the body’s own', async () => {
    const { panel, firm } = sides;
    const { id, version } = await asked(sides);
    await drafted(firm.client, id);
    const reason = { reason: '予算が付かなかった。' };
    await panel.clerk.decide(`/v1/assessments/${id}/withdrawal`, reason, version).expect(200);

    const { body, text } = await firm.client.get(pathOf(id));

    expect(body).toMatchObject({ status: 'withdrawn', withdrawnByVendor: null });
    expect(text).not.toContain(reason.reason);
    const drafts = 'SELECT 1 FROM answer_drafts WHERE assessment_id = $1';
    expect(await service.rows(drafts, [id])).toEqual([]);
  });
});

describe('a vendor that hands in at the very moment', () => {
  it('staff do is handed in once', async () => {
    const { panel, firm } = sides;
    const entered = await answered(panel, await asked(sides));
    const { id } = entered;
    const checklist = await drafted(firm.client, id);

    const replies = await Promise.all([
      handIn(firm.client, checklist),
      panel.clerk.decide(`/v1/assessments/${id}/submission`, {}, entered.version),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const rows = await service.rows<{ vendor: boolean }>(
      'SELECT given_by IS NOT NULL AS vendor FROM assessment_submissions WHERE assessment_id = $1',
      [id],
    );
    expect(rows).toEqual([{ vendor: replies[0].status === 200 }]);
    const answers = await service.rows<{ vendor: boolean }>(
      'SELECT DISTINCT given_by IS NOT NULL AS vendor FROM assessment_answers WHERE assessment_id = $1',
      [id],
    );
    expect(answers.length).toBe(1);
  });

  it.each([
    ['cancellation', { reason: '予算の見直し' }, [200, 412]],
    ['extension', { reason: '質問が多い', closesOn: '2026-12-10' }, [200, 412]],
  ])('of the %s of its procedure, is in before it or not at all', async (step, body, statuses) => {
    const { panel, firm } = sides;
    const { id, procedureId } = await askedBy(sides, 'proposal');
    const checklist = await drafted(firm.client, id);
    const path = `/v1/selection-procedures/${procedureId}`;
    const { version } = (await panel.clerk.get(path)).body as { version: number };

    const [submitted, stepped] = await Promise.all([
      handIn(firm.client, checklist),
      panel.clerk.decide(`${path}/${step}`, body, version),
    ]);

    expect(stepped.status).toBe(200);
    expect(statuses).toContain(submitted.status);
    const rows = await service.rows(
      'SELECT 1 FROM assessment_submissions WHERE assessment_id = $1',
      [id],
    );
    expect(rows).toHaveLength(submitted.status === 200 ? 1 : 0);
    const answers = await service.rows(
      'SELECT 1 FROM assessment_answers WHERE assessment_id = $1',
      [id],
    );
    expect(answers).toHaveLength(submitted.status === 200 ? checklist.criteria.length : 0);
  });

  it('twice is handed in once', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const checklist = await drafted(client, id);

    const replies = await Promise.all([handIn(client, checklist), handIn(client, checklist)]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('a firm whose link ends at the very moment', () => {
  it('leaves no draft behind', async () => {
    const { panel, firm, vendorId } = sides;
    const sheets = [];
    for (let count = 0; count < 6; count += 1) {
      sheets.push(await read(firm.client, (await asked(sides)).id));
    }
    const link = `/v1/vendors/${vendorId}/firm-link`;
    const { version } = (await panel.clerk.get(link)).body as { version: number };

    const [ended, ...replies] = await Promise.all([
      panel.clerk.decide(`${link}/end`, { reason: '取引の終了' }, version),
      ...sheets.map(({ id, version: seen, criteria: [first] }) =>
        firm.client.put(
          `${pathOf(id)}/answers`,
          { answers: [{ criterionId: first?.criterionId, answer: 'yes' }] },
          seen,
        ),
      ),
    ]);

    expect(ended.status).toBe(200);
    for (const { status } of replies) expect([200, 404]).toContain(status);
    const ids = sheets.map(({ id }) => id);
    const left = 'SELECT 1 FROM answer_drafts WHERE assessment_id = ANY ($1)';
    expect(await service.rows(left, [ids])).toEqual([]);
  });
});
