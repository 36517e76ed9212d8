import { cleanCell, type Sheet, type SheetCell, type SheetColumn } from './sheet.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** What Excel, also a Japanese one that reads 全角 signs, would take for the start of a formula. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^\s/;

/**
 * The sheet as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel takes it for
 * Shift_JIS. A text that could be read as a formula stands behind an apostrophe.
 */
export function writeCsv({ columns, rows }: Sheet): Buffer {
  return Buffer.from(beginning(columns) + records(rows), 'utf8');
}

/** The same file piece by piece, for a ledger too long to hold: one batch of rows at a time. */
export async function* csvPieces(
  columns: readonly SheetColumn[],
  batches: AsyncIterable<Iterable<readonly SheetCell[]>>,
): AsyncGenerator<Buffer, void> {
  yield Buffer.from(beginning(columns), 'utf8');
  for await (const rows of batches) yield Buffer.from(records(rows), 'utf8');
}

function beginning(columns: readonly SheetColumn[]): string {
  return BYTE_ORDER_MARK + record(columns.map(({ header }) => header));
}

function records(rows: Iterable<readonly SheetCell[]>): string {
  return Array.from(rows, record).join('');
}

function record(cells: readonly SheetCell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function field(cell: SheetCell): string {
  const value = cleanCell(cell);
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
