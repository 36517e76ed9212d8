import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { holds, tokensOf } from './condition.js';
import type { Condition } from './pack.js';

const tokens = fc.subarray(['a', 'b', 'c', 'd']);
const facts = tokens.map((list) => new Set(list));

describe('a condition', () => {
  test.each<[Condition, string[], boolean]>([
    [{}, [], true],
    [{ all: ['a', 'b'] }, ['a', 'b', 'c'], true],
    [{ all: ['a', 'b'] }, ['a'], false],
    [{ any: ['a', 'b'] }, ['b'], true],
    [{ any: ['a', 'b'] }, ['c'], false],
    [{ none: ['a', 'b'] }, ['c'], true],
    [{ none: ['a', 'b'] }, ['b'], false],
    [{ all: ['a'], any: ['b', 'c'], none: ['d'] }, ['a', 'c'], true],
    [{ all: ['a'], any: ['b', 'c'], none: ['d'] }, ['a', 'c', 'd'], false],
    [{ all: ['a'], any: ['b', 'c'] }, ['c'], false],
    [{ all: ['a'], any: ['b', 'c'] }, ['a'], false],
  ])('%j given %j: %s', (condition, given, expected) => {
    expect(holds(condition, new Set(given))).toBe(expected);
  });

  test('without "none" stays true when facts are added', () => {
    fc.assert(
      fc.property(
        fc.record({ all: tokens, any: tokens }),
        facts,
        facts,
        (condition, some, more) => {
          fc.pre(holds(condition, some));
          expect(holds(condition, new Set([...some, ...more]))).toBe(true);
        },
      ),
    );
  });

  test('that only says "none" holds exactly where "any" of the same does not', () => {
    fc.assert(
      fc.property(tokens, facts, (list, given) => {
        expect(holds({ none: list }, given)).toBe(!holds({ any: list }, given));
      }),
    );
  });

  test('speaks of the tokens of all its parts, each once', () => {
    expect([...tokensOf({ all: ['a', 'b'], any: ['b', 'c'], none: ['d'] })]).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});
