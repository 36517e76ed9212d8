import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from './calendar-date.js';
import { fiscalYearLabel, formatEra, parseEra } from './era-date.js';

const HALF = { width: 'half' } as const;
const FULL = { width: 'full' } as const;

const date = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => addDays(calendarDate('1873-01-01'), days));

describe('writing an era date', () => {
  test.each([
    ['2026-06-05', '令和8年6月5日', '令和８年６月５日'],
    ['2028-12-31', '令和10年12月31日', '令和１０年１２月３１日'],
    ['2019-05-01', '令和元年5月1日', '令和元年５月１日'],
    ['2019-04-30', '平成31年4月30日', '平成３１年４月３０日'],
    ['1989-01-08', '平成元年1月8日', '平成元年１月８日'],
    ['1989-01-07', '昭和64年1月7日', '昭和６４年１月７日'],
    ['1926-12-25', '昭和元年12月25日', '昭和元年１２月２５日'],
    ['1926-12-24', '大正15年12月24日', '大正１５年１２月２４日'],
    ['1912-07-30', '大正元年7月30日', '大正元年７月３０日'],
    ['1912-07-29', '明治45年7月29日', '明治４５年７月２９日'],
    ['1873-01-01', '明治6年1月1日', '明治６年１月１日'],
    ['1872-12-31', '1872年12月31日', '１８７２年１２月３１日'],
  ])('%s is %s or %s', (day, half, full) => {
    expect(formatEra(calendarDate(day), HALF)).toBe(half);
    expect(formatEra(calendarDate(day), FULL)).toBe(full);
  });
});

describe('reading an era date', () => {
  test.each([
    ['令和８年６月５日', '2026-06-05'],
    ['令和8年06月05日', '2026-06-05'],
    ['令和 ８ 年 ６ 月 ５ 日', '2026-06-05'],
    ['㋿8年6月5日', '2026-06-05'],
    ['R8.6.5', '2026-06-05'],
    ['Ｒ８．６．５', '2026-06-05'],
    ['r8.6.5', '2026-06-05'],
    ['R.8.6.5', '2026-06-05'],
    ['R08/06/05', '2026-06-05'],
    ['R8-6-5', '2026-06-05'],
    ['R8年6月5日', '2026-06-05'],
    ['令和8.6.5', '2026-06-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['T15.12.24', '1926-12-24'],
    ['M45.7.29', '1912-07-29'],
    ['令和6年2月29日', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(parseEra(text)).toEqual({ ok: true, date: day });
  });

  test.each([
    ['平成31年5月1日', '2019-05-01'],
    ['平成32年3月31日', '2020-03-31'],
    ['令和元年4月30日', '2019-04-30'],
    ['昭和64年1月8日', '1989-01-08'],
  ])('%s is refused and the day %s that was meant is told', (text, meant) => {
    expect(parseEra(text)).toEqual({ ok: false, reason: 'outside-era', meant });
  });

  test.each([
    '令和8年2月30日',
    '令和7年2月29日',
    '令和8年13月1日',
    '令和8年6月0日',
    '令和0年5月1日',
  ])('%s is refused, for there is no such day', (text) => {
    expect(parseEra(text)).toEqual({ ok: false, reason: 'no-such-day' });
  });

  test('明治5年12月2日 is refused, for it is a day of the old calendar', () => {
    expect(parseEra('明治5年12月2日')).toEqual({ ok: false, reason: 'before-1873' });
  });

  test.each([
    '',
    '2026-06-05',
    '慶応3年1月1日',
    'X8.6.5',
    '8.6.5',
    '令和8年6月',
    '令和8年6月5',
    'R8.6-5',
    '令和100年1月1日',
    '令和8年6月5日まで',
    '公表の日',
  ])('%j is unreadable', (text) => {
    expect(parseEra(text)).toEqual({ ok: false, reason: 'unreadable' });
  });

  test('gives back every date that was written', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(HALF, FULL), (day, style) => {
        expect(parseEra(formatEra(day, style))).toEqual({ ok: true, date: day });
      }),
    );
  });

  test('never fails, whatever the text', () => {
    const noise = fc.string({ unit: fc.constantFrom(...Array.from('令和平成RH元年月日.0123８ ')) });
    fc.assert(
      fc.property(noise, (text) => {
        expect(typeof parseEra(text).ok).toBe('boolean');
      }),
    );
  });
});

test.each([
  [2026, '令和8年度', '令和８年度'],
  [2020, '令和2年度', '令和２年度'],
  [2019, '平成31年度', '平成３１年度'],
  [1989, '平成元年度', '平成元年度'],
])('fiscal year %i is %s or %s', (year, half, full) => {
  expect(fiscalYearLabel(year, HALF)).toBe(half);
  expect(fiscalYearLabel(year, FULL)).toBe(full);
});
