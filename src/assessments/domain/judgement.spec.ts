import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  judge,
  judgeAlike,
  RESULTS,
  scoreOf,
  type Answer,
  type JudgedCriterion,
  type Marks,
  type Result,
} from './judgement.js';

const THRESHOLDS = { suitable: '0.80', conditional: '0.60' };

function criterion(criterionId: string, given: Partial<JudgedCriterion> = {}): JudgedCriterion {
  return {
    ...{ criterionId, weight: 3, knockOut: false, evidenceRequired: false },
    ...{ marks: ['yes'], hasEvidence: true },
    ...given,
  };
}

const KNOCK_OUT = { knockOut: true, weight: 0 } as const;
const COVER = { exceptionIds: ['e'], until: '2027-03-31' };

const anyMarks = fc
  .tuple(
    fc.constantFrom(...ANSWERS),
    fc.array(fc.constantFrom<Answer>('yes', 'partial', 'no'), { maxLength: 2 }),
  )
  .map(([first, others]): Marks => (first === 'na' ? [first] : [first, ...others]));

/** Knock-outs are decided; of everything else reviewers may have said different things. */
const anyCriterion = fc
  .record({
    weight: fc.integer({ min: 0, max: 3 }),
    knockOut: fc.boolean(),
    evidenceRequired: fc.boolean(),
    marks: anyMarks,
    hasEvidence: fc.boolean(),
    cover: fc.option(fc.constant(COVER), { nil: undefined }),
  })
  .map(({ marks, ...row }) => ({ ...row, marks: row.knockOut ? decided(marks) : marks }));

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
    ['the lowest suitable score', [...yes(4), { marks: ['no'] }], 'suitable'],
    ['just below it', [...yes(3), { marks: ['partial'] }, { marks: ['no'] }], 'conditional'],
    [
      'the lowest conditional score',
      [...yes(3), { marks: ['no'] }, { marks: ['no'] }],
      'conditional',
    ],
    ['just below that', [...yes(1), { marks: ['no'] }], 'unsuitable'],
    ['what does not apply', [{}, { marks: ['na'] }, { marks: ['na'] }], 'suitable'],
    ['nothing that applies', [{ marks: ['na'] }], 'undetermined'],
    ['knock-outs alone, all passed', [KNOCK_OUT], 'suitable'],
    ['a knock-out failed', [...yes(9), { ...KNOCK_OUT, marks: ['no'] }], 'unsuitable'],
    ['a knock-out unknown', [...yes(9), { ...KNOCK_OUT, marks: ['unknown'] }], 'undetermined'],
    ['a knock-out met in part', [...yes(9), { ...KNOCK_OUT, marks: ['partial'] }], 'conditional'],
    ['a knock-out that does not apply', [...yes(9), { ...KNOCK_OUT, marks: ['na'] }], 'suitable'],
    ['a knock-out without its evidence', [...yes(9), unproven('yes')], 'undetermined'],
    ['one met in part without it', [...yes(9), unproven('partial')], 'undetermined'],
    ['one that needs none', [...yes(9), { ...KNOCK_OUT, hasEvidence: false }], 'suitable'],
    [
      'one failed and one unknown',
      [
        { ...KNOCK_OUT, marks: ['unknown'] },
        { ...KNOCK_OUT, marks: ['no'] },
      ],
      'unsuitable',
    ],
    [
      'a failed one that an exception covers',
      [...yes(9), { ...KNOCK_OUT, marks: ['no'], cover: COVER }],
      'conditional',
    ],
    [
      'one covered beside one that is not',
      [
        { ...KNOCK_OUT, marks: ['no'], cover: COVER },
        { ...KNOCK_OUT, marks: ['no'] },
      ],
      'unsuitable',
    ],
    [
      'one covered with a score too low',
      [{ marks: ['no'] }, { ...KNOCK_OUT, marks: ['no'], cover: COVER }],
      'unsuitable',
    ],
  ])('of %s', (_, rows, result) => {
    const criteria = rows.map((row, at) => criterion(String(at), row));

    expect(judge(criteria, THRESHOLDS).result).toBe(result);
  });

  it('tells what each criterion adds, exactly', () => {
    const criteria = [
      criterion('a', { weight: 3 }),
      criterion('b', { weight: 3, marks: ['partial'] }),
      criterion('c', { weight: 2, marks: ['no'] }),
      criterion('d', { weight: 1, marks: ['na'] }),
    ];

    expect(judge(criteria, THRESHOLDS)).toMatchObject({
      score: '0.5625',
      points: '4.5',
      maximum: 8,
      contributions: [
        { criterionId: 'a', weight: 3, marks: ['yes'], value: '1', contribution: '3' },
        { criterionId: 'b', weight: 3, marks: ['partial'], value: '0.5', contribution: '1.5' },
        { criterionId: 'c', weight: 2, marks: ['no'], value: '0', contribution: '0' },
        { criterionId: 'd', weight: 1, marks: ['na'], value: null, contribution: null },
      ],
    });
  });

  it('compares the score itself, not its rounded form', () => {
    const criteria = [
      criterion('a', { weight: 1_999_999 }),
      criterion('b', { weight: 500_001, marks: ['no'] }),
    ];

    expect(judge(criteria, THRESHOLDS)).toMatchObject({ score: '0.8000', result: 'conditional' });
  });
});

