import { describe, expect, it } from 'vitest';
import { cleaned, edited, repacked } from '../../../test/support/cleaned-workbook.js';
import { readWorkbook, readXlsx, WorkbookUnreadable } from './xlsx-reader.js';
import { writeXlsx } from './xlsx.js';

const COLUMNS = ['甲', '乙', '丙'].map((header) => ({ header, width: 12 }));
const ROWS = [
  ['1', 'あ', null],
  [null, 'い', '_x0041_'],
];

function file(): Promise<Buffer> {
  const other = { name: '別', columns: [{ header: '丁', width: 9, kind: 'date' as const }] };
  return writeXlsx([
    { name: '表', columns: COLUMNS, rows: ROWS },
    { ...other, rows: [['2027-03-31']] },
  ]);
}

async function refusalOf(given: Uint8Array): Promise<string> {
  const error: unknown = await readWorkbook(given, 50).catch((caught: unknown) => caught);
  return error instanceof WorkbookUnreadable ? error.detail.en : 'read';
}

describe('a workbook', () => {
  it('is read sheet by sheet, with every cell where it stands', async () => {
    const [table, other] = await readWorkbook(await file(), 50);
    expect(table?.rows).toEqual([['甲', '乙', '丙'], ...ROWS]);
    expect([table?.name, other?.name, other?.rows]).toEqual(['表', '別', [['丁'], ['2027-03-31']]]);
  });

  it('is read by its values once it was cleaned', async () => {
    const [table, other] = await readWorkbook(cleaned(await file()), 50);
    expect(table?.rows).toEqual([['甲', '乙', '丙'], ...ROWS]);
    // The format of the date is gone; what is left is the number Excel keeps.
    expect(other?.rows).toEqual([['丁'], ['46477']]);
  });

  it('is read where cells name styles that are gone', async () => {
    const bare = repacked(await file(), (xml, name) => (name === 'xl/styles.xml' ? null : xml));
    expect((await readWorkbook(bare, 50))[0]?.rows).toEqual([['甲', '乙', '丙'], ...ROWS]);
  });

  it('tells formulas, merged cells and what is not shown', async () => {
    const odd = edited(await file(), (xml) =>
      xml
        .replace(/<c r="B2"[^<>]*>.*?<\/c>/s, '<c r="B2"><f>1+1</f><v>2</v></c>')
        .replace('<row r="3"', '<row r="3" hidden="1"')
        .replace('<col min="3"', '<col hidden="1" min="3"')
        .replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'),
    );
    const hidden = repacked(odd, (xml, name) =>
      name === 'xl/workbook.xml' ? xml.replace('<sheet ', '<sheet state="veryHidden" ') : xml,
    );
    const [table] = await readWorkbook(hidden, 50);
    expect(table).toMatchObject({
      ...{ isHidden: true, formulas: ['B2'], merged: ['A2:A3'], hiddenRows: [3] },
      hiddenColumns: [[3, 3]],
    });
    const { faults } = await readXlsx(odd, 50);
    expect(faults.map(({ cell }) => cell)).toEqual(['B2', 'A2']);
  });

  it('with macros, links, too many rows or too much inside is refused', async () => {
    const plain = await file();
    const same = (xml: string): string => xml;
    const many = Array.from({ length: 100_000 }, (_, at) => `<row r="${String(at + 9)}"/>`).join(
      '',
    );
    const long = edited(plain, (xml) => xml.replace('</sheetData>', `${many}</sheetData>`));
    const far = edited(plain, (xml) =>
      xml.replace('</sheetData>', '<row r="9"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    const bomb = { 'xl/worksheets/sheet9.xml': ' '.repeat(32 * 1024 * 1024) };
    expect(await refusalOf(repacked(plain, same, { 'xl/vbaProject.bin': 'x' }))).toContain(
      'macros',
    );
    expect(await refusalOf(repacked(plain, same, { 'xl/externalLinks/a.xml': 'x' }))).toContain(
      'links',
    );
    expect(await refusalOf(long)).toContain('more than 50 rows');
    expect(await refusalOf(far)).toContain('.xlsx');
    expect(await refusalOf(repacked(plain, same, bomb))).toContain('too large');
    expect(await refusalOf(Buffer.from('no workbook'))).toContain('.xlsx');
  });
});
