import { drawableText } from './fonts.js';
import type { ListPiece, TextPiece } from './pieces.js';
import type { Line, PdfFlow, StructureElement } from './pdf-flow.js';
import { BODY_SIZE, LINE_HEIGHT, STYLES } from './text-styles.js';

/** No paragraph leaves fewer lines than this alone at the foot or the head of a page. */
const LINES_TOGETHER = 2;
/** Points by which sums of heights may miss the room they exactly fill. */
const ROUNDING = 0.01;

/** The elements a text and the number before it belong to. */
interface Tags {
  readonly marker: StructureElement;
  readonly text: StructureElement;
}

export function drawText(flow: PdfFlow, piece: TextPiece): void {
  const element = flow.element(piece.level ? `H${String(piece.level)}` : 'P');
  drawParagraph(flow, piece, { marker: element, text: element });
}

export function drawList(flow: PdfFlow, { items }: ListPiece): void {
  const list = flow.element('L');
  for (const piece of items) {
    const item = flow.element('LI', list);
    drawParagraph(flow, piece, {
      marker: flow.element('Lbl', item),
      text: flow.element('LBody', item),
    });
  }
}

/** The height of the text with the space around it, or of the lines it begins with and the space above. */
export function textHeight(flow: PdfFlow, piece: TextPiece, extent: 'whole' | 'start'): number {
  const { before, after, size } = STYLES[piece.style];
  const lines = linesOf(flow, piece).length;
  if (extent === 'whole') return before + lines * size * LINE_HEIGHT + after;
  return before + startingLines(lines) * size * LINE_HEIGHT;
}

/** The fewest lines a paragraph begins with; one that cannot be parted begins with all it has. */
function startingLines(lines: number): number {
  return lines < 2 * LINES_TOGETHER ? lines : LINES_TOGETHER;
}

function drawParagraph(flow: PdfFlow, piece: TextPiece, tags: Tags): void {
  const style = STYLES[piece.style];
  const lineHeight = style.size * LINE_HEIGHT;
  let rest = linesOf(flow, piece);
  let { marker } = piece;
  if (!flow.isAtTop) flow.y += style.before;
  while (rest.length > 0) {
    if (linesThatFit(flow.room, rest.length, lineHeight) === 0 && !flow.isAtTop) flow.newPage();
    const count = Math.max(1, linesThatFit(flow.room, rest.length, lineHeight));
    if (marker) drawMarker(flow, piece, marker, tags.marker);
    drawLines(flow, piece, rest.slice(0, count), tags.text);
    flow.y += count * lineHeight;
    rest = rest.slice(count);
    marker = undefined;
  }
  flow.y += style.after;
}

/** How many of the lines go on this page; none, if too few would stand alone here or on the next. */
function linesThatFit(room: number, lines: number, lineHeight: number): number {
  const fitting = Math.floor((room + ROUNDING) / lineHeight);
  if (fitting >= lines) return lines;
  const kept = Math.min(fitting, lines - LINES_TOGETHER);
  return kept < LINES_TOGETHER ? 0 : kept;
}

function linesOf(flow: PdfFlow, { style, text }: TextPiece): readonly Line[] {
  return flow.lines(text, flow.width - STYLES[style].left * BODY_SIZE, STYLES[style]);
}

function drawMarker(
  flow: PdfFlow,
  { style }: TextPiece,
  marker: string,
  tag: StructureElement,
): void {
  const { left, hanging } = STYLES[style];
  const place = {
    left: (left - hanging) * BODY_SIZE,
    top: flow.y,
    width: 0,
    align: 'start',
  } as const;
  flow.content(tag, () => {
    flow.line({ text: drawableText(marker), isLast: true }, place, STYLES[style]);
  });
}

function drawLines(
  flow: PdfFlow,
  piece: TextPiece,
  lines: readonly Line[],
  tag: StructureElement,
): void {
  const style = STYLES[piece.style];
  const left = style.left * BODY_SIZE;
  const width = flow.width - left;
  flow.content(tag, () => {
    lines.forEach((line, index) => {
      const top = flow.y + index * style.size * LINE_HEIGHT;
      flow.line(line, { left, top, width, align: style.align }, style);
    });
  });
}
