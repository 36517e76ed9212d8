import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { othersProven } from '../assessments/given.js';
import { TestService, type Client } from '../support/api.js';
import { approval, applied as appliedForUse, castOf } from '../support/approval.js';
import {
  answered,
  handedIn,
  panelOf,
  reviewed,
  scoresOf,
  selected,
  sent,
} from '../support/assessing.js';
import { plan, residentService } from '../support/engagement.js';
import { section, takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { givenVendor } from '../vendors/given.js';
import { joined, permitted, standing, waiver } from './given.js';

interface Someone {
  readonly client: Client;
  readonly personId: string;
}

let service: TestService;
let town: Town;
let ciso: Client;
let both: Someone;
let engagementId: string;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  ciso = await town.as('ciso');
  both = await town.someoneIn(null, 'section-manager', 'ciso');
  engagementId = (await plan(both.client, residentService(town))).id;
});
afterAll(() => service.stop());

describe('a waiver admits, and is named by', () => {
  it('applying for a use and approving it', async () => {
    const cast = await castOf(service);
    const one = await cast.town.someoneAs('department-officer', 'authorizing-official');
    const head = await cast.town.as('ciso');
    const { application } = await appliedForUse(service, { ...cast, department: one.client });
    const url = `/v1/use-applications/${application.id}/decision`;
    const refused = await one.client.decide(url, approval(cast), application.version);
    const { id } = await permitted(head, waiver('apply-approve', one.personId));
    const reply = await one.client.decide(url, approval(cast), application.version);

    expect(refused.body.facts).toEqual({ rule: 'apply-approve' });
    expect(reply.status).toBe(200);
    expect(reply.body.decisions[0]).toMatchObject({ dutyWaiverId: id, decidedBy: one.personId });
  });

  it('giving answers, judging them and selecting', async () => {
    const panel = await panelOf(town);
    const one = await town.someoneAs('procurement', 'security-reviewer', 'section-manager');
    const own = { ...panel, clerk: one.client, decider: one.client };
    const { id: work } = await plan(one.client, residentService(town, { kinds: ['outsourcing'] }));
    const vendorId = await givenVendor(one.client);
    const checklist = await sent(own, work, { vendorId });
    const assessment = await handedIn(own, await answered(own, checklist));
    const scores = await scoresOf(one.client, assessment.id);
    const url = `/v1/assessments/${assessment.id}/reviews`;
    const body = { round: assessment.round, scores };
    const refused = await one.client.post(url, body);
    const scoring = await standing(ciso, 'submit-score', one);
    await one.client.post(url, body).expect(201);
    let latest = assessment;
    for (const reviewer of panel.reviewers) {
      const { status } = (await one.client.get(`/v1/assessments/${assessment.id}`)).body as {
        status: string;
      };
      if (status !== 'concluded') latest = await reviewed(reviewer, latest);
    }
    const approving = await standing(ciso, 'score-approve', one);
    await othersProven(service, own, work);
    const selection = await selected(own, work, assessment);

    expect(refused.body.facts).toEqual({ rule: 'submit-score' });
    const read = await one.client.get(`/v1/assessments/${assessment.id}`);
    expect(read.body.reviews[0]).toMatchObject({ dutyWaiverId: scoring, dutiesJoined: false });
    expect(selection).toMatchObject({ dutyWaiverId: approving });
    expect(await joined(ciso)).toHaveLength(2);
    await expect(
      service.rows(
        `UPDATE assessment_answers SET entered_by = $2 WHERE assessment_id = $1 AND criterion_id =
           (SELECT min(criterion_id) FROM assessment_answers WHERE assessment_id = $1)`,
        [assessment.id, panel.reviewerIds[0]],
      ),
    ).rejects.toThrow('sd_assessment_answers');
  });

  it('drafting an engagement and deciding what does not apply', async () => {
    const list = await both.client.get(`/v1/engagements/${engagementId}/obligations?state=open`);
    const { id } = list.body.items[0] as { id: string };
    const dutyWaiverId = await standing(ciso, 'request-permit', both, { engagementId });
    const { version } = (await both.client.get(`/v1/engagements/${engagementId}`)).body;
    const reply = await both.client.decide(
      `/v1/engagements/${engagementId}/obligations/${id}/not-applicability`,
      { reason: '対象となる業務がない。' },
      version as number,
    );

    expect(reply.body).toMatchObject({ state: 'not-applicable', dutyWaiverId });
    expect(await joined(ciso)).toMatchObject([{ recordKind: 'obligation', recordId: id }]);
  });
});

const EFFECTIVE = { result: 'effective', comment: '消去の記録と現物を確かめた。' };

async function correctedBy(one: Someone): Promise<{ url: string; version: number; id: string }> {
  const unitId = await section(service, town);
  const { id: work } = await plan(both.client, residentService(town, { unitId }));
  const raised = await (
    await town.as('auditor')
  ).post('/v1/findings', {
    ...{ engagementId: work, articleKey: 'K3-1', severity: 'major' },
    statement: '契約にない情報が保存されている。',
  });
  const { id } = raised.body as { id: string };
  const done = { plan: '情報を消去する。', implementedOn: '2026-11-20' };
  const corrected = await one.client.post(`/v1/findings/${id}/corrective-actions`, done);
  expect(corrected.status).toBe(201);
  const { version } = corrected.body as { version: number };
  return { id, version, url: `/v1/findings/${id}/verification` };
}

