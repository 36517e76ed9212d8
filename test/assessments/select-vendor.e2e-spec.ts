import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import {
  assessed,
  assessedAndSelected,
  panelOf,
  selected,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { residentService, versionOf } from '../support/engagement.js';
import { stateOf, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { cloudCandidate, othersProven, outsourcing, planned, vendorOf } from './given.js';

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

/** An engagement in which only assessment and selection are left, with an assessed candidate. */
async function ready(given = {}): Promise<{ engagementId: string; assessment: Assessment }> {
  const engagementId = await planned(panel.clerk, outsourcing(town));
  await othersProven(service, panel, engagementId);
  const assessment = await assessed(panel, engagementId, await vendorOf(panel.clerk), given);
  return { engagementId, assessment };
}

function body({ id: assessmentId }: Pick<Assessment, 'id'>, given: object = {}): object {
  return { assessmentId, method: 'negotiated', reasons: '評価結果が最も良いため。', ...given };
}

async function select(
  client: Client,
  engagementId: string,
  content: object,
): Promise<Awaited<ReturnType<Client['decide']>>> {
  const version = await versionOf(panel.clerk, engagementId);
  return client.decide(`/v1/engagements/${engagementId}/selection`, content, version);
}

function standing(engagementId: string): Promise<unknown[]> {
  return service.rows('SELECT id FROM selections WHERE engagement_id = $1 AND voided_on IS NULL', [
    engagementId,
  ]);
}

const ELSEWHERE = {
  documentNumber: '総第123号',
  decidedOn: '2026-11-20',
  deciderName: '田上 正臣',
  deciderPost: '副町長',
  manner: 'standing-delegation',
};

describe('a selection', () => {
  it('names the vendor, proves its duty and binds to the dossier that was read', async () => {
    const { engagementId, assessment } = await ready();
    const url = `/v1/engagements/${engagementId}/selection`;
    expect((await panel.decider.get(url)).status).toBe(404);
    expect((await panel.decider.post(url, body(assessment))).status).toBe(428);
    const version = await versionOf(panel.decider, engagementId);
    const stale = await panel.decider.decide(url, body(assessment), version - 1);
    expect(stale.status).toBe(412);

    const reply = await panel.decider.decide(url, body(assessment), version);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ...{ result: 'suitable', method: 'negotiated', decidedOn: '2026-11-20', madeElsewhere: null },
      ...{ submittedBy: panel.clerkId, reviewedBy: [panel.reviewerIds[0]], voidedOn: null },
    });
    expect((await panel.clerk.get(url)).body).toEqual(reply.body);
    const engagement = (await panel.clerk.get(`/v1/engagements/${engagementId}`)).body;
    expect(engagement).toMatchObject({ vendorId: reply.body.vendorId, version: version + 1 });
    expect(await stateOf(panel.clerk, engagementId, 'K9-1-2a-3')).toBe('met');
    expect(await trailOf(service, String(reply.body.id))).toEqual([
      'obligation.discharged',
      'selection.decided',
    ]);
  });

  it('of a cloud service goes the whole way through two reviews', async () => {
    const engagementId = await planned(panel.clerk, residentService(town));
    await othersProven(service, panel, engagementId);
    const candidate = await cloudCandidate(panel.clerk);
    await assessedAndSelected(panel, engagementId, candidate);

    const engagement = (await panel.clerk.get(`/v1/engagements/${engagementId}`)).body;
    expect(engagement).toMatchObject(candidate);
    for (const rule of ['K9-1-2a-3', 'K9-2-3b.2']) {
      expect(await stateOf(panel.clerk, engagementId, rule)).toBe('met');
    }
  });

  it('takes the place of the one before', async () => {
    const { engagementId, assessment } = await ready();
    const other = await assessed(panel, engagementId, await vendorOf(panel.clerk, '次点商会'));
    const first = await selected(panel, engagementId, assessment);
    const second = await selected(panel, engagementId, other);

    expect(await standing(engagementId)).toEqual([{ id: second.id }]);
    expect(await trailOf(service, first.id)).toContain('selection.voided');
    expect(await stateOf(panel.clerk, engagementId, 'K9-1-2a-3')).toBe('met');
  });

  it('made elsewhere is recorded with its document, by someone with that duty', async () => {
    const { engagementId, assessment } = await ready();
    const content = body(assessment, { madeElsewhere: ELSEWHERE });
    const reply = await select(panel.decider, engagementId, content);

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ...{ decidedBy: null, madeElsewhere: ELSEWHERE, recordedAs: 'section-manager' },
    });
  });

  it('falls when its assessment is reopened or withdrawn, and frees the engagement', async () => {
    for (const act of ['reopening', 'withdrawal']) {
      const { engagementId, assessment } = await ready();
      await selected(panel, engagementId, assessment);
      const url = `/v1/assessments/${assessment.id}/${act}`;
      const again = { dueOn: '2026-12-10', criteria: ['G-02'] };
      const content = { reason: '認証の失効', ...(act === 'reopening' && again) };
      await panel.clerk.decide(url, content, assessment.version).expect(200);

      const read = await panel.clerk.get(`/v1/engagements/${engagementId}/selection`);
      expect(read.body).toMatchObject({ voidedOn: '2026-11-20', voidedReason: '認証の失効' });
      expect(await stateOf(panel.clerk, engagementId, 'K9-1-2a-3')).toBe('open');
      const engagement = await panel.clerk.get(`/v1/engagements/${engagementId}`);
      expect(engagement.body.vendorId).toBeNull();
    }
  });
});

