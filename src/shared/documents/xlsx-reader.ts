import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import type { Text } from '../domain/text.js';
import { printableText } from './printable-text.js';

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

/** A sheet of a workbook: its cells as text, row by row from the first, and what in it a form may not have. */
export interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly (string | null)[])[];
  /** Cells with a formula, whose value nobody has looked at. */
  readonly formulas: readonly string[];
  /** Merged ranges, e.g. `B2:C3`. */
  readonly merged: readonly string[];
  /** Numbers of the rows that are not shown, from 1. */
  readonly hiddenRows: readonly number[];
  /** Ranges of columns that are not shown, from 1. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
}

/** The first sheet of a workbook, and what may not be in it. */
export interface ReadFirstSheet {
  readonly rows: ReadSheet['rows'];
  readonly faults: readonly CellFault[];
}

/**
 * Reads the first sheet of an Excel workbook that somebody sent; formulas and merged cells are told as faults.
 * @throws WorkbookUnreadable where it is no workbook, holds macros, or is larger than a sheet of so many rows
 */
export async function readXlsx(file: Uint8Array, mostRows: number): Promise<ReadFirstSheet> {
  const [first] = await readWorkbook(file, mostRows);
  if (first === undefined) throw new WorkbookUnreadable(NO_WORKBOOK);
  const faults = [
    ...first.formulas.map((cell) => ({ cell, detail: FORMULA })),
    ...first.merged.map((range) => ({ cell: range.split(':')[0] ?? '', detail: MERGED })),
  ];
  return { rows: first.rows, faults };
}

/**
 * Reads every sheet of an Excel workbook that somebody sent, in its order. It is unpacked within bounds, whatever
 * sizes it declares, and nothing in it is calculated.
 * @throws WorkbookUnreadable where it is no workbook, holds macros or links to others, or a sheet has more rows
 */
export async function readWorkbook(file: Uint8Array, mostRows: number): Promise<ReadSheet[]> {
  const entries = unpacked(file);
  for (const name of Object.keys(entries)) {
    if (name.startsWith('xl/worksheets/sheet')) requireBounds(textOf(entries, name), mostRows);
  }
  const places = sheetsOf(entries);
  const read = await valuesOf(entries);
  return places.map(({ path, isHidden }, at) => ({
    ...{ name: read[at]?.sheet ?? '', isHidden, rows: (read[at]?.data ?? []).map(rowText) },
    ...layoutOf(textOf(entries, path)),
  }));
}

type Values = readonly {
  readonly sheet: string;
  readonly data: readonly (readonly (CellValue | null)[])[];
}[];

/** Packed anew, so that the reader meets the sizes that were checked; without styles where those are broken. */
async function valuesOf(entries: Unzipped): Promise<Values> {
  const read = (parts: Unzipped): Promise<Values> =>
    readXlsxFile(Buffer.from(zipSync(parts, { level: 0 })));
  return read(entries)
    .catch(() => read(withoutStyles(entries)))
    .catch(() => {
      throw new WorkbookUnreadable(NO_WORKBOOK);
    });
}

/** What a cleaning gateway may leave: cells that name styles which are gone. */
function withoutStyles(entries: Unzipped): Unzipped {
  const plain = Object.entries(entries).flatMap(([name, content]): [string, Unzipped[string]][] => {
    if (name === 'xl/styles.xml') return [];
    if (!name.startsWith('xl/worksheets/sheet')) return [[name, content]];
    const xml = textOf(entries, name).replace(/(<(?:\w+:)?c\s[^<>]*?)\ss="\d+"/g, '$1');
    return [[name, strToU8(xml)]];
  });
  return Object.fromEntries(plain);
}

function unpacked(file: Uint8Array): Unzipped {
  let bytes = 0;
  let files = 0;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (/vbaProject|macrosheets\//i.test(name)) throw new WorkbookUnreadable(MACROS);
    if (/externalLinks\//i.test(name)) throw new WorkbookUnreadable(LINKS);
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

/** The sheets in the order of the workbook, which any of its files may hold. */
function sheetsOf(entries: Unzipped): { readonly path: string; readonly isHidden: boolean }[] {
  const relations = textOf(entries, 'xl/_rels/workbook.xml.rels').match(/<Relationship\s[^<>]*>/g);
  const tags = textOf(entries, 'xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^<>]*>/g) ?? [];
  if (tags.length === 0) throw new WorkbookUnreadable(NO_WORKBOOK);
  return tags.map((tag) => {
    const id = /\s\w+:id="([^"]*)"/.exec(tag)?.[1];
    const relation = (relations ?? []).find((each) => attribute(each, 'Id') === id);
    const target = attribute(relation ?? '', 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (!(path in entries)) throw new WorkbookUnreadable(NO_WORKBOOK);
    return { path, isHidden: /^(?:very)?hidden$/i.test(attribute(tag, 'state') ?? '') };
  });
}

function textOf(entries: Unzipped, name: string): string {
  return new TextDecoder().decode(entries[name]);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=(["'])(.*?)\\1`).exec(tag)?.[2];
}

/** A reader makes room up to the last row and column named, so that these are held to bounds first. */
function requireBounds(xml: string, mostRows: number): void {
  for (const [tag, element] of xml.matchAll(/<(?:\w+:)?(row|c)(?:\s[^<>]*)?>/g)) {
    const at = attribute(tag, 'r') ?? '';
    requireWithin(element === 'row' ? at : rowOf(at), mostRows);
  }
}

function layoutOf(
  xml: string,
): Pick<ReadSheet, 'formulas' | 'merged' | 'hiddenRows' | 'hiddenColumns'> {
  const formulas: string[] = [];
  let cell = '';
  for (const [tag, element] of xml.matchAll(/<(?:\w+:)?(c|f)(?:\s[^<>]*)?\/?>/g)) {
    if (element === 'c') cell = attribute(tag, 'r') ?? '';
    else formulas.push(cell);
  }
  return {
    formulas,
    merged: tagsOf(xml, 'mergeCell').map((tag) => attribute(tag, 'ref') ?? ''),
    hiddenRows: tagsOf(xml, 'row')
      .filter(isHidden)
      .map((tag) => Number(attribute(tag, 'r'))),
    hiddenColumns: tagsOf(xml, 'col')
      .filter(isHidden)
      .map((tag) => [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]),
  };
}

function tagsOf(xml: string, element: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${element}\\s[^<>]*>`, 'g')) ?? [];
}

/** By name, or by having no height or width. */
function isHidden(tag: string): boolean {
  const isFlat = [attribute(tag, 'ht'), attribute(tag, 'width')].some(
    (size) => size !== undefined && Number(size) === 0,
  );
  return isFlat || /^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '');
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

function rowText(row: readonly (CellValue | null)[]): (string | null)[] {
  return row.map(cellText);
}

function cellText(cell: CellValue | null): string | null {
  if (cell === null) return null;
  // The reader gives a day as the midnight of it in UTC.
  const text = cell instanceof Date ? dayOf(cell) : String(cell);
  return carriedText(text);
}

/** What comes back of a text that went out in a cell. */
export function carriedText(text: string): string | null {
  return printableText(text).normalize('NFC').trim() || null;
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
const LINKS = {
  ja: '他のブックへのリンクを含むブックは受け付けません。リンクを解除して保存し直してください。',
  en: 'A workbook with links to others is not accepted. Break the links and save it again.',
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
