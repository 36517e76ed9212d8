import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonFault, findJsonFault, isWellFormedText } from './well-formed-text.js';

const LIMITS = { maxDepth: 32, maxNodes: 1000 };

function nested(levels: number, innermost = ''): unknown {
  return JSON.parse('['.repeat(levels) + innermost + ']'.repeat(levels));
}

function faultIn(json: string): JsonFault | undefined {
  return findJsonFault(JSON.parse(json), LIMITS);
}

describe('a text', () => {
  test.each(['', '見届け', '髙﨑 𠮷野 葛\u{e0100}城', 'tab\tand\r\nlines', '\u{10ffff}'])(
    '%j is well-formed',
    (text) => {
      expect(isWellFormedText(text)).toBe(true);
    },
  );

  test.each([
    ['NUL', 'a\u0000b'],
    ['a high surrogate alone', 'a\ud842'],
    ['a low surrogate alone', '\udfb7a'],
    ['surrogates the wrong way round', '\udfb7\ud842'],
    ['a bell', '\u0007'],
    ['a vertical tab', '\u000b'],
    ['an escape', '\u001b[31m'],
    ['a noncharacter that XML cannot carry', '\uffff'],
  ])('with %s is not', (_, text) => {
    expect(isWellFormedText(text)).toBe(false);
  });
});

describe('a JSON value', () => {
  test.each(['null', '1', '"見届け"', '[]', '{"a":[{"b":null}]}', '{"":""}'])(
    '%s has no fault',
    (json) => {
      expect(faultIn(json)).toBeUndefined();
    },
  );

  test('of any shape within the limits has no fault', () => {
    const value = fc.jsonValue({ maxDepth: 10 });
    fc.assert(
      fc.property(value, (given) => {
        const text = JSON.stringify(given);
        fc.pre(!Object.getOwnPropertyNames(Object.prototype).some((name) => text.includes(name)));
        expect(findJsonFault(given, { maxDepth: 32, maxNodes: 1_000_000 })).toBeUndefined();
      }),
    );
  });

  test('may be nested as deep as the limit and no deeper', () => {
    expect(findJsonFault(nested(32), LIMITS)).toBeUndefined();
    expect(findJsonFault(nested(32, '1'), LIMITS)).toBeUndefined();
    expect(findJsonFault(nested(33), LIMITS)).toEqual({
      pointer: '/0'.repeat(32),
      reason: 'too-deep',
    });
  });

  test.each([5_000, 100_000])('nested %i deep does not exhaust the stack', (levels) => {
    const deep = { maxDepth: levels, maxNodes: levels };

    expect(findJsonFault(nested(levels), LIMITS)?.reason).toBe('too-deep');
    expect(findJsonFault(nested(levels), deep)).toBeUndefined();
  });

  test('may hold as many values as the limit and no more', () => {
    const limits = { maxDepth: 32, maxNodes: 6 };

    expect(findJsonFault({ a: [1, 2], b: [3] }, limits)).toBeUndefined();
    expect(findJsonFault({ a: [1, 2], b: [3, 4] }, limits)).toEqual({
      pointer: '/b',
      reason: 'too-many-nodes',
    });
    expect(findJsonFault({ a: 1, b: { c: 1, d: 2, e: 3, f: 4 } }, limits)).toMatchObject({
      pointer: '/b',
    });
  });

  test.each([
    ['NUL in a value', '{"a":[1,"x\\u0000"]}', '/a/1', 'malformed-text'],
    ['a lone surrogate in a value', '{"a":"\\ud800"}', '/a', 'malformed-text'],
    ['a malformed outermost text', '"\\u0000"', '', 'malformed-text'],
    ['NUL in a key', '{"a":{"\\u0000":1}}', '/a', 'malformed-text'],
    ['a lone surrogate in a key', '{"\\udc00":1}', '', 'malformed-text'],
    ['__proto__', '[{"__proto__":{"admin":true}}]', '/0', 'forbidden-key'],
    ['constructor', '{"constructor":{"prototype":1}}', '', 'forbidden-key'],
    ['what every object has', '{"toString":1}', '', 'forbidden-key'],
    ['a number that is too large', '{"a":-1e400}', '/a', 'vast-number'],
    ['signs that a pointer escapes', '{"a/b":{"~1":"\\u0000"}}', '/a~1b/~01', 'malformed-text'],
    [
      'two faults, of which the first is told',
      '{"a":{"b":"\\u0000"},"\\u0000":1}',
      '/a/b',
      'malformed-text',
    ],
  ])('is faulty with %s', (_, json, pointer, reason) => {
    expect(faultIn(json)).toEqual({ pointer, reason });
  });
});
