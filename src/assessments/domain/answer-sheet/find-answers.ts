import type { Text } from '../../../shared/domain/text.js';
import { identificationIn, type Identification } from './identification.js';
import type { SheetAsRead, SheetFault } from './sheet-basis.js';
import * as said from './sheet-texts.js';
import { cellName, HEADERS, SHEET_COLUMNS, wordKey, type SheetColumn } from './sheet-words.js';

/** How far down a header is looked for. */
const LAST_HEADER_ROW = 20;

/** Where the answers are in a workbook. */
export interface AnswerTable {
  readonly sheet: SheetAsRead;
  /** The row of the header, from 0. */
  readonly header: number;
  /** The columns, from 0. */
  readonly columns: Readonly<Record<SheetColumn, number>>;
}

/** The table of answers and what may not be around it; no table where it cannot be told. */
export interface FoundTable {
  readonly table?: AnswerTable;
  readonly faults: readonly SheetFault[];
}

/** Looks for the answers by the header, in either language, wherever it was moved. */
export function findAnswers(sheets: readonly SheetAsRead[], expected: Identification): FoundTable {
  const found = sheets.flatMap((sheet) => {
    const header = headerRowOf(sheet);
    return header === undefined ? [] : [{ sheet, header }];
  });
  const [first, second] = found;
  if (first === undefined) return { faults: [faultAt(sheets[0], 'A1', said.NO_SHEET)] };
  if (second !== undefined) return { faults: [faultAt(second.sheet, 'A1', said.TWO_SHEETS)] };
  const identity = identityFault(sheets, first.sheet, expected);
  if (identity !== undefined) return { faults: [identity] };
  return tableIn(first.sheet, first.header);
}

function headerRowOf({ rows }: SheetAsRead): number | undefined {
  const at = rows.slice(0, LAST_HEADER_ROW).findIndex((row) => {
    const labels = row.map((cell) => wordKey(cell ?? ''));
    return has(labels, 'criterionId') && has(labels, 'answer');
  });
  return at === -1 ? undefined : at;
}

function has(labels: readonly string[], column: SheetColumn): boolean {
  return labels.some((label) => isLabelOf(label, column));
}

function isLabelOf(label: string, column: SheetColumn): boolean {
  const { ja, en } = HEADERS[column];
  return label === wordKey(ja) || label === wordKey(en);
}

function identityFault(
  sheets: readonly SheetAsRead[],
  sheet: SheetAsRead,
  expected: Identification,
): SheetFault | undefined {
  // The sheet itself is asked first; another one stands in where its top was cut off.
  const named = [sheet, ...sheets].flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap((cell) => identificationIn(cell ?? '') ?? [])),
  );
  const [made] = named;
  if (made === undefined) return faultAt(sheet, 'A1', said.NO_IDENTIFICATION);
  const fault = (detail: Text): SheetFault => faultAt(sheet, 'A1', detail);
  if (made.assessmentId !== expected.assessmentId) return fault(said.OTHER_ASSESSMENT);
  if (made.round !== expected.round) return fault(said.otherRound(made.round));
  return made.checklist === expected.checklist ? undefined : fault(said.OTHER_CHECKLIST);
}

function tableIn(sheet: SheetAsRead, header: number): FoundTable {
  const labels = (sheet.rows[header] ?? []).map((cell) => wordKey(cell ?? ''));
  const faults: SheetFault[] = [];
  const columns = SHEET_COLUMNS.map((column): [SheetColumn, number] => {
    const at = labels.flatMap((label, index) => (isLabelOf(label, column) ? [index] : []));
    const [first = -1, second] = at;
    if (first === -1) faults.push(faultAt(sheet, cellName(header, 0), missing(column)));
    if (second !== undefined) {
      faults.push(faultAt(sheet, cellName(header, second), said.HEADER_TWICE));
    }
    return [column, first];
  });
  const table = { sheet, header, columns: Object.fromEntries(columns) as AnswerTable['columns'] };
  const wrong = [...faults, ...layoutFaults(table)];
  return wrong.length > 0 ? { faults: wrong } : { table, faults: [] };
}

function missing(column: SheetColumn): Text {
  const { ja, en } = HEADERS[column];
  return { ja: `${ja}：${said.HEADER_MISSING.ja}`, en: `${en}: ${said.HEADER_MISSING.en}` };
}

/** What hides a value from who looks at the sheet, or lets another stand in its place. */
function layoutFaults({ sheet, columns }: AnswerTable): SheetFault[] {
  const used = Object.values(columns);
  const hidden = sheet.hiddenColumns.flatMap(([first, last]) =>
    used.filter((column) => column + 1 >= first && column + 1 <= last),
  );
  return [
    ...(sheet.isHidden ? [faultAt(sheet, 'A1', said.HIDDEN_SHEET)] : []),
    ...hidden.map((column) => faultAt(sheet, cellName(0, column), said.HIDDEN_COLUMN)),
    ...sheet.hiddenRows
      .filter((row) => (sheet.rows[row - 1] ?? []).some((cell) => cell !== null))
      .map((row) => faultAt(sheet, `A${String(row)}`, said.HIDDEN_ROW)),
    ...sheet.formulas.map((cell) => faultAt(sheet, cell, said.FORMULA)),
    ...sheet.merged.map((range) => faultAt(sheet, range.split(':')[0] ?? '', said.MERGED)),
  ];
}

function faultAt(sheet: SheetAsRead | undefined, cell: string, detail: Text): SheetFault {
  return { sheet: sheet?.name ?? '', cell, detail };
}
