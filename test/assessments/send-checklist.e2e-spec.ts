import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { criteriaOf, panelOf, sent, type Panel } from '../support/assessing.js';
import { residentService, versionOf } from '../support/engagement.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { cloudCandidate, outsourcing, planned, vendorOf } from './given.js';

const NOWHERE = '01900000-0000-7000-8000-000000000000';

let service: TestService;
let town: Town;
let panel: Panel;
let clerk: Client;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  panel = await panelOf(town);
  clerk = panel.clerk;
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('a checklist sent to a candidate', () => {
  it('asks what the policy asks of this engagement at selection, knock-outs by its facts', async () => {
    const id = await planned(clerk, outsourcing(town));
    const before = await versionOf(clerk, id);
    const assessment = await sent(panel, id, await vendorOf(clerk));

    expect(assessment).toMatchObject({
      status: 'sent',
      version: 1,
      round: 1,
      reviewersRequired: 1,
      thresholds: { suitable: '0.80', conditional: '0.60' },
      answered: 0,
      isOverdue: false,
    });
    const criteria = await criteriaOf(clerk, assessment.id);
    const ids = criteria.map(({ criterionId }) => criterionId);
    expect(ids).toEqual(expect.arrayContaining(['G-01', 'G-06', 'G-25', 'O-01', 'O-08']));
    // Asked at another moment, of staff, or of cloud services.
    for (const other of ['G-24', 'C-24', 'C-01']) expect(ids).not.toContain(other);
    const knockOut = new Map(criteria.map((row) => [row.criterionId, row.knockOut]));
    expect(knockOut.get('G-11')).toBe(true);
    expect(knockOut.get('G-01')).toBe(false);
    expect(await versionOf(clerk, id)).toBe(before + 1);
    expect(await trailOf(service, assessment.id)).toEqual(['assessment.sent']);
  });

  it('needs as many reviewers as the tier says', async () => {
    const id = await planned(clerk, residentService(town));
    const assessment = await sent(panel, id, await cloudCandidate(clerk));

    expect(assessment).toMatchObject({ reviewersRequired: 2 });
  });

  it('stands still when the thresholds of the body change', async () => {
    const id = await planned(clerk, outsourcing(town));
    const other = await sent(panel, id, await vendorOf(clerk));
    const administrator = await town.as('administrator');
    const setting = await administrator.get('/v1/organization/settings/score-suitable');
    const changed = await administrator.put(
      '/v1/organization/settings/score-suitable',
      { value: '0.95' },
      setting.body.version,
    );
    expect(changed.status).toBe(200);

    const kept = await clerk.get(`/v1/assessments/${other.id}`);
    expect(kept.body.thresholds.suitable).toBe('0.80');
    const next = await sent(panel, id, await vendorOf(clerk, '株式会社後発'));
    expect(next).toMatchObject({ thresholds: { suitable: '0.95' } });
    await administrator.put(
      '/v1/organization/settings/score-suitable',
      { value: '0.80' },
      changed.body.version,
    );
  });

  it('is late after its last day, while the vendor has not handed in', async () => {
    const id = await planned(clerk, outsourcing(town));
    const url = `/v1/engagements/${id}/assessments`;
    const body = { ...(await vendorOf(clerk)), dueOn: '2026-11-30' };
    const reply = await clerk.post(url, body);

    service.itIs('2026-12-01');
    expect((await clerk.get(`/v1/assessments/${String(reply.body.id)}`)).body.isOverdue).toBe(true);
  });
});

