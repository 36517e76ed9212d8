import { describe, expect, it } from 'vitest';
import { firstUnheldDay, leftAloneFrom } from './administration.js';
import type { PostTerm } from './post-term.js';

const TODAY = '2026-11-20';

function term(validFrom: string, validUntil: string | null = null): PostTerm {
  return { validFrom, validUntil };
}

describe('the first day that no term holds', () => {
  it.each([
    ['today where there is none', [], TODAY],
    ['today where all begin later', [term('2026-11-21')], TODAY],
    ['today where all have ended', [term('2020-04-01', '2026-11-19')], TODAY],
    ['none where one has no end', [term('2020-04-01')], undefined],
    ['none where one lasts to the end of the calendar', [term(TODAY, '9999-12-31')], undefined],
    ['the day after the last', [term('2020-04-01', '2027-03-31')], '2027-04-01'],
    [
      'none where the next follows at once, in whatever order',
      [term('2027-04-01'), term('2020-04-01', '2027-03-31')],
      undefined,
    ],
    ['the gap between two', [term('2020-04-01', '2027-03-30'), term('2027-04-01')], '2027-03-31'],
    [
      'not the end of one that another outlasts',
      [term('2020-04-01', '2027-12-31'), term('2020-05-01', '2027-03-31')],
      '2028-01-01',
    ],
    ['today where the only one was withdrawn', [term('2026-11-20', '2026-11-19')], TODAY],
  ])('is %s', (_, terms, day) => {
    expect(firstUnheldDay(terms, TODAY)).toBe(day);
  });
});

describe('a change', () => {
  const [always, endsInMarch] = [[term('2020-04-01')], [term('2020-04-01', '2027-03-31')]];

  it.each([
    ['ends the only one', always, endsInMarch, '2027-04-01'],
    ['ends it earlier', endsInMarch, [term('2020-04-01', '2026-12-31')], '2027-01-01'],
    ['lets it last', endsInMarch, endsInMarch, undefined],
    ['appoints somebody more', endsInMarch, always, undefined],
    ['ends one of two', [...always, ...always], [...always, ...endsInMarch], undefined],
  ])('that %s leaves nobody from the right day', (_, before, after, day) => {
    expect(leftAloneFrom(before, after, TODAY)).toBe(day);
  });
});
