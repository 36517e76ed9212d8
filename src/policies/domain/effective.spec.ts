import { describe, expect, test } from 'vitest';

import { effectiveFaults, firstDayOf } from './effective.js';
import type { Effective } from './pack.js';

function effective(ja: string, from?: string): Effective {
  return { printed: { ja, en: 'as printed' }, ...(from !== undefined && { from }) };
}

describe('the day a policy came into force', () => {
  test.each([
    ['the printed day', effective('令和８年６月５日策定', '2026-06-05')],
    ['the first day of an era', effective('令和元年5月1日 施行', '2019-05-01')],
    [
      'the day of a revision',
      effective('令和８年６月５日策定、令和９年４月１日改定', '2027-04-01'),
    ],
    ['a month, where no day is printed', effective('令和8年3月改定', '2026-03')],
    ['nothing, where nothing is printed', effective('記載なし')],
  ])('may be %s', (_case, given) => {
    expect(effectiveFaults(given)).toEqual([]);
  });

  test.each([
    ['another than the printed day', '令和８年６月５日策定', '2026-06-06', /not the printed day/],
    [
      'none of the printed days',
      '令和８年６月５日策定、令和９年４月１日改定',
      '2027-04-02',
      /not the printed day/,
    ],
    ['a month, where a day is printed', '令和８年６月５日策定', '2026-06', /not the printed day/],
    ['a day the calendar lacks', '公布の日', '2026-02-30', /there is no day/],
    ['a month the calendar lacks', '公布の日', '2026-13', /there is no day/],
  ])('is not %s', (_case, printed, from, reason) => {
    const [fault, ...others] = effectiveFaults(effective(printed, from));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ path: ['effective', 'from'] });
    expect(fault?.reason.en).toMatch(reason);
    expect(fault?.reason.ja).toMatch(/[ぁ-ん]/);
  });

  test('is the first of a month without a day, and unknown where nothing is given', () => {
    expect(firstDayOf(effective('令和8年3月改定', '2026-03'))).toBe('2026-03-01');
    expect(firstDayOf(effective('策定', '2026-03-04'))).toBe('2026-03-04');
    expect(firstDayOf(effective('公布の日'))).toBeUndefined();
  });
});
