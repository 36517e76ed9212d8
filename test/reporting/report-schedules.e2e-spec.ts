import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, TestService } from '../support/api.js';
import { versionOf } from '../support/engagement.js';
import { takeOver, trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { at, ReportDesk, submission, type ReportItem } from './given.js';

let desk: ReportDesk;
let service: TestService;
let town: Town;
let clerk: Client;

beforeAll(async () => {
  desk = await ReportDesk.open();
  ({ service, town, clerk } = desk);
});
beforeEach(() => {
  service.itIs('2026-04-01');
});
afterAll(() => service.stop());

describe('a schedule of reports', () => {
  it('follows the review tier and the settings of the body where no contract says otherwise', async () => {
    const { id, reports } = await desk.scheduled();

    expect(reports).toHaveLength(12);
    expect(reports[0]).toMatchObject({
      kind: 'R1',
      status: 'scheduled',
      periodFrom: '2026-04-01',
      periodUntil: '2026-04-30',
      dueOn: '2026-05-19',
      originalDueOn: '2026-05-19',
    });
    expect(reports.at(-1)).toMatchObject({ periodUntil: '2027-03-31', dueOn: '2027-04-14' });
    expect(await trailOf(service, id)).toContain('reports.scheduled');
  });

  it('follows the terms of the contract where they are given', async () => {
    const { reports } = await desk.scheduled({ kind: 'R1', everyMonths: 5, dueBusinessDays: 3 });

    expect(reports.map(({ periodUntil, dueOn }) => [periodUntil, dueOn])).toEqual([
      ['2026-08-31', '2026-09-03'],
      ['2027-01-31', '2027-02-03'],
      ['2027-03-31', '2027-04-05'],
    ]);
  });

  it('is the same however often it is asked for', async () => {
    const { id, reports } = await desk.scheduled();
    const again = await desk.schedule(id);

    expect(again.body.items).toEqual(reports);
  });

  it('is cut short where the engagement ends early, and lengthened again', async () => {
    const { id, reports } = await desk.scheduled();
    const statuses = async (): Promise<unknown> =>
      (await clerk.get(`/v1/reports?engagementId=${id}`)).body.items.map(
        ({ periodUntil, dueOn, status }: ReportItem) => [periodUntil, dueOn, status],
      );
    service.itIs('2026-05-10');
    const shorter = { endsOn: '2026-05-15' };
    await clerk.patch(`/v1/engagements/${id}`, shorter, await versionOf(clerk, id));

    expect((await statuses()) as unknown[]).toEqual(
      expect.arrayContaining([
        ['2026-04-30', '2026-05-19', 'due'],
        ['2026-05-15', '2026-05-29', 'scheduled'],
        ['2026-06-30', at(reports, 2).dueOn, 'void'],
      ]),
    );
    const open = await clerk.get(`/v1/reports?engagementId=${id}&status=scheduled`);
    expect(open.body.items).toHaveLength(1);

    const longer = { endsOn: '2027-03-31' };
    await clerk.patch(`/v1/engagements/${id}`, longer, await versionOf(clerk, id));
    const restored = await clerk.get(`/v1/reports?engagementId=${id}&status=scheduled`);
    expect(restored.body.items).toHaveLength(11);
  });

  it('does not ask a running engagement for what was reported before it was taken over', async () => {
    service.itIs('2026-11-21');
    const { reports } = await desk.scheduled();

    expect(reports.map(({ periodFrom }) => periodFrom)).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
    ]);
  });

  it('keeps its terms once a report of it was answered', async () => {
    const { id, reports } = await desk.scheduled();
    await desk.submitted(at(reports, 0).id, '2026-05-07');
    const reply = await desk.schedule(id, { kind: 'R1', everyMonths: 3 });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:report-schedule.answered');
    expect(reply.body.facts).toEqual({ kind: 'R1' });
  });

  it.each([
    ['a kind the policy has not', 'R99', 'R1（'],
    ['a kind that does not arise here', 'R14', 'R1（'],
    ['a kind that is not periodic', 'R8', '定期の報告ではありません'],
  ])('refuses %s, saying which would do', async (_, kind, words) => {
    const { id } = await takeOver(clerk, town);
    const reply = await desk.schedule(id, { kind });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([
      { pointer: '#/kind', detail: expect.stringContaining(words) },
    ]);
    expect(
      await service.rows('SELECT id FROM report_schedules WHERE engagement_id = $1', [id]),
    ).toEqual([]);
  });
});

describe('an engagement that is over', () => {
  it('asks for no report any more', async () => {
    const { id, reports } = await desk.scheduled();
    await service.rows(`UPDATE engagements SET status = 'closed' WHERE id = $1`, [id]);
    service.itIs('2026-06-01');
    const overdue = await clerk.get(`/v1/reports?status=overdue&engagementId=${id}`);
    const read = await clerk.get(`/v1/reports/${at(reports, 0).id}`);
    const late = await clerk.post(
      `/v1/reports/${at(reports, 0).id}/submissions`,
      submission('2026-05-30'),
    );

    expect(overdue.body.items).toEqual([]);
    expect(read.body).toMatchObject({ status: 'void', isOverdue: false });
    expect(late.status).toBe(422);
  });
});