describe('where candidates pass or fail', () => {
  it.each<[string, Partial<JudgedCriterion>[], Result]>([
    ['the lowest suitable score', [...yes(4), { marks: ['no'] }], 'suitable'],
    ['just below it', [...yes(3), { marks: ['partial'] }, { marks: ['no'] }], 'unsuitable'],
    ['a knock-out met in part', [...yes(9), { ...KNOCK_OUT, marks: ['partial'] }], 'unsuitable'],
    ['a knock-out unknown', [...yes(9), { ...KNOCK_OUT, marks: ['unknown'] }], 'undetermined'],
    ['one excepted', [...yes(9), { ...KNOCK_OUT, marks: ['no'], cover: COVER }], 'unsuitable'],
  ])('of %s', (_, rows, result) => {
    const criteria = rows.map((row, at) => criterion(String(at), row));

    expect(judgeAlike(criteria, THRESHOLDS).result).toBe(result);
  });

  it('nobody is admitted with conditions', () => {
    fc.assert(
      fc.property(anyChecklist, (criteria) => {
        expect(judgeAlike(criteria, THRESHOLDS).result).not.toBe('conditional');
      }),
    );
  });
});

describe('reviews that differ', () => {
  it.each<[Marks, string]>([
    [['yes', 'partial'], '0.7500'],
    [['partial', 'no'], '0.2500'],
    [['yes', 'yes', 'partial'], '0.8333'],
  ])('count with their mean: %s', (marks, score) => {
    expect(judge([criterion('a', { marks })], THRESHOLDS).score).toBe(score);
  });

  it('count no more than one review of another criterion', () => {
    const { score } = judge(
      [criterion('a', { marks: ['no', 'no', 'partial'] }), criterion('b')],
      THRESHOLDS,
    );

    expect(score).toBe('0.5833');
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
        const of = (at = 0) => [
          ...rest,
          { ...odd, criterionId: 'odd', marks: [RISING[at] ?? 'no'] as Marks },
        ];
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
        expect(scoreOf(stored.contributions)).toEqual(scoreOf(criteria));
        const sum = stored.contributions.reduce((all, one) => all + Number(one.contribution), 0);
        // Thirds are told in four decimals.
        expect(sum).toBeCloseTo(Number(stored.points), 2);
      }),
    );
  });

  it('no score hides a knock-out: it is named, and the candidate is not admitted', () => {
    fc.assert(
      fc.property(anyChecklist, fc.constantFrom<Answer>('no', 'unknown'), (rest, value) => {
        const failing = criterion('failing', { ...KNOCK_OUT, marks: [value] });
        const { result, knockOuts } = judge([...rest, failing], THRESHOLDS);
        expect(['unsuitable', 'undetermined']).toContain(result);
        expect(knockOuts.map(({ criterionId }) => criterionId)).toContain('failing');
      }),
    );
  });

  it('an exception admits with conditions at best, and stays visible', () => {
    fc.assert(
      fc.property(anyChecklist, (rest) => {
        const covered = criterion('covered', { ...KNOCK_OUT, marks: ['no'], cover: COVER });
        const { result, knockOuts } = judge([...rest, covered], THRESHOLDS);
        expect(RESULTS.filter((each) => each !== 'suitable')).toContain(result);
        expect(knockOuts.at(-1)).toEqual({
          ...{ criterionId: 'covered', finding: 'failed', cover: COVER },
        });
      }),
    );
  });
});

function decided([first]: Marks): Marks {
  return [first];
}

function yes(count: number): Partial<JudgedCriterion>[] {
  return Array.from({ length: count }, () => ({}));
}

function unproven(value: Answer): Partial<JudgedCriterion> {
  return { ...KNOCK_OUT, evidenceRequired: true, hasEvidence: false, marks: [value] };
}
