import { unzipSync, zipSync, type Unzipped } from 'fflate';
import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import type { Text } from '../domain/text.js';

/** What a workbook that somebody sends may hold at most. */
const MOST_UNPACKED_BYTES = 8 * 1024 * 1024;
const MOST_FILES = 200;

/** A file that is no workbook, or none that is read here. */
export class WorkbookUnreadable extends Error {
  constructor(readonly detail: Text) {
    super(detail.en);
    this.name = new.target.name;
  }
}

/** What is wrong in a cell of a sheet. */
export interface CellFault {
  /** As the sheet names it, e.g. `B7`. */
  readonly cell: string;
  readonly detail: Text;
}

/** The first sheet of a workbook: its cells as text, row by row with the header first, and what may not be in it. */
export interface ReadSheet {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly faults: readonly CellFault[];
}

/**
 * Reads the first sheet of an Excel workbook that somebody sent. It is unpacked within bounds, whatever
 * sizes it declares, and nothing in it is calculated: formulas and merged cells are told as faults.
 * @throws WorkbookUnreadable where it is no workbook, holds macros, or is larger than a sheet of so many rows
 */
export async function readXlsx(file: Uint8Array, mostRows: number): Promise<ReadSheet> {
  const entries = unpacked(file);
  const sheets = Object.keys(entries).filter((name) => name.startsWith('xl/worksheets/sheet'));
  const first = firstSheetOf(entries);
  const faults = sheets.flatMap((name) => {
    const found = faultsIn(textOf(entries, name), mostRows);
    return name === first ? found : [];
  });
  // Packed anew, so that the reader meets the sizes that were checked.
  const packed = Buffer.from(zipSync(entries, { level: 0 }));
  const [sheet] = await readXlsxFile(packed).catch(() => {
    throw new WorkbookUnreadable(NO_WORKBOOK);
  });
  return { rows: (sheet?.data ?? []).map((row) => row.map(cellText)), faults };
}

function unpacked(file: Uint8Array): Unzipped {
  let bytes = 0;
  let files = 0;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (/vbaProject|macrosheets\//i.test(name)) throw new WorkbookUnreadable(MACROS);
    if (!/\.(xml|rels)$/.test(name)) return false;
    bytes += originalSize;
    files += 1;
    if (bytes > MOST_UNPACKED_BYTES || files > MOST_FILES) throw new WorkbookUnreadable(TOO_LARGE);
    return true;
  };
  try {
    return unzipSync(file, { filter: isWanted });
  } catch (error) {
    throw error instanceof WorkbookUnreadable ? error : new WorkbookUnreadable(NO_WORKBOOK);
  }
}

/** The sheet the workbook shows first may be any of its files. */
function firstSheetOf(entries: Unzipped): string {
  const id = /<(?:\w+:)?sheet\s[^<>]*?\w:id="([^"<>]*)"/.exec(textOf(entries, 'xl/workbook.xml'));
  const relations = textOf(entries, 'xl/_rels/workbook.xml.rels').match(/<Relationship\s[^<>]*>/g);
  const relation = (relations ?? []).find((each) => attribute(each, 'Id') === id?.[1]);
  const target = attribute(relation ?? '', 'Target') ?? '';
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!(name in entries)) throw new WorkbookUnreadable(NO_WORKBOOK);
  return name;
}

function textOf(entries: Unzipped, name: string): string {
  return new TextDecoder().decode(entries[name]);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** A reader makes room up to the last row and column named, so that these are held to bounds first. */
function faultsIn(xml: string, mostRows: number): CellFault[] {
  const faults: CellFault[] = [];
  let cell = '';
  for (const [tag, element] of xml.matchAll(/<(?:\w+:)?(row|c|f|mergeCell)(?:\s[^<>]*)?>/g)) {
    const at = attribute(tag, 'r') ?? '';
    if (element === 'row') requireWithin(at, mostRows);
    if (element === 'c') requireWithin(rowOf(at), mostRows);
    if (element === 'c') cell = at;
    if (element === 'f') faults.push({ cell, detail: FORMULA });
    if (element === 'mergeCell') faults.push({ cell: mergedAt(tag), detail: MERGED });
  }
  return faults;
}

/** @throws WorkbookUnreadable for a cell without a name, or far to the right of any form */
function rowOf(cell: string): string {
  const row = /^[A-Z]{1,2}(\d{1,7})$/.exec(cell)?.[1];
  if (row === undefined) throw new WorkbookUnreadable(NO_WORKBOOK);
  return row;
}

function requireWithin(row: string, mostRows: number): void {
  if (Number(row) > mostRows) throw new WorkbookUnreadable(tooManyRows(mostRows));
}

function mergedAt(tag: string): string {
  return (attribute(tag, 'ref') ?? '').split(':')[0] ?? '';
}

function cellText(cell: CellValue | null): string | null {
  if (cell === null) return null;
  // The reader gives a day as the midnight of it in UTC.
  const text = cell instanceof Date ? dayOf(cell) : String(cell);
  return text.normalize('NFC').trim() || null;
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

const NO_WORKBOOK = {
  ja: 'Excel ブック（.xlsx）として読めません。パスワードを外し、.xlsx 形式で保存し直してください。',
  en: 'It cannot be read as an .xlsx workbook. Remove the password and save it again as .xlsx.',
};
const MACROS = {
  ja: 'マクロを含むブックは受け付けません。.xlsx 形式で保存し直してください。',
  en: 'A workbook with macros is not accepted. Save it as .xlsx.',
};
const TOO_LARGE = {
  ja: 'ブックが大きすぎます。様式に記入したシートだけを残して保存し直してください。',
  en: 'The workbook is too large. Keep only the sheet that was filled in, and save it again.',
};
const FORMULA = {
  ja: '数式は使えません。値として貼り付けてください。',
  en: 'A formula cannot be used. Paste its value.',
};
const MERGED = {
  ja: 'セルの結合を解除してください。',
  en: 'Cells must not be merged.',
};

function tooManyRows(mostRows: number): Text {
  return {
    ja: `${String(mostRows)} 行を超えるシートは受け付けません。`,
    en: `A sheet of more than ${String(mostRows)} rows is not accepted.`,
  };
}
