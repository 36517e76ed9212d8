import { breakLines } from './line-breaking.js';
import { drawableText, fontFile, type FontFace } from './fonts.js';
import { LINE_HEIGHT, PAGE } from './text-styles.js';

/** Ascent and descent of Noto Sans JP together, in ems; pdfkit sets text by the top of this box. */
const GLYPH_BOX = 1.448;
/** Wider gaps than this many ems are left at the end of the line rather than spread over it. */
const LARGEST_SPREAD = 3;

export interface Setting {
  readonly size: number;
  readonly bold: boolean;
}

/** Where a line goes: `left` is measured from the margin, `top` from the upper edge of the page. */
export interface LinePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly align: 'start' | 'center' | 'end' | 'justify';
}

/** A line, and whether its paragraph ends with it. */
export interface Line {
  readonly text: string;
  readonly isLast: boolean;
}

export type StructureElement = PDFKit.PDFStructureElement;

/** A PDF being written from top to bottom: how far down the page it is, and its tags. */
export class PdfFlow {
  y: number = PAGE.margin;
  readonly width = PAGE.width - 2 * PAGE.margin;
  private readonly bottom = PAGE.height - PAGE.margin;

  constructor(
    readonly pdf: PDFKit.PDFDocument,
    readonly root: StructureElement,
  ) {
    for (const face of ['regular', 'bold'] as const) pdf.registerFont(face, fontFile(face));
    pdf.addPage();
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y === PAGE.margin;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = PAGE.margin;
  }

  /** Adds an element to the structure tree, which is what a screen reader reads. */
  element(
    type: string,
    parent: StructureElement = this.root,
    scope?: 'Column' | 'Row',
  ): StructureElement {
    const options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = scope
      ? { scope }
      : {};
    const element = this.pdf.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws something as the content of an element; an element can have content on several pages. */
  content(element: StructureElement, draw: () => void): void {
    const content = this.pdf.markStructureContent('Span');
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** Draws something that is not read out: rules, repeated headers, page numbers. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  lines(text: string, width: number, setting: Setting): readonly Line[] {
    this.use(setting);
    const measure = (part: string): number => this.pdf.widthOfString(part);
    return drawableText(text)
      .split('\n')
      .flatMap((paragraph) => {
        const lines = breakLines(paragraph, width, measure);
        return lines.map((line, index) => ({ text: line, isLast: index === lines.length - 1 }));
      });
  }

  line({ text, isLast }: Line, place: LinePlace, setting: Setting): void {
    if (text === '') return;
    this.use(setting);
    const gap = place.width - this.pdf.widthOfString(text);
    const shift = { start: 0, justify: 0, center: gap / 2, end: gap }[place.align];
    const top = place.top + ((LINE_HEIGHT - GLYPH_BOX) * setting.size) / 2;
    this.pdf.text(text, PAGE.margin + place.left + shift, top, {
      lineBreak: false,
      ...(place.align === 'justify' && !isLast
        ? { characterSpacing: spread(text, gap, setting.size) }
        : {}),
    });
  }

  private use({ size, bold }: Setting): void {
    const face: FontFace = bold ? 'bold' : 'regular';
    this.pdf.font(face).fontSize(size);
  }
}

function spread(text: string, gap: number, size: number): number {
  const gaps = Array.from(text).length - 1;
  return gap > 0 && gap <= LARGEST_SPREAD * size && gaps > 0 ? gap / gaps : 0;
}
