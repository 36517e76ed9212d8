import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  judge,
  RESULTS,
  scoreOf,
  type Answer,
  type JudgedCriterion,
  type Result,
} from './judgement.js';

const THRESHOLDS = { suitable: '0.80', conditional: '0.60' };

function criterion(criterionId: string, given: Partial<JudgedCriterion> = {}): JudgedCriterion {
  return {
    ...{ criterionId, weight: 3, knockOut: false, evidenceRequired: false },
    ...{ value: 'yes', hasEvidence: true },
    ...given,
  };
}

const KNOCK_OUT = { knockOut: true, weight: 0 } as const;
const COVER = { exceptionIds: ['e'], until: '2027-03-31' };

const anyCriterion = fc.record({
  weight: fc.integer({ min: 0, max: 3 }),
  knockOut: fc.boolean(),
  evidenceRequired: fc.boolean(),
  value: fc.constantFrom(...ANSWERS),
  hasEvidence: fc.boolean(),
  cover: fc.option(fc.constant(COVER), { nil: undefined }),
});

const anyChecklist = fc
  .array(anyCriterion, { maxLength: 60 })
  .map((rows) => rows.map((row, at) => ({ ...row, criterionId: `C-${String(at)}` })));

/** How far a candidate is admitted; an open knock-out says no less and no more than a score too low. */
const RANK: Readonly<Record<Result, number>> = {
  unsuitable: 0,
  undetermined: 0,
  conditional: 1,
  suitable: 2,
};

/** Answers that say ever more of a criterion; one that does not apply says nothing. */
const RISING: readonly Answer[] = ['no', 'unknown', 'partial', 'yes'];

describe('the outcome', () => {
  it.each<[string, Partial<JudgedCriterion>[], Result]>([
    ['everything met', [{}, {}], 'suitable'],
    ['the lowest suitable score', [...yes(4), { value: 'no' }], 'suitable'],
    ['just below it', [...yes(3), { value: 'partial' }, { value: 'no' }], 'conditional'],
    ['the lowest conditional score', [...yes(3), { value: 'no' }, { value: 'no' }], 'conditional'],
    ['just below that', [...yes(1), { value: 'no' }], 'unsuitable'],
    ['what does not apply', [{}, { value: 'na' }, { value: 'na' }], 'suitable'],
    ['nothing that applies', [{ value: 'na' }], 'undetermined'],
    ['knock-outs alone, all passed', [KNOCK_OUT], 'suitable'],
    ['a knock-out failed', [...yes(9), { ...KNOCK_OUT, value: 'no' }], 'unsuitable'],
    ['a knock-out unknown', [...yes(9), { ...KNOCK_OUT, value: 'unknown' }], 'undetermined'],
    ['a knock-out met in part', [...yes(9), { ...KNOCK_OUT, value: 'partial' }], 'conditional'],
    ['a knock-out that does not apply', [...yes(9), { ...KNOCK_OUT, value: 'na' }], 'suitable'],
    ['a knock-out without its evidence', [...yes(9), unproven('yes')], 'undetermined'],
    ['one met in part without it', [...yes(9), unproven('partial')], 'undetermined'],
    ['one that needs none', [...yes(9), { ...KNOCK_OUT, hasEvidence: false }], 'suitable'],
    [
      'one failed and one unknown',
      [
        { ...KNOCK_OUT, value: 'unknown' },
        { ...KNOCK_OUT, value: 'no' },
      ],
      'unsuitable',
    ],
    [
      'a failed one that an exception covers',
      [...yes(9), { ...KNOCK_OUT, value: 'no', cover: COVER }],
      'conditional',
    ],
    [
      'one covered beside one that is not',
      [
        { ...KNOCK_OUT, value: 'no', cover: COVER },
        { ...KNOCK_OUT, value: 'no' },
      ],
      'unsuitable',
    ],
    [
      'one covered with a score too low',
      [{ value: 'no' }, { ...KNOCK_OUT, value: 'no', cover: COVER }],
      'unsuitable',
    ],
  ])('of %s', (_, rows, result) => {
    const criteria = rows.map((row, at) => criterion(String(at), row));

    expect(judge(criteria, THRESHOLDS).result).toBe(result);
  });

  it('tells what each criterion adds, exactly', () => {
    const criteria = [
      criterion('a', { weight: 3 }),
      criterion('b', { weight: 3, value: 'partial' }),
      criterion('c', { weight: 2, value: 'no' }),
      criterion('d', { weight: 1, value: 'na' }),
    ];

    expect(judge(criteria, THRESHOLDS)).toMatchObject({
      score: '0.5625',
      points: '4.5',
      maximum: 8,
      contributions: [
        { criterionId: 'a', weight: 3, value: '1', contribution: '3' },
        { criterionId: 'b', weight: 3, value: '0.5', contribution: '1.5' },
        { criterionId: 'c', weight: 2, value: '0', contribution: '0' },
        { criterionId: 'd', weight: 1, value: null, contribution: null },
      ],
    });
  });

  it('compares the score itself, not its rounded form', () => {
    const criteria = [
      criterion('a', { weight: 1_999_999 }),
      criterion('b', { weight: 500_001, value: 'no' }),
    ];

    expect(judge(criteria, THRESHOLDS)).toMatchObject({ score: '0.8000', result: 'conditional' });
  });
});