describe('sending is refused', () => {
  it.each([
    ['a day in the past', { dueOn: '2026-11-19' }, '#/dueOn'],
    ['a vendor that is none', { vendorId: NOWHERE }, '#/vendorId'],
    ['a service where none is used', { cloudServiceId: NOWHERE }, '#/cloudServiceId'],
  ])('for %s', async (_, fault, pointer) => {
    const id = await planned(clerk, outsourcing(town));
    const body = { ...(await vendorOf(clerk)), dueOn: '2026-12-10', ...fault };
    const reply = await clerk.post(`/v1/engagements/${id}/assessments`, body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect((await clerk.get(`/v1/engagements/${id}/assessments`)).body.items).toEqual([]);
  });

  it('without the service, where a cloud service is used', async () => {
    const id = await planned(clerk, residentService(town));
    const body = { ...(await vendorOf(clerk)), dueOn: '2026-12-10' };
    const reply = await clerk.post(`/v1/engagements/${id}/assessments`, body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/cloudServiceId');
  });

  it('to a candidate that has an assessment already, until that is withdrawn', async () => {
    const id = await planned(clerk, outsourcing(town));
    const candidate = await vendorOf(clerk);
    const first = await sent(panel, id, candidate);
    const url = `/v1/engagements/${id}/assessments`;
    const again = await clerk.post(url, { ...candidate, dueOn: '2026-12-10' });

    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      type: 'urn:mitodoke:problem:assessment.candidate-already-assessed',
      facts: { assessmentId: first.id },
    });
    const withdrawal = `/v1/assessments/${first.id}/withdrawal`;
    const reason = { reason: '候補者が辞退したため' };
    expect((await clerk.post(withdrawal, reason)).status).toBe(428);
    const withdrawn = await clerk.decide(withdrawal, reason, first.version);
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-11-20' });
    await sent(panel, id, candidate);
    expect((await clerk.get(url)).body.items).toHaveLength(2);
  });

  it('without the permission, and for another town as if there were nothing', async () => {
    const id = await planned(clerk, outsourcing(town));
    const { id: assessment } = await sent(panel, id, await vendorOf(clerk));
    const staff = await town.as('staff');
    const body = { ...(await vendorOf(clerk)), dueOn: '2026-12-10' };
    expect((await staff.post(`/v1/engagements/${id}/assessments`, body)).status).toBe(403);

    const stranger = await (await service.town()).as('procurement', 'section-manager');
    const missing = await stranger.get(`/v1/assessments/${NOWHERE}`);
    for (const path of [
      `/v1/assessments/${assessment}`,
      `/v1/assessments/${assessment}/outcome`,
      `/v1/engagements/${id}/assessments`,
      `/v1/engagements/${id}/comparison`,
      `/v1/engagements/${id}/selection`,
    ]) {
      const reply = await stranger.get(path);
      expect(reply.status, path).toBe(404);
      expect(reply.text).toBe(missing.text);
    }
    expect((await stranger.get('/v1/assessments')).body.items).toEqual([]);
    const put = await stranger.put(
      `/v1/assessments/${assessment}/answers`,
      { answers: [{ criterionId: 'G-01', answer: 'yes' }] },
      1,
    );
    expect(put.status).toBe(404);
  });
});

describe('the list of assessments', () => {
  it('shows the next due first, page by page, by status and vendor', async () => {
    const quiet = await service.town();
    const own = await panelOf(quiet);
    const id = await planned(own.clerk, outsourcing(quiet));
    const url = `/v1/engagements/${id}/assessments`;
    const late = { ...(await vendorOf(own.clerk, '株式会社遅')), dueOn: '2026-12-20' };
    const soon = { ...(await vendorOf(own.clerk, '株式会社早')), dueOn: '2026-12-10' };
    for (const body of [late, soon]) await own.clerk.post(url, body).expect(201);

    const first = await own.clerk.get('/v1/assessments?limit=1');
    const second = await own.clerk.get(
      `/v1/assessments?limit=1&after=${String(first.body.nextCursor)}`,
    );
    expect(first.body.items[0]).toMatchObject({ dueOn: '2026-12-10', vendorName: '株式会社早' });
    expect(second.body.items[0].dueOn).toBe('2026-12-20');
    expect(second.body.nextCursor).toBeNull();
    const filtered = await own.clerk.get(`/v1/assessments?status=sent&vendorId=${late.vendorId}`);
    expect(filtered.body.items).toHaveLength(1);
    expect((await own.clerk.get('/v1/assessments?status=concluded')).body.items).toEqual([]);
  });
});
