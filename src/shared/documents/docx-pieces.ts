import { BorderStyle, LineRuleType, PageNumber, Paragraph, ShadingType, Tab, Table } from 'docx';
import { TableBorders, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { characters, twips } from './docx-styles.js';
import type { BlockPiece, Piece, TablePiece, TextPiece } from './pieces.js';
import {
  HEADER_FILL,
  NESTED_TABLE_INDENT,
  PAGE,
  RULE_COLOR,
  type TextStyleName,
} from './text-styles.js';

const CELL_PADDING = { left: 80, right: 80, top: 60, bottom: 60 };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: RULE_COLOR };
const RULES = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};

export function docxPiece(piece: Piece): readonly (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'text':
      return [textParagraph(piece)];
    case 'list':
      return piece.items.map(textParagraph);
    case 'table':
      // What a table is kept with stands before the spacer, so the spacer is kept with the table.
      return [spacer({ keepNext: true }), table(piece), spacer()];
    case 'block':
      return [block(piece), spacer()];
    case 'page-break':
      return [spacer({ pageBreakBefore: true })];
  }
}

function textParagraph({ style, text, marker, level, keepWithNext }: TextPiece): Paragraph {
  return new Paragraph({
    style,
    ...(level ? { outlineLevel: level - 1 } : {}),
    ...(keepWithNext ? { keepNext: true, keepLines: true } : {}),
    ...(marker ? {} : { indent: { hanging: 0 } }),
    children: [...(marker ? [new TextRun({ children: [marker, new Tab()] })] : []), ...runs(text)],
  });
}

function runs(text: string): readonly TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Word joins tables that no paragraph parts. */
function spacer(
  options: { readonly pageBreakBefore?: boolean; readonly keepNext?: boolean } = {},
): Paragraph {
  return new Paragraph({
    ...options,
    spacing: { before: 0, after: 0, line: twips(6), lineRule: LineRuleType.EXACT },
  });
}

/** Both Word and LibreOffice keep a row on one page; a long run of lines kept with the next, only Word does. */
function block({ lines }: BlockPiece): Table {
  const width = { size: twips(PAGE.width - 2 * PAGE.margin), type: WidthType.DXA };
  const content = new TableCell({ children: lines.map(textParagraph) });
  return new Table({
    width,
    columnWidths: [width.size],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: [content] })],
  });
}

function table(piece: TablePiece): Table {
  const indent = piece.nested ? characters(NESTED_TABLE_INDENT) : 0;
  const room = twips(PAGE.width - 2 * PAGE.margin) - indent;
  const widths = piece.widths.map((share) => Math.round(share * room));
  return new Table({
    width: { size: room, type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: CELL_PADDING,
    borders: RULES,
    rows: [...(piece.header.length > 0 ? [headerRow(piece.header)] : []), ...bodyRows(piece)],
  });
}

function headerRow(header: readonly string[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: header.map((text) => cell(text, 'column-header')),
  });
}

function bodyRows({ header, rows, widths, placeholder }: TablePiece): readonly TableRow[] {
  if (rows.length === 0)
    return [new TableRow({ children: [cell(placeholder, 'cell', widths.length)] })];
  return rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, column) =>
          cell(text, header.length === 0 && column === 0 ? 'column-header' : 'cell'),
        ),
      }),
  );
}

function cell(text: string, style: TextStyleName, columnSpan = 1): TableCell {
  const fill = { type: ShadingType.CLEAR, color: 'auto', fill: HEADER_FILL };
  return new TableCell({
    columnSpan,
    ...(style === 'column-header' ? { shading: fill } : {}),
    children: [new Paragraph({ style, children: runs(text) })],
  });
}

/** The footer text and, below it, "n / m". */
export function footerParagraphs(text: string): readonly Paragraph[] {
  const number = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return [
    ...(text ? [new Paragraph({ style: 'footer', children: runs(text) })] : []),
    new Paragraph({ style: 'footer', children: [number] }),
  ];
}
