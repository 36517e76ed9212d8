import { describe, expect, it } from 'vitest';
import { dayInCell } from './day-in-cell.js';
import { identificationText, type Identification } from './identification.js';
import { planAnswers } from './plan-answers.js';
import type { SheetAsRead, SheetBasis, SheetPlan, StandingAnswer } from './sheet-basis.js';
import { HEADERS, SHEET_COLUMNS } from './sheet-words.js';

const IDENTIFICATION: Identification = {
  assessmentId: '01a2b3c4-0000-7000-8000-000000000001',
  ...{ round: 2, checklist: '0123456789abcdef' },
};
const CRITERIA = ['G-01', 'G-02', 'G-03'].map((criterionId, at) => ({
  criterionId,
  topic: { ja: '分野', en: 'Topic' },
  question: { ja: `設問${criterionId}`, en: `Question ${criterionId}` },
  evidence: { ja: '写し', en: 'Copy' },
  ...{ evidenceRequired: false, knockOut: false, isAsked: at < 2 },
}));
const STANDING: StandingAnswer = {
  ...{ answer: 'no', reason: '検討中', validUntil: null },
  evidence: [{ title: '計画', fileId: '01a2b3c4-0000-7000-8000-00000000000f' }],
};
const SHOWN = ['いいえ', '検討中', '計画', 'ファイル:01a2b3c4-0000-7000-8000-00000000000f', null];

type Cell = string | null;

function row(id: Cell, ...entries: Cell[]): Cell[] {
  const filled = Array.from({ length: 5 }, (_, at) => entries[at] ?? null);
  return [id, '分野', id === null ? null : `設問${id}`, '写し', '○', ...filled];
}

function sheetOf(rows: Cell[][], given: Partial<SheetAsRead> = {}): SheetAsRead {
  const header = SHEET_COLUMNS.map((column) => HEADERS[column].ja);
  return {
    ...{
      name: '回答',
      isHidden: false,
      formulas: [],
      merged: [],
      hiddenRows: [],
      hiddenColumns: [],
    },
    rows: [[identificationText(IDENTIFICATION)], ['評価票'], header, ...rows],
    ...given,
  };
}

function planOf(sheets: SheetAsRead[], basis: Partial<SheetBasis> = {}): SheetPlan {
  const whole = { identification: IDENTIFICATION, criteria: CRITERIA, ...basis };
  const answers = basis.answers ?? new Map([['G-03', STANDING]]);
  return planAnswers(
    sheets,
    { ...whole, answers },
    {
      today: '2026-11-20',
      isAddress: (text) => /^https:\/\/[a-z.]+/.test(text),
      carried: (text) => text.trim() || null,
    },
  );
}

function faultsOf(sheets: SheetAsRead[], basis: Partial<SheetBasis> = {}): string[] {
  const { changes, faults } = planOf(sheets, basis);
  expect(changes).toEqual([]);
  return faults.map(({ sheet, cell, detail }) => `${sheet}!${cell} ${detail.en}`);
}

describe('a row', () => {
  it('is read with words of either language, any width and days of people', () => {
    const rows = [
      row(
        'G-01',
        'Ｙｅｓ',
        null,
        '登録証\n体制図',
        'https://vendor.example/a\n総第１２号',
        '令和９年３月３１日',
      ),
      row('g-02', '該当なし', '対象外のため'),
    ];
    expect(planOf([sheetOf(rows)])).toEqual({
      changes: [
        {
          row: 4,
          before: null,
          given: {
            ...{ criterionId: 'G-01', answer: 'yes', validUntil: '2027-03-31' },
            evidence: [
              { title: '登録証', url: 'https://vendor.example/a' },
              { title: '体制図', documentReference: '総第１２号' },
            ],
          },
        },
        {
          row: 5,
          before: null,
          given: { criterionId: 'G-02', answer: 'na', reason: '対象外のため' },
        },
      ],
      ...{ unanswered: [], faults: [] },
    });
  });

  it('that is empty, or as it was shown, changes nothing', () => {
    const sheet = sheetOf([row('G-01'), row('G-02', ...SHOWN), row('G-03', ...SHOWN)]);
    const answers = new Map([
      ['G-02', STANDING],
      ['G-03', STANDING],
    ]);
    expect(planOf([sheet], { answers })).toEqual({ changes: [], unanswered: ['G-01'], faults: [] });
  });

  it('keeps what is left as it was shown', () => {
    const answers = new Map([['G-02', STANDING]]);
    const [change] = planOf([sheetOf([row('G-02', 'はい', ...SHOWN.slice(1))])], {
      answers,
    }).changes;
    expect(change?.given).toEqual({
      ...{ criterionId: 'G-02', answer: 'yes', reason: '検討中', evidence: STANDING.evidence },
    });
  });

  it.each<[string, Cell[], string]>([
    ['an unknown key', row('G-99', 'はい'), '回答!A4 The checklist has no such criterion'],
    ['no key', row(null, 'はい'), '回答!A4 A row without a criterion'],
    [
      'another question',
      ['G-01', '分野', '設問G-02', null, null, 'はい'],
      '回答!C4 The question is not',
    ],
    ['an unknown answer', row('G-01', 'たぶん'), '回答!F4 Choose Yes'],
    ['a reason alone', row('G-01', null, '理由'), '回答!F4 Choose an answer'],
    ['na without a reason', row('G-01', '該当なし'), '回答!G4 An answer of na or partial'],
    ['partial without a reason', row('G-01', 'Partial'), '回答!G4 An answer of na or partial'],
    ['a reason too long', row('G-01', 'はい', 'あ'.repeat(10_001)), '回答!G4 Write at most'],
    ['a title without a place', row('G-01', 'はい', null, '登録証'), '回答!I4 Say where'],
    ['a place without a title', row('G-01', 'はい', null, null, '総第1号'), '回答!H4 Name every'],
    [
      'an address of http',
      row('G-01', 'はい', null, '証', 'http://a.example'),
      '回答!I4 An address',
    ],
    [
      'a file of others',
      row('G-01', 'はい', null, '証', SHOWN[3] ?? null),
      '回答!I4 The answer has no such file',
    ],
    [
      'no day',
      row('G-01', 'はい', null, null, null, '2027-02-30'),
      '回答!J4 Write an existing day',
    ],
    [
      'a day of no era',
      row('G-01', 'はい', null, null, null, '平成32年1月1日'),
      '回答!J4 Write an existing day',
    ],
    [
      'evidence that lapsed',
      row('G-01', 'はい', null, null, null, '2026-11-19'),
      '回答!J4 The evidence has lapsed',
    ],
    ['a criterion not asked', row('G-03', 'はい'), '回答!F4 The criterion is not asked'],
  ])('with %s is refused by its cell, and the others with it', (_, wrong, expected) => {
    const faults = faultsOf([sheetOf([wrong, row('G-02', 'はい')])]);
    expect(faults).toHaveLength(1);
    expect(faults[0] ?? '').toContain(expected);
  });

  it('that stands twice is refused', () => {
    const [fault = ''] = faultsOf([sheetOf([row('G-01', 'はい'), row('G-01', 'いいえ')])]);
    expect(fault).toContain('回答!A5 There are two rows');
  });
});

