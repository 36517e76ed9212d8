import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, TestService } from '../support/api.js';
import { stateOf, takeOver, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { ACCEPT, at, NOWHERE, PERIODIC, ReportDesk, submission, type ReportItem } from './given.js';

let desk: ReportDesk;
let service: TestService;
let town: Town;
let clerk: Client;
let manager: Client;
let head: Client;

beforeAll(async () => {
  desk = await ReportDesk.open();
  ({ service, town, clerk, manager, head } = desk);
});
beforeEach(() => {
  service.itIs('2026-04-01');
});
afterAll(() => service.stop());

describe('a report handed in', () => {
  it('proves its duty once accepted, until the next one is due', async () => {
    const { id, reports } = await desk.scheduled();
    const [april, may] = [at(reports, 0), at(reports, 1)];
    const version = await desk.submitted(april.id, '2026-05-11');
    expect(await stateOf(clerk, id, PERIODIC)).toBe('open');

    service.itIs('2026-05-12');
    const reply = await manager.decide(`/v1/reports/${april.id}/review`, ACCEPT, version);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: 'accepted',
      acceptedOn: '2026-05-12',
      isLate: false,
      submissions: [{ number: 1, review: { decision: 'accept', reviewedAs: 'section-manager' } }],
    });
    expect(may.dueOn).toBe('2026-06-12');
    expect(await stateOf(clerk, id, PERIODIC)).toBe('met');
    service.itIs('2026-06-12');
    expect(await stateOf(clerk, id, PERIODIC)).toBe('met');
    service.itIs('2026-06-13');
    expect(await stateOf(clerk, id, PERIODIC)).toBe('open');
    expect(await trailOf(service, april.id)).toEqual([
      'report.submitted',
      'obligation.discharged',
      'report.accepted',
    ]);
  });

  it('proves without end where it is the last of the engagement', async () => {
    const { id, reports } = await desk.scheduled();
    const last = at(reports, -1);
    const version = await desk.submitted(last.id, '2027-04-05');
    await manager.decide(`/v1/reports/${last.id}/review`, ACCEPT, version);

    service.itIs('2030-01-01');
    expect(await stateOf(clerk, id, PERIODIC)).toBe('met');
  });

  it('is returned for correction and handed in again as a new version; late stays late', async () => {
    const { reports } = await desk.scheduled();
    const { id } = at(reports, 0);
    const version = await desk.submitted(id, '2026-05-20');
    const returned = await manager.decide(
      `/v1/reports/${id}/review`,
      { decision: 'return', comment: '再委託先の状況がない。' },
      version,
    );
    expect(returned.body).toMatchObject({ status: 'returned', isLate: true, isOverdue: true });

    const again = await desk.submitted(id, '2026-05-21');
    const reply = await manager.decide(`/v1/reports/${id}/review`, ACCEPT, again);

    expect(reply.body).toMatchObject({
      status: 'accepted',
      isLate: true,
      isOverdue: false,
      submissions: [
        { number: 1, review: { decision: 'return' } },
        { number: 2, review: { decision: 'accept' } },
      ],
    });
  });

  it.each([
    ['of the future', submission('2026-05-02'), '#/submittedOn'],
    ['of before its period', submission('2026-03-31'), '#/submittedOn'],
    [
      'naming an article that puts nothing on the engagement',
      submission('2026-05-01', {
        measures: [{ articleKey: 'K10-1-1', status: 'performed', note: '実施' }],
      }),
      '#/measures/0/articleKey',
    ],
  ])('is refused %s, and nothing is written', async (_, body, pointer) => {
    const { reports } = await desk.scheduled();
    const { id } = at(reports, 0);
    service.itIs('2026-05-01');
    const reply = await clerk.post(`/v1/reports/${id}/submissions`, body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(
      await service.rows('SELECT id FROM report_submissions WHERE report_id = $1', [id]),
    ).toEqual([]);
  });

  it('is not reviewed by whoever entered it, in the service and in the database', async () => {
    const { reports } = await desk.scheduled();
    const { id } = at(reports, 0);
    const version = await desk.submitted(id, '2026-05-07');
    const reply = await clerk.decide(`/v1/reports/${id}/review`, ACCEPT, version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(await service.rows('SELECT id FROM proofs WHERE record_id = $1', [id])).toEqual([]);
    await expect(
      service.rows(
        `INSERT INTO report_reviews (organization_id, id, submission_id, entered_by, decision, comment, reviewed_by, reviewed_as, reviewed_on)
         SELECT organization_id, id, id, entered_by, 'accept', '可', entered_by, 'section-manager', '2026-05-07'
         FROM report_submissions WHERE report_id = $1`,
        [id],
      ),
    ).rejects.toThrow('sd_report_reviews');
  });

  it('is not reviewed by a role that does not receive its kind', async () => {
    const { reports } = await desk.scheduled();
    const { id } = at(reports, 0);
    const version = await desk.submitted(id, '2026-05-07');
    const reply = await head.decide(`/v1/reports/${id}/review`, ACCEPT, version);

    expect(reply.status).toBe(422);
    expect(reply.body.facts).toEqual({ roles: ['section-manager', 'system-manager'] });
  });

  it('is not reviewed before it is there, nor on another version of it', async () => {
    const { reports } = await desk.scheduled();
    const { id, version } = at(reports, 0);
    const early = await manager.decide(`/v1/reports/${id}/review`, ACCEPT, version);
    await desk.submitted(id, '2026-05-07');
    const stale = await manager.decide(`/v1/reports/${id}/review`, ACCEPT, version);

    expect(early.status).toBe(422);
    expect(early.body.type).toBe('urn:mitodoke:problem:report.wrong-status');
    expect(early.body.facts).toEqual({
      status: 'scheduled',
      allowed: ['submitted', 'waived', 'void'],
    });
    expect(stale.status).toBe(412);
  });
});

describe('a waiver', () => {
  it('lets the report before it prove until the one after it is due', async () => {
    const { id, reports } = await desk.scheduled();
    const [april, may, june] = [at(reports, 0), at(reports, 1), at(reports, 2)];
    const version = await desk.submitted(april.id, '2026-05-07');
    await manager.decide(`/v1/reports/${april.id}/review`, ACCEPT, version);
    const reason = { reason: '５月は業務を休止していたため' };
    const refused = await manager.decide(`/v1/reports/${may.id}/waiver`, reason, may.version);
    const waived = await head.decide(`/v1/reports/${may.id}/waiver`, reason, may.version);

    expect(refused.status).toBe(403);
    expect(waived.body).toMatchObject({ status: 'waived', waivedReason: reason.reason });
    service.itIs(june.dueOn);
    expect(await stateOf(clerk, id, PERIODIC)).toBe('met');
    const overdue = await clerk.get(`/v1/reports?status=overdue&engagementId=${id}`);
    expect(overdue.body.items).toEqual([]);
    service.itIs('2026-08-01');
    expect(await stateOf(clerk, id, PERIODIC)).toBe('open');
  });
});

describe('a report on an occasion', () => {
  const measure = { kind: 'R8', periodFrom: '2026-04-01', periodUntil: '2026-04-01' };

  it('is due by the setting of its kind, and proves without end', async () => {
    const { id } = await takeOver(clerk, town);
    const opened = await clerk.post('/v1/reports', { engagementId: id, ...measure });
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ scheduleId: null, dueOn: '2026-04-08' });
    const { id: reportId } = opened.body as ReportItem;
    const version = await desk.submitted(reportId, '2026-04-02');
    const reply = await head.decide(`/v1/reports/${reportId}/review`, ACCEPT, version);

    expect(reply.body).toMatchObject({ status: 'accepted' });
    service.itIs('2027-04-01');
    expect(await stateOf(clerk, id, 'K9-1-3a-3')).toBe('met');
  });

  it.each([
    ['a periodic kind', { kind: 'R1' }, '#/kind'],
    ['no due day where no setting gives one', { kind: 'R11' }, '#/dueOn'],
    ['an end before the start', { periodUntil: '2026-03-31' }, '#/periodUntil'],
    ['an engagement of nobody', { engagementId: NOWHERE }, '#/engagementId'],
  ])('is refused with %s', async (_, fault, pointer) => {
    const { id } = await takeOver(clerk, town);
    const reply = await clerk.post('/v1/reports', { engagementId: id, ...measure, ...fault });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await service.rows('SELECT id FROM reports WHERE engagement_id = $1', [id])).toEqual([]);
  });
});
