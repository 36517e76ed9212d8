import type { TablePiece } from './pieces.js';
import type { Line, PdfFlow, StructureElement } from './pdf-flow.js';
import { BODY_SIZE, HEADER_FILL, LINE_HEIGHT, NESTED_TABLE_INDENT } from './text-styles.js';
import { PAGE, RULE_COLOR, STYLES } from './text-styles.js';

const PADDING = 4;
const SPACE_AROUND = 6;
const CELL_LINE = STYLES.cell.size * LINE_HEIGHT;
/** A header higher than this is not repeated, or little else would fit on a page. */
const HIGHEST_REPEATED_HEADER = 200;

/** A cell with its text already broken into lines. */
interface Cell {
  readonly left: number;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly isHeader: boolean;
}
type Row = readonly Cell[];

export function drawTable(flow: PdfFlow, table: TablePiece): void {
  const element = flow.element('Table');
  const header = headerRow(flow, table);
  const repeated = rowHeight(header) > HIGHEST_REPEATED_HEADER ? [] : header;
  flow.y += SPACE_AROUND;
  if (header.length > 0) drawRow(flow, header, tags(flow, element, header, 'Column'), []);
  for (const row of table.rows.map((cells) => bodyRow(flow, table, cells))) {
    drawRow(flow, row, tags(flow, element, row, 'Row'), repeated);
  }
  if (table.rows.length === 0) drawPlaceholder(flow, table, element);
  flow.y += SPACE_AROUND;
}

/** The header and the first row, which stay together unless that row alone fills a page. */
export function tableStartHeight(flow: PdfFlow, table: TablePiece): number {
  const header = headerRow(flow, table);
  const first = rowHeight(bodyRow(flow, table, table.rows[0] ?? ['']));
  return SPACE_AROUND + rowHeight(header) + (first > freshRoom(header) ? heightOf(1) : first);
}

function headerRow(flow: PdfFlow, table: TablePiece): Row {
  return row(flow, table, table.header, () => true);
}

/** A table without a header above has one at the left. */
function bodyRow(flow: PdfFlow, table: TablePiece, cells: readonly string[]): Row {
  return row(flow, table, cells, (column) => table.header.length === 0 && column === 0);
}

function row(
  flow: PdfFlow,
  { nested, widths }: TablePiece,
  cells: readonly string[],
  isHeader: (column: number) => boolean,
): Row {
  let left = nested ? NESTED_TABLE_INDENT * BODY_SIZE : 0;
  const room = flow.width - left;
  return cells.map((text, column) => {
    const width = (widths[column] ?? 0) * room;
    const style = isHeader(column) ? STYLES['column-header'] : STYLES.cell;
    const lines = flow.lines(text, width - 2 * PADDING, style);
    left += width;
    return { left: left - width, width, lines, isHeader: isHeader(column) };
  });
}

/** An element for each cell, so that a cell read out is told with its header. */
function tags(
  flow: PdfFlow,
  table: StructureElement,
  cells: Row,
  scope: 'Column' | 'Row',
): readonly StructureElement[] {
  const element = flow.element('TR', table);
  return cells.map(({ isHeader }) =>
    isHeader ? flow.element('TH', element, scope) : flow.element('TD', element),
  );
}

/** Draws a row on one page; only one too high for any page goes on to the next. */
function drawRow(
  flow: PdfFlow,
  cells: Row,
  elements: readonly StructureElement[],
  header: Row,
): void {
  const total = lineCount(cells);
  if (heightOf(total) > flow.room && heightOf(total) <= freshRoom(header)) turnPage(flow, header);
  for (let done = 0; done < total;) {
    if (heightOf(1) > flow.room) turnPage(flow, header);
    const fitting = Math.floor((flow.room - 2 * PADDING) / CELL_LINE);
    const count = Math.min(total - done, Math.max(1, fitting));
    drawSlice(flow, cells, { from: done, count }, elements);
    done += count;
  }
}

function turnPage(flow: PdfFlow, header: Row): void {
  flow.newPage();
  if (header.length > 0) drawSlice(flow, header, { from: 0, count: lineCount(header) }, []);
}

function drawSlice(
  flow: PdfFlow,
  cells: Row,
  { from, count }: { readonly from: number; readonly count: number },
  elements: readonly StructureElement[],
): void {
  const height = heightOf(count);
  flow.artifact('Layout', () => {
    for (const cell of cells) drawBox(flow, cell, height);
  });
  cells.forEach((cell, column) => {
    const lines = cell.lines.slice(from, from + count);
    const element = elements[column];
    const draw = (): void => {
      drawCellLines(flow, cell, lines);
    };
    if (element) flow.content(element, draw);
    else flow.artifact('Pagination', draw);
  });
  flow.y += height;
}

function drawBox({ pdf, y }: PdfFlow, { left, width, isHeader }: Cell, height: number): void {
  pdf.lineWidth(0.5).rect(PAGE.margin + left, y, width, height);
  if (isHeader) pdf.fillAndStroke(`#${HEADER_FILL}`, `#${RULE_COLOR}`);
  else pdf.stroke(`#${RULE_COLOR}`);
  pdf.fillColor('black');
}

function drawCellLines(flow: PdfFlow, cell: Cell, lines: readonly Line[]): void {
  const style = cell.isHeader ? STYLES['column-header'] : STYLES.cell;
  const [left, width] = [cell.left + PADDING, cell.width - 2 * PADDING];
  lines.forEach((line, index) => {
    flow.line(
      line,
      { left, width, top: flow.y + PADDING + index * CELL_LINE, align: style.align },
      style,
    );
  });
}

/** 該当なし over the whole width, in the first of the cells an ordinary row would have. */
function drawPlaceholder(flow: PdfFlow, table: TablePiece, element: StructureElement): void {
  const whole = { ...table, widths: [1] };
  const cells = bodyRow(flow, whole, [table.placeholder]);
  drawRow(
    flow,
    cells,
    tags(
      flow,
      element,
      bodyRow(
        flow,
        table,
        table.widths.map(() => ''),
      ),
      'Row',
    ),
    [],
  );
}

function lineCount(cells: Row): number {
  return Math.max(0, ...cells.map(({ lines }) => lines.length));
}

function rowHeight(cells: Row): number {
  return cells.length === 0 ? 0 : heightOf(lineCount(cells));
}

function heightOf(lines: number): number {
  return lines * CELL_LINE + 2 * PADDING;
}

function freshRoom(header: Row): number {
  return PAGE.height - 2 * PAGE.margin - rowHeight(header);
}
