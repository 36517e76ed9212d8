import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBusinessDay } from '../../shared/domain/business-calendar.js';
import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  fiscalYearOf,
  type CalendarDate,
} from '../../shared/domain/calendar-date.js';
import { OFFICE_CALENDAR } from '../../shared/time/office-calendar.js';
import {
  provesUntil,
  reportPeriods,
  scheduleChange,
  type ReportPeriod,
  type SchedulePlan,
} from './schedule.js';

const TODAY = '2026-04-01';

function periodsOf(plan: Partial<SchedulePlan> & { startsOn: string }): readonly ReportPeriod[] {
  const whole = { endsOn: null, countsFrom: plan.startsOn, everyMonths: 1, dueBusinessDays: 10 };
  return reportPeriods({ ...whole, ...plan }, TODAY, OFFICE_CALENDAR);
}

describe('the periods of a schedule', () => {
  it('divide a fiscal year into months, of which March is due in the next one', () => {
    const periods = periodsOf({ startsOn: '2026-04-01', endsOn: '2027-03-31' });

    expect(periods).toHaveLength(12);
    expect(periods[0]).toEqual({
      periodFrom: '2026-04-01',
      periodUntil: '2026-04-30',
      // Golden week: 3 to 6 May 2026 are closed.
      dueOn: '2026-05-19',
    });
    expect(periods.at(-1)).toEqual({
      periodFrom: '2027-03-01',
      periodUntil: '2027-03-31',
      dueOn: '2027-04-14',
    });
    expect(fiscalYearOf(calendarDate('2027-03-31'))).toBe(2026);
    expect(fiscalYearOf(calendarDate('2027-04-14'))).toBe(2027);
  });

  it('are due after the year-end closure of 29 December to 3 January', () => {
    const december = periodsOf({
      startsOn: '2026-12-01',
      endsOn: '2026-12-28',
      dueBusinessDays: 1,
    });

    expect(december).toEqual([
      { periodFrom: '2026-12-01', periodUntil: '2026-12-28', dueOn: '2027-01-04' },
    ]);
  });

  it('are due on the last day itself where no days are given', () => {
    const [only] = periodsOf({ startsOn: '2026-06-01', endsOn: '2026-06-30', dueBusinessDays: 0 });

    expect(only?.dueOn).toBe('2026-06-30');
  });

  it('end with a short one where fewer months remain', () => {
    expect(
      periodsOf({ startsOn: '2026-12-01', endsOn: '2027-03-31', everyMonths: 3 }).map(
        ({ periodFrom, periodUntil }) => [periodFrom, periodUntil],
      ),
    ).toEqual([
      ['2026-12-01', '2027-02-28'],
      ['2027-03-01', '2027-03-31'],
    ]);
  });

  it('hold 29 February of a leap year', () => {
    const periods = periodsOf({ startsOn: '2028-02-01', endsOn: '2028-03-31' });

    expect(periods.map(({ periodUntil }) => periodUntil)).toEqual(['2028-02-29', '2028-03-31']);
  });

  it('are counted from the first day each time, so that short months do not shift them', () => {
    const periods = periodsOf({ startsOn: '2027-01-31', endsOn: '2027-05-30' });

    expect(periods.map(({ periodFrom }) => periodFrom)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  it('leave out what was reported elsewhere, but not the period that runs', () => {
    const periods = periodsOf({
      startsOn: '2026-01-01',
      endsOn: '2026-06-30',
      countsFrom: '2026-03-15',
    });

    expect(periods.map(({ periodFrom }) => periodFrom)).toEqual([
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
    ]);
  });

  it('are foreseen two years ahead, none of them cut, where no end is known', () => {
    const periods = periodsOf({ startsOn: '2025-04-01', everyMonths: 12 });

    expect(periods.map(({ periodFrom, periodUntil }) => [periodFrom, periodUntil])).toEqual([
      ['2025-04-01', '2026-03-31'],
      ['2026-04-01', '2027-03-31'],
      ['2027-04-01', '2028-03-31'],
      ['2028-04-01', '2029-03-31'],
    ]);
  });

  const day = fc
    .integer({ min: 0, max: 9000 })
    .map((days) => addDays(calendarDate('2020-01-01'), days));
  const plan = fc.record({
    startsOn: day,
    days: fc.integer({ min: 0, max: 2000 }),
    everyMonths: fc.integer({ min: 1, max: 12 }),
    dueBusinessDays: fc.integer({ min: 1, max: 30 }),
  });

  it('tile the term without gap or overlap, each as long as it may be, due on a business day after it', () => {
    fc.assert(
      fc.property(plan, ({ startsOn, days, everyMonths, dueBusinessDays }) => {
        const endsOn = addDays(startsOn, days);
        const periods = periodsOf({ startsOn, endsOn, everyMonths, dueBusinessDays });
        let next: CalendarDate = startsOn;
        for (const [index, period] of periods.entries()) {
          expect(period.periodFrom).toBe(next);
          const until = calendarDate(period.periodUntil);
          expect(daysBetween(next, until)).toBeGreaterThanOrEqual(0);
          expect(until < addMonths(startsOn, (index + 1) * everyMonths)).toBe(true);
          const dueOn = calendarDate(period.dueOn);
          expect(dueOn > until && isBusinessDay(dueOn, OFFICE_CALENDAR)).toBe(true);
          next = addDays(until, 1);
        }
        expect(next).toBe(addDays(endsOn, 1));
      }),
      { numRuns: 60 },
    );
  });

  it('change nothing when they are planned a second time', () => {
    fc.assert(
      fc.property(plan, ({ startsOn, days, everyMonths, dueBusinessDays }) => {
        const endsOn = addDays(startsOn, days);
        const periods = periodsOf({ startsOn, endsOn, everyMonths, dueBusinessDays });
        const reports = periods.map((period) => ({
          ...period,
          id: period.periodFrom,
          status: 'scheduled',
        }));
        expect(scheduleChange(reports, periods)).toEqual({ added: [], redated: [], voided: [] });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a change of the term', () => {
  const before = periodsOf({ startsOn: '2026-04-01', endsOn: '2026-07-31' });
  const reports = before.map((period, index) => ({
    ...period,
    id: `report-${String(index)}`,
    status: index === 0 ? 'accepted' : 'scheduled',
  }));

  it('cuts the period that has begun and voids those that have not', () => {
    const after = periodsOf({ startsOn: '2026-04-01', endsOn: '2026-05-15' });

    expect(scheduleChange(reports, after)).toEqual({
      added: [],
      redated: [
        {
          id: 'report-1',
          periodFrom: '2026-05-01',
          periodUntil: '2026-05-15',
          dueOn: '2026-05-29',
        },
      ],
      voided: ['report-2', 'report-3'],
    });
  });

  it('adds the periods of a longer term and brings back a void one', () => {
    const after = periodsOf({ startsOn: '2026-04-01', endsOn: '2026-08-31' });
    const cut = reports.map((report) => ({
      ...report,
      status: report.id === 'report-3' ? 'void' : report.status,
    }));

    const change = scheduleChange(cut, after);

    expect(change.added.map(({ periodFrom }) => periodFrom)).toEqual(['2026-08-01']);
    expect(change.redated.map(({ id }) => id)).toEqual(['report-3']);
    expect(change.voided).toEqual([]);
  });

  it('leaves answered reports as they are', () => {
    const answered = reports.map((report) => ({ ...report, status: 'submitted' }));

    expect(scheduleChange(answered, [])).toEqual({ added: [], redated: [], voided: [] });
  });
});

describe('an accepted report', () => {
  const schedule = periodsOf({ startsOn: '2026-04-01', endsOn: '2026-06-30' }).map((period) => ({
    ...period,
    id: period.periodFrom,
    status: 'scheduled',
  }));
  const [april, may, june] = schedule;

  it('proves until the next one is due', () => {
    expect(provesUntil({ periodFrom: '2026-04-01' }, schedule)).toBe(may?.dueOn);
  });

  it('proves on where the next one was waived or fell away', () => {
    const waived = [april, { ...may, status: 'waived' }, june].map((report) => ({
      ...{ id: '', periodFrom: '', periodUntil: '', dueOn: '', status: '' },
      ...report,
    }));

    expect(provesUntil({ periodFrom: '2026-04-01' }, waived)).toBe(june?.dueOn);
  });

  it('proves without end where it is the last', () => {
    expect(provesUntil({ periodFrom: '2026-06-01' }, schedule)).toBeNull();
  });
});
