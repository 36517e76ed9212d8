import { type CellFault, type Grid, textOf } from './article-cells.js';
import { columnHeaded, type ColumnId, headingOf, NOTES, REQUIRED } from './article-columns.js';

/** Where the header is, and which column stands where. */
export interface TableHeader {
  readonly row: number;
  readonly columns: ReadonlyMap<ColumnId, number>;
  readonly faults: readonly CellFault[];
}

/** A title and notes may stand above the header, but not more. */
const ROWS_LOOKED_AT = 20;
const LEAST_HEADINGS = 3;

/** The header of a table: the first row that heads the keys and some other columns. */
export function headerOf(grid: Grid): TableHeader | undefined {
  const row = grid.slice(0, ROWS_LOOKED_AT).findIndex((cells) => {
    const named = cells.map((cell) => columnHeaded(headingText(cell)));
    return named.includes('key') && named.filter(Boolean).length >= LEAST_HEADINGS;
  });
  return row === -1 ? undefined : readHeader(grid, row);
}

function readHeader(grid: Grid, row: number): TableHeader {
  const columns = new Map<ColumnId, number>();
  const faults: CellFault[] = [];
  const headings = (grid[row] ?? []).map(headingText);
  for (const [column, heading] of headings.entries()) {
    const id = columnHeaded(heading);
    if (id === undefined) faults.push(...ofUnknown(grid, row, column, heading));
    else if (id !== 'notes' && columns.has(id)) faults.push({ row, column, ...headedTwice(id) });
    else if (id !== 'notes') columns.set(id, column);
  }
  const missing = REQUIRED.filter((id) => !columns.has(id));
  return {
    row,
    columns,
    faults: [...faults, ...missing.map((id) => ({ row, column: 0, ...noColumn(id) }))],
  };
}

function headingText(cell: Grid[number][number]): string {
  const text = textOf(cell);
  return typeof text === 'string' ? text : '';
}

/** A column without a heading may be empty; what stands in it would be lost. */
function ofUnknown(grid: Grid, row: number, column: number, heading: string): readonly CellFault[] {
  if (heading !== '') return [{ row, column, ...unknownHeading(heading) }];
  const filled = grid.findIndex((cells, i) => i > row && (cells[column] ?? null) !== null);
  return filled === -1 ? [] : [{ row: filled, column, reason: NO_HEADING }];
}

const NO_HEADING = {
  ja: 'この列には見出しがありません。',
  en: 'the column of this cell has no heading',
};

function unknownHeading(heading: string): Pick<CellFault, 'reason'> {
  return {
    reason: {
      ja: `見出し「${heading}」は使えません。自由な記入の列は「${NOTES[0]}」としてください。`,
      en: `unknown heading "${heading}"; head a column of your own notes "${NOTES[2]}"`,
    },
  };
}

function headedTwice(id: ColumnId): Pick<CellFault, 'reason'> {
  const { ja, en } = headingOf(id);
  return {
    reason: { ja: `「${ja}」の列が二つあります。`, en: `the column "${en}" is there twice` },
  };
}

function noColumn(id: ColumnId): Pick<CellFault, 'reason'> {
  const { ja, en } = headingOf(id);
  return { reason: { ja: `「${ja}」の列がありません。`, en: `the column "${en}" is missing` } };
}
