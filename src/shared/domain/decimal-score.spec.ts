import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DecimalInvalid,
  type HalfPoints,
  type WeightedMark,
  compareScore,
  formatScore,
  weightedMean,
} from './decimal-score.js';

function marks(...pairs: readonly (readonly [number, HalfPoints])[]): WeightedMark[] {
  return pairs.map(([weight, halves]) => ({ weight, halves }));
}

function mean(...pairs: readonly (readonly [number, HalfPoints])[]) {
  const score = weightedMean(marks(...pairs));
  if (score === undefined) throw new Error('Nothing has weight');
  return score;
}

const mark = fc.record({
  weight: fc.integer({ min: 0, max: 3 }),
  halves: fc.constantFrom<HalfPoints>(0, 1, 2),
});
const weighed = fc
  .array(mark)
  .map(weightedMean)
  .filter((score) => score !== undefined);

describe('the weighted mean', () => {
  test.each([
    ['all yes', marks([3, 2], [1, 2]), '1.0000'],
    ['all no', marks([3, 0], [1, 0]), '0.0000'],
    ['one of two partial', marks([1, 1], [1, 2]), '0.7500'],
    ['heavier answers counting more', marks([3, 2], [1, 0]), '0.7500'],
    ['a third', marks([1, 2], [2, 0]), '0.3333'],
    ['two thirds', marks([2, 2], [1, 0]), '0.6667'],
    ['a pure knock-out counting nothing', marks([0, 0], [2, 2]), '1.0000'],
  ])('of %s', (_, given, printed) => {
    const score = weightedMean(given);
    expect(score && formatScore(score)).toBe(printed);
  });

  test.each([[[]], [marks([0, 2])]])('is none where nothing has weight', (given) => {
    expect(weightedMean(given)).toBeUndefined();
  });

  test('lies between 0 and 1 and does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(fc.array(mark), (given) => {
        const score = weightedMean(given);
        fc.pre(score !== undefined);
        expect(score.numerator >= 0n && score.numerator <= score.denominator).toBe(true);
        expect(weightedMean([...given].reverse())).toEqual(score);
      }),
    );
  });
});

describe('a threshold', () => {
  test.each([
    ['0.80', 0],
    ['0.8', 0],
    ['0.800000000000000000001', -1],
    ['0.79999999999999999999', 1],
    ['1', -1],
    ['0', 1],
  ])('of %s is compared exactly with four fifths', (threshold, sign) => {
    expect(compareScore(mean([4, 2], [1, 0]), threshold)).toBe(sign);
  });

  test('is not met by a score that only prints like it', () => {
    const score = mean([39_999, 2], [10_001, 0]);

    expect(compareScore(score, '0.80')).toBe(-1);
    expect(formatScore(mean([799_960, 2], [200_040, 0]))).toBe('0.8000');
    expect(compareScore(mean([799_960, 2], [200_040, 0]), '0.80')).toBe(-1);
  });

  test('is met by a score that floats would miss', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(compareScore(mean([3, 2], [7, 0]), '0.3')).toBe(0);
  });

  test.each(['', '.8', '0.', '0,8', '-0.5', '1e3', '８', '0.8.0', ' 0.8'])(
    'written %j is refused',
    (threshold) => {
      expect(() => compareScore(mean([1, 2]), threshold)).toThrow(DecimalInvalid);
    },
  );
});

describe('the printed score', () => {
  test.each([
    [1, 19_999, '0.0001'],
    [1, 20_000, '0.0001'],
    [1, 20_001, '0.0000'],
    [3, 20_000, '0.0002'],
    [19_999, 20_000, '1.0000'],
  ])('of %i of %i rounds half up to %s', (part, whole, printed) => {
    expect(formatScore(mean([part, 2], [whole - part, 0]))).toBe(printed);
  });

  test('is never more than half of its last digit away', () => {
    fc.assert(
      fc.property(weighed, (score) => {
        const printed = BigInt(formatScore(score).replace('.', ''));
        const distance = 2n * (printed * score.denominator - score.numerator * 10_000n);
        expect(distance <= score.denominator && distance > -score.denominator).toBe(true);
      }),
    );
  });
});
