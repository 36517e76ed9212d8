import type { Text } from '../../policies/index.js';

/** A cell as a workbook gives it. */
export type Cell = string | number | boolean | Date | null;

/** The cells of a sheet, row by row. */
export type Grid = readonly (readonly Cell[])[];

/** What is wrong in a cell; row and column are counted from 0. */
export interface CellFault {
  readonly row: number;
  readonly column: number;
  readonly reason: Text;
}

/** The name of a cell as a spreadsheet shows it, e.g. `C5`. */
export function cellName({ row, column }: Pick<CellFault, 'row' | 'column'>): string {
  return `${letters(column)}${String(row + 1)}`;
}

function letters(column: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

const FORMULA_ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

/** The text of a cell as typed, empty for an empty one; or why it has none. */
export function textOf(cell: Cell): string | Text {
  if (cell === null) return '';
  if (cell instanceof Date) return TURNED_INTO_DATE;
  if (typeof cell === 'boolean') return NO_TEXT;
  const text = String(cell).replace(/\r\n?/g, '\n').trim();
  return FORMULA_ERROR.test(text) ? failedFormula(text) : text;
}

/** The items of a list: between 、, commas or line breaks. Each once. */
export function itemsOf(text: string): readonly string[] {
  const items = text.split(/[、,，\n]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

const TURNED_INTO_DATE = {
  ja: '日付になっています。セルの書式を「文字列」にして入力し直してください。',
  en: 'the cell holds a date; format it as text and type it again',
};
const NO_TEXT = {
  ja: 'TRUE・FALSE は使えません。文字列で入力してください。',
  en: 'the cell holds TRUE or FALSE; it must be a text',
};

function failedFormula(error: string): Text {
  return { ja: `数式がエラー（${error}）です。`, en: `the formula gives the error ${error}` };
}
