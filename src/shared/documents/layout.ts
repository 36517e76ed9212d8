import type { Article, Block, Definitions, Document, DocumentLanguage } from './document.js';
import type { Entry, Heading, List, Signatory, SignatureBlock, Table } from './document.js';
import { printableText } from './printable-text.js';
import type { BlockPiece, ListPiece, Piece, TablePiece, TextPiece } from './pieces.js';
import type { TextStyleName } from './text-styles.js';

/** A document as a flat run of pieces with all numbers and brackets in place, for every writer alike. */
export interface Layout {
  readonly language: DocumentLanguage;
  /** The title on one line, for the properties of the file. */
  readonly title: string;
  readonly footer: string;
  readonly pieces: readonly Piece[];
}

export function layOut(document: Document): Layout {
  const clean = printable(document);
  return {
    language: clean.language,
    title: clean.title.replaceAll('\n', ' '),
    footer: clean.footer ?? '',
    pieces: [...letterhead(clean), ...body(clean)],
  };
}

function printable<T>(value: T): T {
  if (typeof value === 'string') return printableText(value) as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, printable(part)]),
  ) as T;
}

function letterhead({ reference, date, title, subtitle, parties }: Document): readonly Piece[] {
  return [
    ...optionalText('reference', reference),
    ...optionalText('reference', date),
    { kind: 'text', style: 'title', text: title, level: 1, keepWithNext: true },
    ...optionalText('subtitle', subtitle),
    ...(parties?.length ? [factTable(parties)] : []),
  ];
}

function optionalText(style: TextStyleName, text: string | undefined): readonly TextPiece[] {
  return text ? [{ kind: 'text', style, text }] : [];
}

function body({ blocks, language }: Document): readonly Piece[] {
  let level = 1;
  return blocks.flatMap((block): readonly Piece[] => {
    if (block.kind !== 'heading') return piecesOf(block, language, level);
    level = block.level + 1;
    const style = HEADING_STYLES[block.level];
    return [{ kind: 'text', style, text: block.text, level, keepWithNext: true }];
  });
}

const HEADING_STYLES = { 1: 'heading-1', 2: 'heading-2', 3: 'heading-3' } as const;

/** `level` is that of the heading the block stands below. */
function piecesOf(
  block: Exclude<Block, Heading>,
  language: DocumentLanguage,
  level: number,
): readonly Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'text', style: 'paragraph', text: block.text }];
    case 'article':
      return articlePieces(block, language, level + 1);
    case 'list':
      return [listPiece(block, language)];
    case 'table':
      return [tablePiece(block, language, false)];
    case 'definitions':
      return definitionPieces(block);
    case 'signatures':
      return [signaturePiece(block)];
    case 'page-break':
      return [block];
  }
}

function articlePieces(
  article: Article,
  language: DocumentLanguage,
  level: number,
): readonly Piece[] {
  const count = article.paragraphs.length;
  return [
    {
      kind: 'text',
      style: 'article',
      text: articleHeading(article, language),
      level,
      keepWithNext: true,
    },
    ...article.paragraphs.flatMap((paragraph, index): readonly Piece[] => [
      {
        kind: 'text',
        style: 'clause',
        text: paragraph.text,
        ...paragraphMarker(index, count, language),
        ...(paragraph.details?.length ? { keepWithNext: true } : {}),
      },
      ...(paragraph.details ?? []).map((detail) =>
        detail.kind === 'list' ? listPiece(detail, language) : tablePiece(detail, language, true),
      ),
    ]),
  ];
}

function articleHeading({ label, caption }: Article, language: DocumentLanguage): string {
  if (!caption) return label;
  return language === 'ja' ? `${label}（${caption}）` : `${label} (${caption})`;
}

/** Japanese contracts leave the first 項 without a number; English ones number all or none. */
function paragraphMarker(
  index: number,
  count: number,
  language: DocumentLanguage,
): { marker?: string } {
  if (language === 'ja') return index === 0 ? {} : { marker: fullWidthNumber(index + 1) };
  return count === 1 ? {} : { marker: `${String(index + 1)}.` };
}

function fullWidthNumber(value: number): string {
  return String(value).replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
}

function listPiece({ items, marker }: List, language: DocumentLanguage): ListPiece {
  const bullet = language === 'ja' ? '・' : '•';
  return {
    kind: 'list',
    items: items.map((text, index) => ({
      kind: 'text',
      style: 'item',
      text,
      marker: marker === 'number' ? `(${String(index + 1)})` : bullet,
    })),
  };
}

function tablePiece(
  { columns, rows }: Table,
  language: DocumentLanguage,
  nested: boolean,
): TablePiece {
  if (rows.some((row) => row.length !== columns.length)) {
    throw new RangeError('Every row of a table has one cell for each column');
  }
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    kind: 'table',
    nested,
    widths: columns.map(({ width }) => width / total),
    header: columns.map(({ header }) => header),
    rows,
    placeholder: language === 'ja' ? '該当なし' : 'None',
  };
}

function definitionPieces({ entries }: Definitions): readonly Piece[] {
  return entries.length === 0 ? [] : [factTable(entries)];
}

function factTable(entries: readonly Entry[]): TablePiece {
  return {
    kind: 'table',
    nested: false,
    widths: [0.28, 0.72],
    header: [],
    rows: entries.map(({ term, description }) => [term, description]),
    placeholder: '',
  };
}

function signaturePiece({ date, signatories }: SignatureBlock): BlockPiece {
  const lines = [...optionalText('signing-date', date), ...signatories.flatMap(signatoryLines)];
  return { kind: 'block', lines };
}

function signatoryLines({ role, fields }: Signatory): readonly TextPiece[] {
  return [
    { kind: 'text', style: 'signatory', text: role },
    ...fields.map(({ term, description }): TextPiece => ({
      kind: 'text',
      style: 'signature-field',
      text: description,
      marker: term,
    })),
  ];
}