describe('correcting and verifying', () => {
  it('is admitted to one person by a waiver', async () => {
    const one = await town.someoneIn(null, 'section-manager', 'auditor');
    const { url, version } = await correctedBy(one);
    const refused = await one.client.decide(url, EFFECTIVE, version);
    const dutyWaiverId = await standing(ciso, 'implement-verify', one);
    const reply = await one.client.decide(url, EFFECTIVE, version);

    expect(refused.body.facts).toEqual({ rule: 'implement-verify' });
    expect(reply.body.correctiveActions[0]).toMatchObject({ dutyWaiverId, dutiesJoined: false });
  });

  it('is joined by a setting with its reason, which the action and the list show', async () => {
    const one = await town.someoneIn(null, 'section-manager', 'auditor', 'administrator');
    const { id, url, version } = await correctedBy(one);
    const joinSql = `UPDATE corrective_actions SET verified_by = implemented_by, result = 'effective',
      verified_on = '2026-11-20', duties_joined = true WHERE finding_id = $1`;
    await expect(service.rows(joinSql, [id])).rejects.toThrow('sd_corrective_actions');
    const setting = '/v1/organization/settings/separate-implementer-and-verifier';
    const decision = { value: false, reason: '職員５人のため' };
    await one.client.put(setting, decision, 0).expect(200);
    const reply = await one.client.decide(url, EFFECTIVE, version);

    expect(reply.body.correctiveActions[0]).toMatchObject({
      ...{ dutiesJoined: true, dutyWaiverId: null, verifiedBy: one.personId },
    });
    expect(await joined(ciso)).toMatchObject([
      { waiverId: null, settingId: 'separate-implementer-and-verifier', personId: one.personId },
    ]);
  });

  it('within the section needs a waiver of its own', async () => {
    const one = await town.someoneAs('auditor');
    const { id, url, version } = await correctedBy(both);
    await service.rows(
      `INSERT INTO posts (organization_id, id, person_id, role_id, unit_id, valid_from)
       SELECT f.organization_id, $2, $3, 'staff', e.unit_id, '2020-04-01'
       FROM findings f JOIN engagements e ON e.id = f.engagement_id WHERE f.id = $1`,
      [id, uuidv7(), one.personId],
    );
    const verify = (): Promise<unknown> =>
      service.rows(
        `UPDATE corrective_actions SET verified_by = $2, verified_on = '2026-11-20', result = 'effective' WHERE finding_id = $1`,
        [id, one.personId],
      );
    await expect(verify()).rejects.toThrow('sd_corrective_actions_audit');
    const refused = await one.client.decide(url, EFFECTIVE, version);
    const auditWaiverId = await standing(ciso, 'audit-audited', one);
    const reply = await one.client.decide(url, EFFECTIVE, version);

    expect(refused.body.facts).toEqual({ rule: 'audit-audited' });
    expect(reply.body.correctiveActions[0]).toMatchObject({ auditWaiverId, dutyWaiverId: null });
  });
});

describe('being audited and auditing', () => {
  it.each(['drafter', 'contract', 'selection'])(
    'is refused to one with a part in it (%s), and admitted by a waiver',
    async (part) => {
      const one = await town.someoneIn(null, 'auditor', 'section-manager');
      const drafter = part === 'drafter' ? one : both;
      const unitId = await section(service, town);
      const vendorId = await givenVendor(both.client);
      const { id: work } = await takeOver(drafter.client, town, {
        ...{ unitId, vendorId, kinds: ['outsourcing'] },
      });
      if (part === 'contract') {
        const draft = {
          ...{ title: '住民記録システム運用保守', vendorId, amount: '1100000' },
          ...{ from: '2026-12-01', until: '2027-03-31', jurisdiction: '熊本地方裁判所' },
        };
        const contract = await one.client.post(`/v1/engagements/${work}/contracts`, draft);
        expect(contract.status).toBe(201);
      }
      if (part === 'selection') {
        await service.rows(`ALTER TABLE selections DISABLE TRIGGER ALL`);
        await service.rows(
          `INSERT INTO selections (organization_id, id, engagement_id, assessment_id, outcome_id, vendor_id, result, method,
             reasons, submitted_by, reviewed_by, decided_by, recorded_as, recorded_by, decided_on, duties_joined, content_hash)
           VALUES ($1, $2, $3, $2, $2, $4, 'suitable', 'proposal', '良', $5, '{}', $6, 'section-manager', $6, '2026-11-19', false, 'x')`,
          [town.organizationId, uuidv7(), work, vendorId, both.personId, one.personId],
        );
        await service.rows(`ALTER TABLE selections ENABLE TRIGGER ALL`);
      }
      const planned = await one.client.post('/v1/audits', {
        ...{ engagementId: work, vendorId, mode: 'on-site', plannedOn: '2026-12-10' },
        scope: ['K10-1-4'],
      });
      const { id, version } = planned.body as { id: string; version: number };
      const url = `/v1/audits/${id}/conclusion`;
      const body = { heldOn: '2026-11-20', opinion: '適切である。', evidence: ['監査調書'] };
      const refused = await one.client.decide(url, body, version);

      expect(refused.body.facts).toEqual({ rule: 'audit-audited' });
      await expect(
        service.rows(
          `UPDATE audits SET status = 'concluded', held_on = '2026-11-20', opinion = '適', concluded_by = $2 WHERE id = $1`,
          [id, one.personId],
        ),
      ).rejects.toThrow('sd_audits');
      const dutyWaiverId = await standing(ciso, 'audit-audited', one);
      expect((await one.client.decide(url, body, version)).body).toMatchObject({
        ...{ status: 'concluded', dutyWaiverId },
      });
    },
  );
});
