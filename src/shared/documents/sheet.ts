import { firstPart, printableText } from './printable-text.js';

/** One sheet of a workbook, or one CSV file: a ledger, with a header row. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetCell[]>;
  /** What a workbook says above the header, line by line. */
  readonly above?: readonly (readonly SheetCell[])[];
  /**
   * Makes it a form: the cells that are filled in by who gets it, counted from 0 below the header. A workbook tints them
   * and guards the others against slips, without a password.
   */
  readonly isEntry?: (row: number, column: number) => boolean;
  /** Made to be read on paper: each row is as high as its text. A form is so by itself. */
  readonly isPage?: boolean;
}

/**
 * `width` is in 半角 characters. A date column holds ISO 8601 dates (2026-04-01); a workbook shows
 * those of an era-date column as 令和8年4月1日.
 */
export interface SheetColumn {
  readonly header: string;
  readonly width: number;
  readonly kind?: 'date' | 'era-date';
  /** What a workbook offers in a drop-down list to who fills it in; without commas, 255 characters together. */
  readonly choices?: readonly string[];
}

export type SheetCell = string | number | null;

/** Excel refuses a file in which a cell holds more characters. */
const LONGEST_CELL = 32_767;

/** A number, a text both formats can carry, or null for an empty cell. */
export function cleanCell(cell: SheetCell): SheetCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell);
  const text = printableText(cell);
  return text.length > LONGEST_CELL ? `${firstPart(text, LONGEST_CELL - 1)}…` : text;
}
