import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.js';
import type { SheetCell } from './sheet.js';

function record(...cells: readonly SheetCell[]): string {
  const columns = cells.map(() => ({ header: '列', width: 10 }));
  const [, , text = ''] =
    /^(.*?)\r\n(.*)\r\n$/s.exec(writeCsv({ name: '', columns, rows: [cells] }).toString()) ?? [];
  return text;
}

describe('writeCsv', () => {
  it('begins with a byte order mark and ends every record with CR LF', () => {
    const columns = [{ header: '名称', width: 10 }];
    const file = writeCsv({ name: '', columns, rows: [['㈱髙﨑'], ['𠮷']] });
    expect(file.toString('utf8')).toBe('\uFEFF名称\r\n㈱髙﨑\r\n𠮷\r\n');
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it.each([
    ['a comma is quoted', 'a,b', '"a,b"'],
    ['a quote is doubled', 'a"b', '"a""b"'],
    ['a line end is quoted', 'a\r\nb', '"a\nb"'],
    ['control characters and half characters do not get in', 'a\u0000\uD842', 'a〓'],
    ['an empty cell is empty', null, ''],
    ['a number stands as it is, also below zero', -5, '-5'],
  ])('%s', (_behaviour, cell, expected) => {
    expect(record(cell)).toBe(expected);
  });

  it.each([
    '=1+1',
    '+81',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\n',
  ])('puts an apostrophe before %j, which could be read as a formula', (cell) => {
    expect(record(cell).replace(/^"/, '')).toMatch(/^'/);
  });

  it('guards the headers too', () => {
    expect(
      writeCsv({ name: '', columns: [{ header: '=A', width: 1 }], rows: [] }).toString(),
    ).toContain("'=A");
  });

  it('takes rows one by one', () => {
    function* rows(): Iterable<readonly SheetCell[]> {
      yield ['一'];
      yield ['二'];
    }
    expect(writeCsv({ name: '', columns: [], rows: rows() }).toString()).toContain('一\r\n二\r\n');
  });
});
