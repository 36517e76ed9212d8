import { describe, expect, it } from 'vitest';
import type { ClauseParameter } from '../../policies/index.js';
import type { AnnexClause } from './annex-content.js';
import { articleLabel, articleLabels, clauseArticle } from './clause-article.js';
import type { ClauseValues } from './clause-value.js';
import { printedDate, printedValue, printedYen } from './printed-value.js';

const LABEL = { ja: '項目', en: 'Item' };
const DAYS = { ja: '日', en: 'days' };

function parameter(type: ClauseParameter['type'], given: object = {}): ClauseParameter {
  return { id: 'p', label: LABEL, type, required: true, ...given };
}

function clause(of: ClauseParameter, ja: string, values: ClauseValues): AnnexClause {
  return {
    id: 'C',
    title: { ja: '報告', en: 'Report' },
    parameters: [of],
    paragraphs: { ja: [ja], en: [] },
    values,
  };
}

describe('the provisions that answer an article', () => {
  it.each<[number[], string, string]>([
    [[], '', ''],
    [[5], '第５条', 'Article 5'],
    [[2, 1, 2], '第１条から第２条まで', 'Article 1 to Article 2'],
    [
      [7, 1, 3, 2, 12],
      '第１条から第３条まで、第７条、第１２条',
      'Article 1 to Article 3, Article 7, Article 12',
    ],
  ])('%j are told as %s', (numbers, ja, en) => {
    expect(articleLabels(numbers, 'ja')).toBe(ja);
    expect(articleLabels(numbers, 'en')).toBe(en);
  });
});

describe('a value in a sentence', () => {
  const CHOICE = parameter('choice', { choices: [{ id: 'a', label: { ja: '甲', en: 'A' } }] });
  const TABLE = parameter('table', {
    columns: [
      { id: 'x', label: LABEL },
      { id: 'y', label: LABEL },
    ],
  });

  it.each([
    [
      'a number with its unit',
      parameter('integer', { unit: DAYS }),
      1_200,
      '1,200日',
      '1,200 days',
    ],
    ['one of a unit', parameter('integer', { unit: DAYS }), 1, '1日', '1 day'],
    ['money', parameter('money'), '10000000', '10,000,000円', '10,000,000 yen'],
    ['a day', parameter('date'), '2026-12-01', '令和8年12月1日', '1 December 2026'],
    ['the first year of an era', parameter('date'), '2019-05-01', '令和元年5月1日', '1 May 2019'],
    ['a choice', CHOICE, 'a', '甲', 'A'],
    ['yes', parameter('boolean'), true, '有', 'yes'],
    ['a list', parameter('list'), ['一', '二'], '一、二', '一, 二'],
    ['a table', TABLE, [{ x: '一', y: '二' }], '一／二', '一 / 二'],
    ['a blank', parameter('text'), undefined, '＿＿＿＿', '＿＿＿＿'],
  ])('is %s', (_, of, value, ja, en) => {
    expect(printedValue(of, value, 'ja')).toBe(ja);
    expect(printedValue(of, value, 'en')).toBe(en);
  });

  it('keeps every digit of an amount', () => {
    expect(printedYen('999999999999999', 'ja')).toBe('999,999,999,999,999円');
    expect(printedYen('0', 'en')).toBe('0 yen');
    expect(printedDate('2026-04-01', 'en')).toBe('1 April 2026');
  });
});

describe('a clause as an article', () => {
  it('is numbered as the language does', () => {
    expect(articleLabel(12, 'ja')).toBe('第１２条');
    expect(articleLabel(12, 'en')).toBe('Article 12');
  });

  it('gives the columns of a table room by what they hold', () => {
    const columns = ['a', 'b', 'c'].map((id) => ({ id, label: LABEL }));
    const rows = [{ a: '乙', b: 'soc@example.co.jp', c: 'あ'.repeat(100) }];
    const { paragraphs } = clauseArticle(
      clause(parameter('table', { columns }), '次のとおり。{p}', { p: rows }),
      1,
      'ja',
    );
    expect(paragraphs[0]?.details).toMatchObject([
      { columns: [{ width: 8 }, { width: 19 }, { width: 20 }] },
    ]);
  });

  it('has its parameters filled in', () => {
    const article = clauseArticle(
      clause(parameter('integer', { unit: DAYS }), '乙は、{p}以内に、{p}前までに行う。', { p: 3 }),
      5,
      'ja',
    );
    expect(article).toMatchObject({
      label: '第５条',
      caption: '報告',
      paragraphs: [{ text: '乙は、3日以内に、3日前までに行う。' }],
    });
  });

  it.each<[string, ClauseParameter, ClauseValues, unknown]>([
    [
      'a list in numbers',
      parameter('list'),
      { p: ['一', '二'] },
      { kind: 'list', marker: 'number', items: ['一', '二'] },
    ],
    [
      'a text',
      parameter('text'),
      { p: '目的' },
      { kind: 'list', marker: 'bullet', items: ['目的'] },
    ],
    ['a blank', parameter('list'), {}, { kind: 'list', marker: 'bullet', items: ['＿＿＿＿'] }],
    [
      'that nothing is stated',
      parameter('money', { required: false }),
      {},
      { kind: 'list', marker: 'bullet', items: ['（記載なし）'] },
    ],
    [
      'a table',
      parameter('table', { columns: [{ id: 'x', label: LABEL }] }),
      { p: [{ x: '一' }] },
      { kind: 'table', columns: [{ header: '項目', width: 8 }], rows: [['一']] },
    ],
    [
      'a table to be filled in',
      parameter('table', { columns: [{ id: 'x', label: LABEL }] }),
      {},
      { kind: 'table', columns: [{ header: '項目', width: 10 }], rows: [['＿＿＿＿']] },
    ],
  ])('sets off %s', (_, of, values, detail) => {
    const { paragraphs } = clauseArticle(clause(of, '次のとおりとする。{p}', values), 1, 'ja');
    expect(paragraphs).toEqual([{ text: '次のとおりとする。', details: [detail] }]);
  });
});
