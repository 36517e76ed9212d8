/** The first thing wrong with an export. Rows are numbered from 0, lines from 1. */
export interface TrailFault {
  /**
   * `recomputed`: one of the rows from `index` to `last` was changed together with its hash.
   * `checkpoint`: the line is no checkpoint that was signed so. `key`: another key signed than was trusted.
   * `cut`: that rows before were cut off is told otherwise than it was sealed.
   */
  readonly kind:
    'altered' | 'missing' | 'inserted' | 'reordered' | 'recomputed' | 'checkpoint' | 'key' | 'cut';
  readonly line: number;
  readonly index?: number;
  readonly id?: string;
  readonly last?: number;
}
