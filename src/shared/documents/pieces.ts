import type { TextStyleName } from './text-styles.js';

/** One run of text in one style, with its number or term standing to the left of it. */
export interface TextPiece {
  readonly kind: 'text';
  readonly style: TextStyleName;
  readonly text: string;
  readonly marker?: string;
  /** The rank of a heading: the title is 1. */
  readonly level?: number;
  /** Not left at the foot of a page without the piece that follows. */
  readonly keepWithNext?: true;
}

export interface ListPiece {
  readonly kind: 'list';
  readonly items: readonly TextPiece[];
}

/** A table with headers above (`header` not empty) or at the left (`header` empty). */
export interface TablePiece {
  readonly kind: 'table';
  readonly nested: boolean;
  /** Shares of the width, adding up to 1. */
  readonly widths: readonly number[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a table without rows says. */
  readonly placeholder: string;
}

/** Lines that stand on one page. */
export interface BlockPiece {
  readonly kind: 'block';
  readonly lines: readonly TextPiece[];
}

export interface PageBreakPiece {
  readonly kind: 'page-break';
}

export type Piece = TextPiece | ListPiece | TablePiece | BlockPiece | PageBreakPiece;