describe('for every checklist', () => {
  it('the score lies between 0 and 1', () => {
    fc.assert(
      fc.property(anyChecklist, (criteria) => {
        const { score, points, maximum } = judge(criteria, THRESHOLDS);
        expect(Number(points)).toBeLessThanOrEqual(maximum);
        if (score === null) return;
        expect(Number(score)).toBeGreaterThanOrEqual(0);
        expect(Number(score)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('a better answer never makes score or result worse', () => {
    fc.assert(
      fc.property(anyChecklist, anyCriterion, fc.nat(), fc.nat(), (rest, odd, from, to) => {
        const [low, high] = [from % RISING.length, to % RISING.length].sort((a, b) => a - b);
        const of = (at = 0) =>
          [...rest, { ...odd, criterionId: 'odd', value: RISING[at] ?? 'no' }] as const;
        const worse = judge(of(low), THRESHOLDS);
        const better = judge(of(high), THRESHOLDS);
        expect(Number(better.score)).toBeGreaterThanOrEqual(Number(worse.score));
        expect(RANK[better.result]).toBeGreaterThanOrEqual(RANK[worse.result]);
      }),
    );
  });

  it('the order of the criteria does not matter', () => {
    fc.assert(
      fc.property(anyChecklist, (criteria) => {
        const { score, result, points, maximum } = judge(criteria, THRESHOLDS);
        expect(judge(criteria.toReversed(), THRESHOLDS)).toMatchObject({
          ...{ score, result, points, maximum },
        });
      }),
    );
  });

  it('the score follows again from the contributions that are stored', () => {
    fc.assert(
      fc.property(anyChecklist, (criteria) => {
        const judgement = judge(criteria, THRESHOLDS);
        const stored = JSON.parse(JSON.stringify(judgement)) as typeof judgement;
        const again = stored.contributions.map(({ weight, value }) => ({
          weight,
          value: VALUES[value ?? 'null'] ?? 'na',
        }));
        expect(scoreOf(again)).toEqual(scoreOf(criteria));
        const sum = stored.contributions.reduce((all, one) => all + Number(one.contribution), 0);
        expect(sum).toBe(Number(stored.points));
      }),
    );
  });

  it('no score hides a knock-out: it is named, and the candidate is not admitted', () => {
    fc.assert(
      fc.property(anyChecklist, fc.constantFrom('no', 'unknown'), (rest, value) => {
        const failing = criterion('failing', { ...KNOCK_OUT, value });
        const { result, knockOuts } = judge([...rest, failing], THRESHOLDS);
        expect(['unsuitable', 'undetermined']).toContain(result);
        expect(knockOuts.map(({ criterionId }) => criterionId)).toContain('failing');
      }),
    );
  });

  it('an exception admits with conditions at best, and stays visible', () => {
    fc.assert(
      fc.property(anyChecklist, (rest) => {
        const covered = criterion('covered', { ...KNOCK_OUT, value: 'no', cover: COVER });
        const { result, knockOuts } = judge([...rest, covered], THRESHOLDS);
        expect(RESULTS.filter((each) => each !== 'suitable')).toContain(result);
        expect(knockOuts.at(-1)).toEqual({
          ...{ criterionId: 'covered', finding: 'failed', cover: COVER },
        });
      }),
    );
  });
});

const VALUES: Readonly<Record<string, Answer>> = { '1': 'yes', '0.5': 'partial', '0': 'no' };

function yes(count: number): Partial<JudgedCriterion>[] {
  return Array.from({ length: count }, () => ({}));
}

function unproven(value: Answer): Partial<JudgedCriterion> {
  return { ...KNOCK_OUT, evidenceRequired: true, hasEvidence: false, value };
}
