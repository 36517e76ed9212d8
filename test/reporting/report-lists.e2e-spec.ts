import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestService } from '../support/api.js';
import { residentService } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
import { ACCEPT, at, NOWHERE, ReportDesk, submission } from './given.js';

let desk: ReportDesk;
let service: TestService;

beforeAll(async () => {
  desk = await ReportDesk.open();
  ({ service } = desk);
});
beforeEach(() => {
  service.itIs('2026-04-01');
});
afterAll(() => service.stop());

describe('the list of reports', () => {
  it('names those that are overdue at the clock, the longest first, page by page', async () => {
    const here = await service.town();
    const section = await here.as('section-manager');
    const { id } = await takeOver(section, here);
    await desk.schedule(id, { kind: 'R1' }, section);
    service.itIs('2026-05-19');
    expect((await section.get('/v1/reports?status=overdue')).body.items).toEqual([]);
    expect((await section.get('/v1/reports?status=due')).body.items).toHaveLength(1);

    service.itIs('2026-07-01');
    const first = await section.get('/v1/reports?status=overdue&limit=1');
    const next = `/v1/reports?status=overdue&limit=1&after=${String(first.body.nextCursor)}`;
    const second = await section.get(next);

    expect(first.body.items[0]).toMatchObject({
      dueOn: '2026-05-19',
      isOverdue: true,
      status: 'due',
    });
    expect(second.body.items[0]).toMatchObject({ dueOn: '2026-06-12', isOverdue: true });
    expect(second.body.nextCursor).toBeNull();
  });

  it('shows another town nothing, and its reports as missing', async () => {
    const { id, reports } = await desk.scheduled();
    const other = await service.town();
    const stranger = await other.as('section-manager', 'head-officer');
    const report = at(reports, 0);
    const read = await stranger.get(`/v1/reports/${report.id}`);
    const missing = await stranger.get(`/v1/reports/${NOWHERE}`);

    expect(read.status).toBe(404);
    expect(read.text).toBe(missing.text);
    expect((await stranger.get('/v1/reports')).body.items).toEqual([]);
    expect((await desk.schedule(id, { kind: 'R1' }, stranger)).status).toBe(404);
    const writes = [
      stranger.post(`/v1/reports/${report.id}/submissions`, submission('2026-04-01')),
      stranger.decide(`/v1/reports/${report.id}/review`, ACCEPT, 1),
      stranger.decide(`/v1/reports/${report.id}/waiver`, { reason: '不要' }, 1),
    ];
    for (const write of writes) expect((await write).status).toBe(404);
  });
});

describe('the ledger of reports', () => {
  it('shows the report for March in the years of its period and of its due date', async () => {
    service.itIs('2026-02-01');
    const here = await service.town();
    const section = await here.as('section-manager');
    const engagement = await takeOver(section, here, {
      ...residentService(here, { startsOn: '2026-02-01', endsOn: '2026-03-31', title: '=1+1' }),
      since: '2026-02-01',
    });
    await desk.schedule(engagement.id, { kind: 'R1' }, section);
    const year = (fiscalYear: number) =>
      section.get(`/v1/register/reports?fiscalYear=${String(fiscalYear)}`);

    const both = (await year(2025)).body.items as { periodUntil: string }[];
    expect(both.map(({ periodUntil }) => periodUntil)).toEqual(['2026-02-28', '2026-03-31']);
    expect((await year(2026)).body.items).toMatchObject([
      {
        periodUntil: '2026-03-31',
        dueOn: '2026-04-14',
        kindTitle: '定期報告（履行状況）',
        status: 'scheduled',
      },
    ]);
    expect((await year(2028)).body.items).toEqual([]);

    const csv = await section.get('/v1/register/reports?fiscalYear=2026&format=csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toContain('attachment; filename="reports.csv"');
    expect(csv.text).toContain('案件,事業者,報告の種類');
    expect(csv.text).toContain("'=1+1,,定期報告（履行状況）,2026-03-01,2026-03-31,2026-04-14");

    const xlsx = await section.get('/v1/register/reports?format=xlsx').buffer();
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    const other = await service.town();
    const stranger = await other.as('section-manager');
    expect((await stranger.get('/v1/register/reports')).body.items).toEqual([]);
  });
});
