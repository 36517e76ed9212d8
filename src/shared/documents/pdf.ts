import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Document } from './document.js';
import { layOut } from './layout.js';
import { PdfFlow } from './pdf-flow.js';
import type { Piece } from './pieces.js';
import { drawTable, tableStartHeight } from './pdf-table.js';
import { drawList, drawText, textHeight } from './pdf-text.js';
import { LINE_HEIGHT, PAGE, STYLES } from './text-styles.js';

/** The same document is the same file whenever it is written, so the file names no real moment. */
const CREATION_DATE = new Date(Date.UTC(2000, 0, 1));
const FOOTER_TOP = PAGE.height - 51;

/**
 * The document as a tagged PDF 1.7 on A4 with the fonts embedded as subsets. The same document
 * gives the same bytes. Characters the fonts lack are printed as 〓.
 */
export async function writePdf(document: Document): Promise<Buffer> {
  const { pdf } = composed(document);
  pdf.end();
  return buffer(pdf);
}

/**
 * The first of several documents that fits on so many pages, each shorter than the one before; the last where none does.
 */
export async function writePdfWithin(
  pages: number,
  documents: readonly [Document, ...Document[]],
): Promise<Buffer> {
  const [document, ...shorter] = documents;
  const { pdf, pageCount } = composed(document);
  const [next, ...others] = shorter;
  if (pageCount > pages && next !== undefined) return writePdfWithin(pages, [next, ...others]);
  pdf.end();
  return buffer(pdf);
}

/** Everything is drawn; nothing is written yet. */
function composed(document: Document): {
  readonly pdf: PDFKit.PDFDocument;
  readonly pageCount: number;
} {
  const { language, title, footer, pieces } = layOut(document);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: PAGE.margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    info: { Title: title, CreationDate: CREATION_DATE },
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const flow = new PdfFlow(pdf, root);
  pieces.forEach((piece, index) => {
    if (startHeight(flow, pieces, index) > flow.room && !flow.isAtTop) flow.newPage();
    drawPiece(flow, piece);
  });
  drawFooters(flow, footer);
  return { pdf, pageCount: pdf.bufferedPageRange().count };
}

/** What of the pieces from `index` on must stand together on one page: a heading and what it heads. */
function startHeight(flow: PdfFlow, pieces: readonly Piece[], index: number): number {
  const piece = pieces[index];
  if (!piece) return 0;
  if (piece.kind !== 'text' || !piece.keepWithNext) return leastHeight(flow, piece);
  return textHeight(flow, piece, 'whole') + startHeight(flow, pieces, index + 1);
}

/** The least of a piece that may stand at the foot of a page. */
function leastHeight(flow: PdfFlow, piece: Piece): number {
  switch (piece.kind) {
    case 'text':
      return textHeight(flow, piece, 'start');
    case 'list':
      return piece.items[0] ? textHeight(flow, piece.items[0], 'start') : 0;
    case 'table':
      return tableStartHeight(flow, piece);
    case 'block':
      return piece.lines.reduce((sum, line) => sum + textHeight(flow, line, 'whole'), 0);
    case 'page-break':
      return 0;
  }
}

function drawPiece(flow: PdfFlow, piece: Piece): void {
  switch (piece.kind) {
    case 'text':
      drawText(flow, piece);
      return;
    case 'list':
      drawList(flow, piece);
      return;
    case 'table':
      drawTable(flow, piece);
      return;
    case 'block':
      for (const line of piece.lines) drawText(flow, line);
      return;
    case 'page-break':
      if (!flow.isAtTop) flow.newPage();
  }
}

/** Only now is the number of pages known. */
function drawFooters(flow: PdfFlow, footer: string): void {
  const { count } = flow.pdf.bufferedPageRange();
  const { size } = STYLES.footer;
  for (let page = 0; page < count; page++) {
    flow.pdf.switchToPage(page);
    flow.artifact('Pagination', () => {
      drawFooterLine(flow, footer, FOOTER_TOP - size * LINE_HEIGHT);
      drawFooterLine(flow, `${String(page + 1)} / ${String(count)}`, FOOTER_TOP);
    });
  }
}

function drawFooterLine(flow: PdfFlow, text: string, top: number): void {
  const [line] = flow.lines(text, flow.width, STYLES.footer);
  if (line) flow.line(line, { left: 0, top, width: flow.width, align: 'center' }, STYLES.footer);
}
