import { expect, test } from 'vitest';
import { bounded, type Bounds } from './bounds.js';

test.each<[Bounds, string, string]>([
  [{ minimum: 1, maximum: 200 }, '1以上200以下の整数', 'a whole number from 1 to 200'],
  [{ minimum: 0 }, '0以上の整数', 'a whole number of at least 0'],
  [{ maximum: 9 }, '9以下の整数', 'a whole number of at most 9'],
  [{}, '整数', 'a whole number'],
])('a number within %j is named with its bounds', (bounds, ja, en) => {
  expect(bounded({ ja: '整数', en: 'a whole number' }, bounds)).toEqual({ ja, en });
});
