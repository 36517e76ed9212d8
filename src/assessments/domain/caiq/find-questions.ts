import type { Text } from '../../../shared/domain/text.js';
import type { SheetAsRead, SheetFault } from '../answer-sheet/sheet-basis.js';
import {
  FORMULA,
  HIDDEN_COLUMN,
  HIDDEN_ROW,
  HIDDEN_SHEET,
  MERGED,
} from '../answer-sheet/sheet-texts.js';
import { cellName, wordKey } from '../answer-sheet/sheet-words.js';
import * as said from './caiq-texts.js';

const LAST_HEADER_ROW = 20;

/** The columns of a CAIQ that are read, by how their headers begin or what they hold. */
const LABELS = {
  id: /^question id$/,
  answer: /caiq answer$/,
  ownership: /^ssrm control ownership$/,
  description: /^csp implementation description/,
  responsibilities: /^csc responsibilities/,
} as const;
export type CaiqColumn = keyof typeof LABELS;

/** Where the questions are in a workbook. */
export interface QuestionTable {
  readonly sheet: SheetAsRead;
  /** The row of the header, from 0. */
  readonly header: number;
  readonly columns: Readonly<Record<'id' | 'answer', number>> &
    Readonly<Partial<Record<CaiqColumn, number>>>;
}

/** Looks for the header of a CAIQ: it stands below a title, and other sheets are around it. */
export function findQuestions(sheets: readonly SheetAsRead[]): {
  readonly table?: QuestionTable;
  readonly faults: readonly SheetFault[];
} {
  const found = sheets.flatMap((sheet) => tableIn(sheet) ?? []);
  const [table, second] = found;
  if (table === undefined) return { faults: [at(sheets[0], 'A1', said.NO_CAIQ)] };
  if (second !== undefined) return { faults: [at(second.sheet, 'A1', said.TWO_CAIQ)] };
  const faults = layoutFaults(table);
  return faults.length > 0 ? { faults } : { table, faults };
}

function tableIn(sheet: SheetAsRead): QuestionTable | undefined {
  for (const [header, row] of sheet.rows.slice(0, LAST_HEADER_ROW).entries()) {
    const labels = row.map((cell) => wordKey(cell ?? ''));
    const columns = Object.entries(LABELS).flatMap(([column, label]): [string, number][] => {
      const index = labels.findIndex((each) => label.test(each));
      return index === -1 ? [] : [[column, index]];
    });
    const placed = Object.fromEntries(columns) as Partial<Record<CaiqColumn, number>>;
    const { id, answer } = placed;
    if (id !== undefined && answer !== undefined) {
      return { sheet, header, columns: { ...placed, id, answer } };
    }
  }
  return undefined;
}

/** The CAIQ itself merges cells of the columns about its controls; those that are read stand for themselves. */
function layoutFaults({ sheet, header, columns }: QuestionTable): SheetFault[] {
  const used = Object.values(columns);
  const isUsed = (name: string): boolean => {
    const place = placeOf(name);
    return place.row > header && used.includes(place.column);
  };
  const hidden = sheet.hiddenColumns.flatMap(([first, last]) =>
    used.filter((column) => column + 1 >= first && column + 1 <= last),
  );
  return [
    ...(sheet.isHidden ? [at(sheet, 'A1', HIDDEN_SHEET)] : []),
    ...hidden.map((column) => at(sheet, cellName(header, column), HIDDEN_COLUMN)),
    ...sheet.hiddenRows
      .filter((row) => row - 1 > header && (sheet.rows[row - 1]?.[columns.answer] ?? null) !== null)
      .map((row) => at(sheet, cellName(row - 1, columns.answer), HIDDEN_ROW)),
    ...sheet.formulas.filter(isUsed).map((cell) => at(sheet, cell, FORMULA)),
    ...sheet.merged
      .filter((range) => coversAnswers(range, header, columns.answer))
      .map((range) => at(sheet, range.split(':')[0] ?? '', MERGED)),
  ];
}

function coversAnswers(range: string, header: number, answer: number): boolean {
  const [from = '', to = from] = range.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  const isAcross = first.column !== last.column;
  const isAnswer = first.column <= answer && last.column >= answer;
  // A heading of a domain spans its row; answers that were merged span several.
  return isAnswer && last.row > header && (first.row !== last.row || !isAcross);
}

/** A cell by its name, from 0. */
function placeOf(name: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = '0'] = /^([A-Z]{1,3})(\d+)$/.exec(name) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function at(sheet: SheetAsRead | undefined, cell: string, detail: Text): SheetFault {
  return { sheet: sheet?.name ?? '', cell, detail };
}
