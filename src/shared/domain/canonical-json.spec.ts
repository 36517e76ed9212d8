import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.js';

const wellFormed = fc.string({ unit: 'binary' });
const value = fc.jsonValue({ stringUnit: 'binary' });

describe('the canonical text', () => {
  test.each([
    ['keys out of order', { b: 1, a: { d: [], c: {} } }, '{"a":{"c":{},"d":[]},"b":1}'],
    [
      'keys beyond the basic plane, by code unit',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [
      'numbers',
      [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['text with controls', '\u000f\nA\'B"\\', '"\\u000f\\nA\'B\\"\\\\"'],
    ['Japanese', { 名称: '見届け' }, '{"名称":"見届け"}'],
    ['literals', [null, true, false], '[null,true,false]'],
    ['an undefined member', { a: undefined, b: 1 }, '{"b":1}'],
    [
      'an object without a prototype',
      Object.assign(Object.create(null) as object, { a: 1 }),
      '{"a":1}',
    ],
  ])('of %s', (_, given, text) => {
    expect(canonicalJson(given)).toBe(text);
  });

  test('does not depend on the order in which members were added', () => {
    fc.assert(
      fc.property(fc.dictionary(wellFormed, value), (given) => {
        const reversed = Object.fromEntries(Object.entries(given).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(given));
      }),
    );
  });

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  test.each([
    ['a date', { at: new Date(0) }],
    ['a map', new Map([['a', 1]])],
    ['an undefined element', [undefined]],
    ['a hole', new Array(1)],
    ['nothing', undefined],
    ['NaN', [Number.NaN]],
    ['infinity', Infinity],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
  ])('is refused for %s', (_, given) => {
    expect(() => canonicalJson(given)).toThrow(TypeError);
  });
});
