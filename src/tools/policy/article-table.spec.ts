import { describe, expect, test } from 'vitest';
import { type Cell, cellName, type Grid } from './article-cells.js';
import { columnHeaded, COLUMNS, type ColumnId } from './article-columns.js';
import { MOST_ROWS, readArticleTable } from './article-table.js';

const IDS = COLUMNS.map(({ id }) => id);
const HEADER = COLUMNS.map(({ heading }) => heading.ja);
type Fields = Readonly<Partial<Record<ColumnId, Cell>>>;

const ARTICLE: Fields = {
  key: 'A1',
  label: '９(１)',
  document: 'standards',
  titleJa: '選定',
  titleEn: 'Choosing',
  summaryJa: '確かめる。',
  summaryEn: 'It is confirmed.',
};
const DUTY: Fields = {
  owedBy: 'body',
  roles: 'section-manager',
  phase: 'before',
  proof: 'assessment',
  remedyJa: '評価する。',
  remedyEn: 'Assess.',
};
const NONE: Fields = { noneJa: '定義である。', noneEn: 'A definition.' };

function row(...parts: readonly Fields[]): readonly Cell[] {
  const fields: Fields = Object.assign({}, ...parts);
  return IDS.map((id) => fields[id] ?? null);
}

function table(...rows: readonly (readonly Cell[])[]): Grid {
  return [HEADER, ...rows];
}

function at(id: ColumnId, rowNumber: number): string {
  return cellName({ row: rowNumber - 1, column: IDS.indexOf(id) });
}

/** What is wrong, as the cell and the reason in English. */
function faultsOf(grid: Grid): readonly (readonly [string, string])[] {
  return readArticleTable(grid).faults.map((fault) => {
    expect(fault.reason.ja).toMatch(/[ぁ-んァ-ヶ]/);
    return [cellName(fault), fault.reason.en];
  });
}

describe('a table of articles', () => {
  test('gives one article a row, with its obligation', () => {
    const gated = {
      gate: 'select',
      all: 'outsourcing',
      any: 'important、restricted',
      without: 'cloud',
    };
    const { articles, faults } = readArticleTable(
      table(row(ARTICLE, DUTY, gated, { proof: 'record', proofOf: 'build-check,\ntest-check' })),
    );
    expect(faults).toEqual([]);
    expect(articles).toEqual([
      {
        key: 'A1',
        label: '９(１)',
        document: 'standards',
        title: { ja: '選定', en: 'Choosing' },
        summary: { ja: '確かめる。', en: 'It is confirmed.' },
        obligations: [
          {
            owedBy: 'body',
            roles: ['section-manager'],
            phase: 'before',
            gate: 'select',
            when: { all: ['outsourcing'], any: ['important', 'restricted'], none: ['cloud'] },
            proof: { kind: 'record', of: ['build-check', 'test-check'] },
            remedy: { ja: '評価する。', en: 'Assess.' },
          },
        ],
      },
    ]);
  });

  test('gives the reason of an article without duties', () => {
    const { articles } = readArticleTable(table(row(ARTICLE, NONE)));
    expect(articles[0]?.none).toEqual({ ja: '定義である。', en: 'A definition.' });
    expect(articles[0]).not.toHaveProperty('obligations');
  });

  test('adds an obligation by a row without a key, and numbers them', () => {
    const { articles, faults } = readArticleTable(
      table(
        row(ARTICLE, DUTY),
        row(DUTY, { owedBy: 'vendor' }),
        row(),
        row(ARTICLE, { key: 'A2' }, NONE),
      ),
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ key }) => key)).toEqual(['A1', 'A2']);
    expect(articles[0]?.obligations).toMatchObject([
      { id: 'A1.1', owedBy: 'body' },
      { id: 'A1.2', owedBy: 'vendor' },
    ]);
  });

  test('takes the document from above where cells are merged', () => {
    const { articles, faults } = readArticleTable(
      table(row(ARTICLE, NONE), row(ARTICLE, { key: 'A2', document: null }, NONE)),
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ document }) => document)).toEqual(['standards', 'standards']);
  });

  test('keeps labels as typed, numbers too', () => {
    const labels = ['６', 6, 6.5, '９（１）'].map((label, i) =>
      row(ARTICLE, { key: `A${String(i)}`, label }, NONE),
    );
    expect(readArticleTable(table(...labels)).articles.map(({ label }) => label)).toEqual([
      '６',
      '6',
      '6.5',
      '９（１）',
    ]);
  });

  test('understands words of the trade, of any width and case', () => {
    const words = { owedBy: '事業者', phase: '終了時', gate: 'Ｇｏ-Ｌｉｖｅ', proof: '規程' };
    const { articles, faults } = readArticleTable(table(row(ARTICLE, DUTY, words)));
    expect(faults).toEqual([]);
    expect(articles[0]?.obligations).toMatchObject([
      { owedBy: 'vendor', phase: 'end', gate: 'go-live', proof: { kind: 'rule-document' } },
    ]);
  });

  test('may stand below a title, and beside notes', () => {
    const grid = [
      ['条項の一覧'],
      [],
      [null, ...HEADER, '備考'],
      [null, ...row(ARTICLE, NONE), 'x'],
    ];
    expect(readArticleTable(grid)).toMatchObject({ articles: [{ key: 'A1' }], faults: [] });
  });
});

