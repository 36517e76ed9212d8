/** The kinds of text line a document is set in. */
export const TEXT_STYLES = [
  'reference',
  'title',
  'subtitle',
  'heading-1',
  'heading-2',
  'heading-3',
  'article',
  'paragraph',
  'clause',
  'item',
  'signing-date',
  'signatory',
  'signature-field',
  'cell',
  'column-header',
  'footer',
] as const;
export type TextStyleName = (typeof TEXT_STYLES)[number];

/** `size`, `before` and `after` are points; `left` and `hanging` are widths of one 全角 character. */
export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'start' | 'center' | 'end' | 'justify';
  /** Where the text stands, from the left margin. */
  readonly left: number;
  /** How far to the left of the text its marker stands. */
  readonly hanging: number;
  readonly before: number;
  readonly after: number;
}

/** Line height as a multiple of the size; kanji need more air than the font's own 1.45. */
export const LINE_HEIGHT = 1.65;

/** 10.5 points, the customary size of Japanese official documents. */
export const BODY_SIZE = 10.5;

const BODY: TextStyle = {
  size: BODY_SIZE,
  bold: false,
  align: 'justify',
  left: 0,
  hanging: 0,
  before: 0,
  after: 3,
};
const LABEL: TextStyle = { ...BODY, bold: true, align: 'start' };
const CELL: TextStyle = { ...BODY, size: 9.5, align: 'start', after: 0 };
const SIGNATURE: TextStyle = { ...BODY, align: 'start' };

export const STYLES: Readonly<Record<TextStyleName, TextStyle>> = {
  reference: { ...BODY, align: 'end', after: 0 },
  title: { ...LABEL, size: 16, align: 'center', before: 12, after: 10 },
  subtitle: { ...LABEL, size: 12, bold: false, align: 'center', after: 10 },
  'heading-1': { ...LABEL, size: 13, before: 16, after: 4 },
  'heading-2': { ...LABEL, size: 11.5, before: 12, after: 3 },
  'heading-3': { ...LABEL, before: 10, after: 2 },
  article: { ...LABEL, before: 10, after: 2 },
  paragraph: BODY,
  clause: { ...BODY, left: 2, hanging: 2 },
  item: { ...BODY, left: 4.5, hanging: 2.5, after: 1 },
  'signing-date': { ...SIGNATURE, before: 24 },
  signatory: { ...SIGNATURE, left: 14, before: 12 },
  'signature-field': { ...SIGNATURE, left: 22, hanging: 7 },
  cell: CELL,
  'column-header': { ...CELL, bold: true },
  footer: { ...CELL, size: 9, align: 'center' },
};

/** Where the tables inside an article stand, under the text of its paragraphs; 全角 characters. */
export const NESTED_TABLE_INDENT = STYLES.clause.left;

/** A4 with margins of 25 mm, in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 70.87 } as const;

export const RULE_COLOR = '808080';
export const HEADER_FILL = 'EEF1F5';
/** What is to be filled in. */
export const ENTRY_FILL = 'FFFBE6';
export const ENTRY_BORDER = 'C9CDD3';