describe('a sheet', () => {
  const rows = [row('G-01', 'はい')];

  it.each<[string, SheetAsRead[], string]>([
    ['without the header', [sheetOf([], { rows: [['a']] })], '回答!A1 No sheet has the header'],
    ['beside a copy', [sheetOf(rows), sheetOf(rows, { name: '写し' })], '写し!A1 Two sheets'],
    [
      'without its identification',
      [sheetOf([], { rows: sheetOf(rows).rows.slice(1) })],
      'MITODOKE-ANSWERS',
    ],
    [
      'that is hidden',
      [sheetOf(rows, { isHidden: true })],
      '回答!A1 The sheet with the answers is hidden',
    ],
    ['with a hidden row', [sheetOf(rows, { hiddenRows: [4] })], '回答!A4 A hidden row'],
    ['with a hidden column', [sheetOf(rows, { hiddenColumns: [[6, 7]] })], '回答!F1 A column'],
    ['with a formula', [sheetOf(rows, { formulas: ['F4'] })], '回答!F4 A formula'],
    [
      'with merged cells',
      [sheetOf(rows, { merged: ['F4:F5'] })],
      '回答!F4 Cells must not be merged',
    ],
  ])('%s is refused', (_, sheets, expected) => {
    expect(faultsOf(sheets)[0] ?? '').toContain(expected);
  });

  it.each<[string, Partial<Identification>, string]>([
    [
      'another assessment',
      { assessmentId: '01a2b3c4-0000-7000-8000-00000000000a' },
      'another assessment',
    ],
    ['an older round', { round: 1 }, 'round 1'],
    ['another checklist', { checklist: 'ffffffffffffffff' }, 'does not fit'],
  ])('of %s is refused', (_, other, expected) => {
    const [, ...rest] = sheetOf(rows).rows;
    const made = [[identificationText({ ...IDENTIFICATION, ...other })], ...rest];
    expect(faultsOf([sheetOf([], { rows: made })])[0] ?? '').toContain(expected);
  });

  it('is found by its header wherever it was moved, and by an identification elsewhere', () => {
    const sheet = sheetOf(rows);
    const moved = sheet.rows.slice(1).map((each) => [null, ...each]);
    const other = sheetOf([], { name: '記入要領', rows: [[identificationText(IDENTIFICATION)]] });
    expect(planOf([other, { ...sheet, rows: moved }]).changes).toHaveLength(1);
  });
});

describe('a day in a cell', () => {
  it.each([
    ['2027-03-31', '2027-03-31'],
    ['２０２７／３／３１', '2027-03-31'],
    ['2027年3月31日', '2027-03-31'],
    ['令和9年3月31日', '2027-03-31'],
    ['R9.3.31', '2027-03-31'],
    ['46477', '2027-03-31'],
    ['令和元年5月1日', '2019-05-01'],
  ])('%s is %s', (text, day) => {
    expect(dayInCell(text)).toBe(day);
  });

  it.each(['31/3/2027', '2027-13-01', '12', '99999', '来年度末', '3月31日'])(
    '%s is none',
    (text) => {
      expect(dayInCell(text)).toBeUndefined();
    },
  );
});