describe('the headings of a table', () => {
  test.each(
    COLUMNS.flatMap(({ id, heading, also }) =>
      [heading.ja, heading.en, ...also].map((name) => [name, id] as const),
    ),
  )('%s is a heading', (name, id) => {
    expect(columnHeaded(name)).toBe(id);
    expect(columnHeaded(` ${name.toUpperCase()} `)).toBe(id);
  });

  test('may be wide, or in both languages at once', () => {
    expect(columnHeaded('Ｔｉｔｌｅ　（ＪＡ）')).toBe('titleJa');
    expect(columnHeaded('条件(除く) / When none')).toBe('without');
    expect(columnHeaded('備考')).toBe('notes');
    expect(columnHeaded('見出')).toBeUndefined();
  });

  test('are asked for', () => {
    expect(faultsOf([['条項の一覧'], ['a', 'b']])).toEqual([
      ['A1', expect.stringMatching(/^no header row/)],
    ]);
    const [key, ...others] = HEADER;
    expect(
      faultsOf([
        [key ?? '', ...others.slice(1), '要  旨', 'color', null],
        [...row(), 'x', 'y', 'z'],
      ]),
    ).toEqual([
      ['T1', 'the column "Summary (ja)" is there twice'],
      ['U1', expect.stringMatching(/^unknown heading "color"/)],
      ['V2', 'the column of this cell has no heading'],
      ['A1', 'the column "Label" is missing'],
    ]);
  });
});

// prettier-ignore
const REFUSED: readonly [string, Grid, readonly (readonly [string, unknown])[]][] = [
  ['a key that is no token', table(row(ARTICLE, NONE, { key: '9(1)' })), [[at('key', 2), matching(/^an article key begins/)]]],
  ['a key that is a number', table(row(ARTICLE, NONE, { key: 9 })), [[at('key', 2), matching(/^an article key begins/)]]],
  ['a key given twice', table(row(ARTICLE, NONE), row(ARTICLE, NONE)), [[at('key', 3), 'the key "A1" stands in A2 already']]],
  ['a missing title', table(row(ARTICLE, NONE, { titleJa: null })), [[at('titleJa', 2), '"Title (ja)" is empty']]],
  ['a missing document', table(row(ARTICLE, NONE, { document: ' ' })), [[at('document', 2), '"Document" is empty']]],
  ['half a reason', table(row(ARTICLE, { noneEn: 'A definition.' })), [[at('noneJa', 2), '"Reason for no duty (ja)" is empty']]],
  ['both duties and a reason', table(row(ARTICLE, NONE, DUTY)), [[at('noneJa', 2), matching(/both obligations/)]]],
  ['a duty below a reason', table(row(ARTICLE, NONE), row(DUTY)), [[at('noneJa', 2), matching(/both obligations/)]]],
  ['neither', table(row(ARTICLE)), [[at('key', 2), matching(/neither obligations/)]]],
  ['half a duty', table(row(ARTICLE, { gate: 'sign' })), [
    [at('owedBy', 2), '"Owed by" is empty'],
    [at('roles', 2), '"Roles" is empty'],
    [at('phase', 2), '"Phase" is empty'],
    [at('proof', 2), '"Proof kind" is empty'],
    [at('remedyJa', 2), '"Remedy (ja)" is empty'],
    [at('remedyEn', 2), '"Remedy (en)" is empty'],
  ]],
  ['an unknown gate', table(row(ARTICLE, DUTY, { gate: 'pay' })), [[at('gate', 2), matching(/^unknown value "pay"; it must be one of: specify, /)]]],
  ['an unknown proof', table(row(ARTICLE, DUTY, { proof: 'rumour' })), [[at('proof', 2), matching(/^unknown value "rumour"/)]]],
  ['a date that was typed as 9-1', table(row(ARTICLE, NONE, { label: new Date('2026-09-01') })), [[at('label', 2), matching(/^the cell holds a date/)]]],
  ['TRUE', table(row(ARTICLE, NONE, { titleEn: true })), [[at('titleEn', 2), matching(/TRUE or FALSE/)]]],
  ['a formula that fails', table(row(ARTICLE, NONE, { titleEn: '#N/A' })), [[at('titleEn', 2), 'the formula gives the error #N/A']]],
  ['a text without a key', table(row(ARTICLE, NONE), row(ARTICLE, NONE, { key: null })), [[at('key', 3), matching(/^the article key is empty/)]]],
  ['a further duty in another document', table(row(ARTICLE, DUTY), row(DUTY, { document: 'other' })), [[at('key', 3), matching(/^the article key is empty/)]]],
  ['a duty above every article', table(row(DUTY), row(ARTICLE, NONE)), [[at('key', 2), matching(/^there is no article above/)]]],
  ['no article', table(), [['A2', 'there is no article']]],
];

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

describe('a table is refused at the cell, for', () => {
  test.each(REFUSED)('%s', (_case, grid, expected) => {
    expect(faultsOf(grid)).toEqual(expected);
  });

  test('more rows than are read', () => {
    const rows = Array.from({ length: MOST_ROWS }, () => row());
    expect(faultsOf(table(row(ARTICLE, NONE), ...rows))).toEqual([
      [`A${String(MOST_ROWS + 2)}`, expect.stringMatching(/more than 5000 rows/)],
    ]);
  });

  test('everything at once', () => {
    const grid = table(
      row(ARTICLE, NONE, { key: '-', titleJa: null }),
      row(ARTICLE, { key: 'A2' }, DUTY, { phase: 'later' }),
    );
    expect(faultsOf(grid).map(([cell]) => cell)).toEqual([
      at('key', 2),
      at('titleJa', 2),
      at('phase', 3),
    ]);
  });
});

test('cells are named as a spreadsheet names them', () => {
  expect([0, 25, 26, 701, 702].map((column) => cellName({ row: 4, column }))).toEqual([
    'A5',
    'Z5',
    'AA5',
    'ZZ5',
    'AAA5',
  ]);
});
