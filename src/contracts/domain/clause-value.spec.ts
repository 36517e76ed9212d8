import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClauseParameter } from '../../policies/index.js';
import { isFilled, proposedValue, valueFaults } from './clause-value.js';

const LABEL = { ja: '項目', en: 'Item' };
const COLUMNS = [
  { id: 'name', label: LABEL },
  { id: 'address', label: LABEL },
];

function parameter(type: ClauseParameter['type'], given: object = {}): ClauseParameter {
  return { id: 'p', label: LABEL, type, required: true, ...given };
}

const DAYS = parameter('integer', { minimum: 1, maximum: 10 });
const CAP = parameter('money', { minimum: 1_000 });
const CHOICE = parameter('choice', {
  choices: [
    { id: 'a', label: LABEL },
    { id: 'b', label: LABEL },
  ],
});
const TABLE = parameter('table', { columns: COLUMNS });

describe('a value that fits its parameter', () => {
  it.each<[string, ClauseParameter, unknown]>([
    ['a text of several lines', parameter('text'), '一\n二'],
    ['the least integer', DAYS, 1],
    ['the greatest integer', DAYS, 10],
    ['an integer without limits of its own', parameter('integer'), 99_999],
    ['money', CAP, '123456789012345'],
    ['no money', parameter('money'), '0'],
    ['a leap day', parameter('date'), '2028-02-29'],
    ['no', parameter('boolean'), false],
    ['a choice', CHOICE, 'b'],
    ['a list', parameter('list'), ['一', '二']],
    ['an empty list, which fills nothing', parameter('list'), []],
    ['a table with an empty cell', TABLE, [{ name: '本社', address: '' }]],
  ])('is %s', (_, of, value) => {
    expect(valueFaults(of, value, '#/p')).toEqual([]);
  });
});

describe('a value that does not fit', () => {
  it.each<[string, ClauseParameter, unknown, string[]]>([
    ['a blank text', parameter('text'), ' ', ['#/p']],
    ['a number for a text', parameter('text'), 1, ['#/p']],
    ['a text too long', parameter('text'), 'あ'.repeat(2_001), ['#/p']],
    ['an integer too small', DAYS, 0, ['#/p']],
    ['an integer too great', DAYS, 11, ['#/p']],
    ['an integer beyond any calendar', parameter('integer'), 100_000, ['#/p']],
    ['a fraction', DAYS, 1.5, ['#/p']],
    ['an integer as a text', DAYS, '3', ['#/p']],
    ['money as a number', CAP, 1_000, ['#/p']],
    ['money with separators', CAP, '1,000', ['#/p']],
    ['money with a leading zero', CAP, '01000', ['#/p']],
    ['money below the least', CAP, '999', ['#/p']],
    ['negative money', parameter('money'), '-1', ['#/p']],
    ['a day that does not exist', parameter('date'), '2026-02-29', ['#/p']],
    ['a truth value as a text', parameter('boolean'), 'true', ['#/p']],
    ['another choice', CHOICE, 'c', ['#/p']],
    ['a text for a list', parameter('list'), '一', ['#/p']],
    ['a list with blanks', parameter('list'), ['一', '', 3], ['#/p/1', '#/p/2']],
    ['a list too long', parameter('list'), Array(101).fill('一'), ['#/p']],
    ['an object for a table', TABLE, {}, ['#/p']],
    ['a row that is a text', TABLE, ['本社'], ['#/p/0']],
    ['a row without a column', TABLE, [{ name: '本社' }], ['#/p/0/address']],
    [
      'a row with an unknown column',
      TABLE,
      [{ name: '本社', address: '', 'a/b': 'x' }],
      ['#/p/0/a~1b'],
    ],
    ['a cell that is a number', TABLE, [{ name: 1, address: '' }], ['#/p/0/name']],
    ['an empty row', TABLE, [{ name: '', address: '' }], ['#/p/0']],
  ])('is %s', (_, of, value, pointers) => {
    expect(valueFaults(of, value, '#/p').map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('is told with its limits', () => {
    expect(valueFaults(DAYS, 11, '#/p')[0]?.detail).toEqual({
      ja: '1以上10以下の整数で指定してください。',
      en: 'It must be a whole number from 1 to 10.',
    });
    expect(valueFaults(CAP, '1,000', '#/p')[0]?.detail).toEqual({
      ja: '1000以上の金額（円）を、数字だけの文字列で指定してください（例："1000000"）。',
      en: 'It must be an amount in whole yen of at least 1000, as a string of digits, e.g. "1000000".',
    });
  });

  it('is refused whatever it is, and never breaks the rule itself', () => {
    const types = [
      'text',
      'integer',
      'money',
      'date',
      'boolean',
      'choice',
      'list',
      'table',
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, value) => {
        for (const { pointer } of valueFaults(parameter(type), value, '#/p')) {
          expect(pointer.startsWith('#/p')).toBe(true);
        }
      }),
    );
  });
});

describe('a parameter', () => {
  it('is filled by anything but nothing, an empty list and an empty table', () => {
    expect([undefined, [], [{ a: '' }], '', 0, false].map((value) => isFilled(value))).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  it('has its proposal as it would be filled in', () => {
    expect(proposedValue(parameter('money', { default: 5_000 }))).toBe('5000');
    expect(proposedValue(parameter('integer', { default: 3 }))).toBe(3);
    expect(proposedValue(parameter('text'))).toBeUndefined();
  });
});
