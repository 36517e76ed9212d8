/** Languages a document can be written in. */
export const DOCUMENT_LANGUAGES = ['ja', 'en'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** A name and what stands beside it: 所在地 and an address, 委託者（甲） and a town. */
export interface Entry {
  readonly term: string;
  readonly description: string;
}

/** A heading below the title; level 1 is the highest. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** 号: items numbered (1), (2), ... or, when their order says nothing, bulleted. */
export interface List {
  readonly kind: 'list';
  readonly marker: 'number' | 'bullet';
  readonly items: readonly string[];
}

/** A ruled table. Every row has one cell for each column; a table without rows says 該当なし. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** `width` is relative to the other columns of the table. */
export interface TableColumn {
  readonly header: string;
  readonly width: number;
}

/** A list of facts, ruled, with the terms in the left column. */
export interface Definitions {
  readonly kind: 'definitions';
  readonly entries: readonly Entry[];
}

/** 条: `label` is its number as written (第１条, Article 1), `caption` what it is about. */
export interface Article {
  readonly kind: 'article';
  readonly label: string;
  readonly caption?: string;
  readonly paragraphs: readonly ArticleParagraph[];
}

/** 項: the writers number it. `details` follow the text. */
export interface ArticleParagraph {
  readonly text: string;
  readonly details?: readonly (List | Table)[];
}

/** 記名押印欄: the block at the end in which the parties sign, kept on one page. */
export interface SignatureBlock {
  readonly kind: 'signatures';
  readonly date?: string;
  readonly signatories: readonly Signatory[];
}

export interface Signatory {
  readonly role: string;
  readonly fields: readonly Entry[];
}

export interface PageBreak {
  readonly kind: 'page-break';
}

export type Block =
  Heading | Paragraph | List | Table | Definitions | Article | SignatureBlock | PageBreak;

/**
 * A document as an official would describe it, before any file format. All text is ready to be
 * read: dates are already written out and labels already in `language`. A line feed in a text is
 * kept as a line break.
 */
export interface Document {
  readonly language: DocumentLanguage;
  readonly title: string;
  readonly subtitle?: string;
  /** 文書番号, at the upper right. */
  readonly reference?: string;
  /** 日付, below the reference. */
  readonly date?: string;
  readonly parties?: readonly Entry[];
  readonly blocks: readonly Block[];
  /** A line at the foot of every page, above the page number. */
  readonly footer?: string;
}
