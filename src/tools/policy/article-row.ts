import type { Text } from '../../policies/index.js';
import { type CellFault, type Grid, itemsOf, textOf } from './article-cells.js';
import { COLUMNS, type ColumnId, headingOf } from './article-columns.js';
import type { TableHeader } from './article-header.js';

/** One row of an article table by its columns. What is wrong with it is collected. */
export class ArticleRow {
  readonly faults: CellFault[] = [];
  private readonly texts = new Map<ColumnId, string>();
  /** Cells that cannot be read, which are not empty either. */
  private readonly unreadable = new Set<ColumnId>();

  constructor(
    grid: Grid,
    private readonly header: TableHeader,
    readonly index: number,
  ) {
    for (const { id } of COLUMNS) {
      const column = header.columns.get(id);
      const text = column === undefined ? '' : textOf(grid[index]?.[column] ?? null);
      if (typeof text === 'string') this.texts.set(id, text);
      else {
        this.unreadable.add(id);
        this.refuse(id, text);
      }
    }
  }

  isFilled(id: ColumnId): boolean {
    return this.unreadable.has(id) || this.text(id) !== '';
  }

  /** The text of a cell, empty for an empty one. */
  text(id: ColumnId): string {
    return this.texts.get(id) ?? '';
  }

  /** The text of a cell that must be filled. */
  required(id: ColumnId): string {
    if (!this.isFilled(id)) this.refuse(id, missing(id));
    return this.text(id);
  }

  items(id: ColumnId): readonly string[] {
    return itemsOf(this.text(id));
  }

  /** A text in both languages that must be filled. */
  both(ja: ColumnId, en: ColumnId): Text {
    return { ja: this.required(ja), en: this.required(en) };
  }

  /** The value a cell names by itself or by its word; undefined for an empty cell. */
  choice<Value extends string>(
    id: ColumnId,
    words: Readonly<Record<Value, Text>>,
  ): Value | undefined {
    const given = folded(this.text(id));
    if (given === '') return undefined;
    const known = Object.entries(words) as [Value, Text][];
    const found = known.find(([value, { ja, en }]) =>
      [value, ja, en].some((name) => folded(name) === given),
    );
    if (found === undefined) this.refuse(id, notAmong(this.text(id), known));
    return found?.[0];
  }

  /** Names what is wrong at a cell, or at the key where the table lacks the column. */
  refuse(id: ColumnId, reason: Text): void {
    const column = this.header.columns.get(id) ?? this.header.columns.get('key') ?? 0;
    this.faults.push({ row: this.index, column, reason });
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function missing(id: ColumnId): Text {
  const { ja, en } = headingOf(id);
  return { ja: `「${ja}」が空です。`, en: `"${en}" is empty` };
}

function notAmong(given: string, known: readonly (readonly [string, Text])[]): Text {
  return {
    ja: `「${given}」は使えません。使える値：${known.map(([value, { ja }]) => `${value}（${ja}）`).join('、')}`,
    en: `unknown value "${given}"; it must be one of: ${known.map(([value]) => value).join(', ')}`,
  };
}
