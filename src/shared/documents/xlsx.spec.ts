import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { zipPart } from '../../../test/support/document-text.js';
import type { Sheet, SheetCell, SheetColumn } from './sheet.js';
import { writeXlsx } from './xlsx.js';

const SHEET = 'xl/worksheets/sheet1.xml';

function sheetOf(rows: readonly (readonly SheetCell[])[], kind?: SheetColumn['kind']): Sheet {
  return { name: '台帳', columns: [{ header: '列', width: 20, ...(kind ? { kind } : {}) }], rows };
}

async function cells(sheet: Sheet): Promise<readonly unknown[]> {
  const [first] = await readXlsxFile(await writeXlsx([sheet]));
  return first?.data.slice(1).map(([cell]) => cell) ?? [];
}

async function names(...wanted: readonly string[]): Promise<readonly string[]> {
  const sheets = wanted.map((name) => ({ ...sheetOf([]), name }));
  const read = await readXlsxFile(await writeXlsx(sheets));
  return read.map(({ sheet }) => sheet);
}

describe('writeXlsx', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes the same bytes at another time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-01T09:00:00Z') });
    const first = await writeXlsx([sheetOf([['一']])]);
    vi.setSystemTime(new Date('2031-12-31T23:59:59Z'));
    expect(await writeXlsx([sheetOf([['一']])])).toEqual(first);
  });

  it.each(['=1+1', '+81', '-5', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0"])(
    'leaves %j a text, also for who edits it',
    async (text) => {
      const file = await writeXlsx([sheetOf([[text]])]);
      expect(zipPart(file, SHEET)).toMatch(/<c r="A2" s="\d" t="s">/);
      expect(zipPart(file, SHEET)).not.toContain('<f');
      expect(zipPart(file, 'xl/styles.xml')).toContain('formatCode="@"');
    },
  );

  it.each([
    ['unusual kanji', '髙﨑祇園①㈱𠮷鷗ｶﾅ', '髙﨑祇園①㈱𠮷鷗ｶﾅ'],
    ['markup', '<b>&"\'', '<b>&"\''],
    ['control characters, which are dropped', 'a\u0000b', 'ab'],
    ['half a character', 'a\uD842', 'a〓'],
    ['the name of a property of every object', 'constructor', 'constructor'],
    ['another such name', '__proto__', '__proto__'],
    ['a number', -1.5, -1.5],
    ['what is no number, as text', NaN, 'NaN'],
  ])('carries %s', async (_case, given, expected) => {
    expect(await cells(sheetOf([['先'], [given]]))).toEqual(['先', expected]);
  });

  it('leaves out empty cells', async () => {
    const file = await writeXlsx([sheetOf([[null], ['']])]);
    expect(zipPart(file, SHEET)).not.toMatch(/r="A[23]"/);
  });

  it('escapes what Excel would read as an escape', async () => {
    expect(zipPart(await writeXlsx([sheetOf([['_x0041_']])]), 'xl/sharedStrings.xml')).toContain(
      '_x005F_x0041_',
    );
  });

  it('cuts a text longer than a cell may hold', async () => {
    const [text] = await cells(sheetOf([['長'.repeat(40_000)]]));
    expect(text).toBe(`${'長'.repeat(32_766)}…`);
  });

  it.each([
    ['a day', '2026-04-01', new Date('2026-04-01T00:00:00Z')],
    ['the first day Excel counts right', '1900-03-01', new Date('1900-03-01T00:00:00Z')],
    ['no day, left as text', '2026-02-30', '2026-02-30'],
    ['a day before Excel counts right, left as text', '1900-02-28', '1900-02-28'],
    ['a word, left as text', '未定', '未定'],
  ])('takes from a date column %s', async (_case, given, expected) => {
    expect(await cells(sheetOf([[given]], 'date'))).toEqual([expected]);
  });

  it('leaves a date in any other column a text', async () => {
    expect(await cells(sheetOf([['2026-04-01']]))).toEqual(['2026-04-01']);
  });

  it('freezes the header row, repeats it in print, sets the widths and lets the rows grow', async () => {
    const file = await writeXlsx([{ ...sheetOf([]), name: "甲's" }]);
    expect(zipPart(file, SHEET)).toMatch(/<pane ySplit="1" [^>]*state="frozen"/);
    expect(zipPart(file, SHEET)).toContain('width="20"');
    expect(zipPart(file, SHEET)).toContain('<sheetFormatPr defaultRowHeight="15"/><cols>');
    expect(zipPart(file, 'xl/workbook.xml')).toContain(
      '>&#39;甲&#39;&#39;s&#39;!$1:$1</definedName>',
    );
  });

  it.each([
    ['a form', { isEntry: () => true }, true],
    ['a sheet to be read on paper', { isPage: true }, true],
    ['a ledger', {}, false],
  ])(
    'prints %s as wide as A4 across, and makes rows as high as their text where it is read there',
    async (_, given, isGrown) => {
      const xml = zipPart(await writeXlsx([{ ...sheetOf([['一\n二\n三']]), ...given }]), SHEET);

      expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
      expect(xml).toContain('<pageSetup fitToHeight="0" paperSize="9" orientation="landscape"/>');
      expect(xml.includes('<row r="2" ht="50" customHeight="1">')).toBe(isGrown);
    },
  );

  it('writes 2,000 rows', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`行${String(index)}`]);
    expect(await cells(sheetOf(rows))).toHaveLength(2_000);
  });
});

describe('the names of sheets', () => {
  it.each([
    ['characters Excel refuses are replaced', ['a/b[c]:d'], ['a_b_c__d']],
    ['two alike are numbered', ['台帳', '台帳', '台帳'], ['台帳', '台帳 (2)', '台帳 (3)']],
    ['case makes no difference', ['A', 'a'], ['A', 'a (2)']],
    ['long ones are cut', ['あ'.repeat(40)], ['あ'.repeat(31)]],
    [
      'long ones alike keep their number',
      ['あ'.repeat(40), 'あ'.repeat(40)],
      ['あ'.repeat(31), `${'あ'.repeat(27)} (2)`],
    ],
    ['an apostrophe at either end is dropped', ["'a'"], ['a']],
    ['a sheet without a name gets one', [''], ['Sheet']],
  ])('%s', async (_behaviour, wanted, expected) => {
    expect(await names(...wanted)).toEqual(expected);
  });
});