describe('a selection is refused', () => {
  it('while other duties of the gate are unproven, naming them', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const assessment = await assessed(panel, engagementId, await vendorOf(panel.clerk));
    const reply = await select(panel.decider, engagementId, body(assessment));

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:engagement.gate-closed');
    const unmet = reply.body.facts.unmet as { rule: string; gate: string }[];
    expect(unmet.map(({ rule }) => rule)).toContain('K9-1-2a-2');
    expect(unmet.every(({ gate }) => gate === 'select')).toBe(true);
    expect(await standing(engagementId)).toEqual([]);
  });

  it.each([
    ['unsuitable', { 'G-05': { answer: 'no' } }],
    ['undetermined', { 'G-05': { answer: 'unknown' } }],
  ])('of a candidate that is %s', async (result, given) => {
    const { engagementId, assessment } = await ready(given);
    const reply = await select(panel.decider, engagementId, body(assessment));

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:selection.candidate-not-eligible',
      facts: { result, knockOuts: ['G-05'] },
    });
    expect(await standing(engagementId)).toEqual([]);
  });

  it('of a candidate without an outcome, or of another engagement', async () => {
    const { engagementId } = await ready();
    const other = await ready();
    const url = `/v1/engagements/${engagementId}/assessments`;
    const sent = { ...(await vendorOf(panel.clerk)), dueOn: '2026-12-10' };
    const { body: open } = await panel.clerk.post(url, sent);
    const early = await select(panel.decider, engagementId, body({ id: String(open.id) }));
    const foreign = await select(panel.decider, engagementId, body(other.assessment));

    expect(early.body.facts.result).toBeNull();
    expect(foreign.status).toBe(400);
    expect(foreign.body.errors[0].pointer).toBe('#/assessmentId');
  });

  it('of a vendor suspended from tendering, until the suspension ends', async () => {
    const { engagementId, assessment } = await ready();
    const { body: read } = await panel.clerk.get(`/v1/assessments/${assessment.id}`);
    const vendor = `/v1/vendors/${String(read.vendorId)}`;
    const { version } = (await panel.clerk.get(vendor)).body;
    await panel.clerk.patch(vendor, { suspendedUntil: '2026-12-31' }, version).expect(200);
    const reply = await select(panel.decider, engagementId, body(assessment));
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:selection.vendor-suspended',
      facts: { suspendedUntil: '2026-12-31' },
    });

    service.itIs('2027-01-01');
    expect((await select(panel.decider, engagementId, body(assessment))).status).toBe(201);
  });

  it('to whoever submitted or reviewed, in the service and in the database', async () => {
    const submitter = await town.someoneAs('procurement', 'section-manager');
    const reviewer = await town.someoneIn(null, 'security-reviewer', 'section-manager');
    const own: Panel = {
      ...panel,
      ...{ clerk: submitter.client, clerkId: submitter.personId },
      ...{ reviewers: [reviewer.client, reviewer.client] },
    };
    const engagementId = await planned(own.clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const assessment = await assessed(own, engagementId, await vendorOf(own.clerk));
    for (const { client } of [submitter, reviewer]) {
      const reply = await select(client, engagementId, body(assessment));
      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    }
    const { id } = await selected(panel, engagementId, assessment);
    for (const { personId } of [submitter, reviewer]) {
      await expect(
        service.rows('UPDATE selections SET decided_by = $2 WHERE id = $1', [id, personId]),
      ).rejects.toThrow('sd_selections');
    }
    await expect(
      service.rows(`UPDATE selections SET reviewed_by = '{}' WHERE id = $1`, [id]),
    ).rejects.toThrow(/fk_selections_(outcome|judgement)/);
    const unsaid = `UPDATE selections SET submitted_by = NULL, decided_by = $2 WHERE id = $1`;
    await expect(service.rows(unsaid, [id, submitter.personId])).rejects.toThrow('sd_selections');
  });

  it('in the database to whoever reviewed, even on an outcome that leaves them out', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const assessment = await assessed(panel, engagementId, await vendorOf(panel.clerk));
    const { id } = await selected(panel, engagementId, assessment);
    const forged = uuidv7();
    const [reviewer] = panel.reviewerIds;
    await service.rows(
      `UPDATE assessment_outcomes SET superseded_on = settled_on WHERE assessment_id = $1`,
      [assessment.id],
    );
    await service.rows(
      `INSERT INTO assessment_outcomes
       SELECT (jsonb_populate_record(o, jsonb_build_object('id', $2::text, 'reviewed_by', '[]'::jsonb))).*
       FROM assessment_outcomes o WHERE assessment_id = $1`,
      [assessment.id, forged],
    );
    const forging = `UPDATE selections SET outcome_id = $2, reviewed_by = '{}', decided_by = $3 WHERE id = $1`;

    await expect(service.rows(forging, [id, forged, reviewer])).rejects.toThrow('sd_selections');
  });

  it.each([
    ['decided by a reviewer', { deciderName: '試験　職員' }, 422],
    ['decided before the outcome', { decidedOn: '2026-11-19' }, 400],
    ['decided in the future', { decidedOn: '2026-11-21' }, 400],
  ])('as made elsewhere, %s', async (_, given, status) => {
    const { engagementId, assessment } = await ready();
    const content = body(assessment, { madeElsewhere: { ...ELSEWHERE, ...given } });
    const reply = await select(panel.decider, engagementId, content);

    expect(reply.status).toBe(status);
    expect(await standing(engagementId)).toEqual([]);
  });

  it('without the permission, or in a role that does not owe it', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const assessment = await assessed(panel, engagementId, await vendorOf(panel.clerk));
    const officer = await town.as('department-officer');

    expect((await select(panel.clerk, engagementId, body(assessment))).status).toBe(403);
    const reply = await select(officer, engagementId, body(assessment));
    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.role-required');
  });
});
