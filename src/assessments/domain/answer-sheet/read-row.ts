import type { Text } from '../../../shared/domain/text.js';
import { isWellFormedText } from '../../../shared/domain/well-formed-text.js';
import type { GivenAnswer } from '../answer-input.js';
import type { Answer } from '../judgement.js';
import { dayInCell } from './day-in-cell.js';
import { evidenceInCells } from './evidence-in-cells.js';
import { entriesOf, type Entries, type ReadingAids, type StandingAnswer } from './sheet-basis.js';
import * as said from './sheet-texts.js';
import { answerOfWord, type EntryColumn } from './sheet-words.js';

const LONGEST_REASON = 10_000;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What is wrong in a column of a row. */
export interface RowFault {
  readonly column: EntryColumn;
  readonly detail: Text;
}

/** A row as it was understood. */
export type RowReading =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'answered'; readonly given: GivenAnswer }
  | { readonly kind: 'wrong'; readonly faults: readonly RowFault[] };

const UNCHANGED: RowReading = { kind: 'unchanged' };

/**
 * Reads what a row answers. An empty row changes nothing, and neither does one that still shows the answer that stands;
 * what is left as it was shown is kept as it was given.
 */
export function readRow(
  criterionId: string,
  entries: Entries,
  standing: StandingAnswer | undefined,
  aids: ReadingAids,
): RowReading {
  if (Object.values(entries).every((entry) => entry === null)) return UNCHANGED;
  const row = new Row(entries, standing, aids);
  const given = row.read(criterionId);
  if (given === undefined) return { kind: 'wrong', faults: row.faults };
  return row.isChanged ? { kind: 'answered', given } : UNCHANGED;
}

class Row {
  readonly faults: RowFault[] = [];
  isChanged = false;
  private readonly shown: ReturnType<typeof entriesOf>;

  constructor(
    private readonly entries: Entries,
    private readonly standing: StandingAnswer | undefined,
    private readonly aids: ReadingAids,
  ) {
    this.shown = entriesOf(standing);
  }

  read(criterionId: string): GivenAnswer | undefined {
    const answer = this.answer();
    const reason = this.reason();
    const evidence = this.evidence();
    const validUntil = this.validUntil();
    if (answer === undefined || this.faults.length > 0) return undefined;
    return {
      ...{ criterionId, answer },
      ...(reason !== null && { reason }),
      ...(evidence.length > 0 && { evidence }),
      ...(validUntil !== null && { validUntil }),
    };
  }

  private answer(): Answer | undefined {
    const { answer: cell } = this.entries;
    const answer = cell === null ? undefined : answerOfWord(cell);
    if (answer === undefined) {
      this.wrong('answer', cell === null ? said.ANSWER_MISSING : said.UNKNOWN_ANSWER);
      return undefined;
    }
    if (answer !== this.standing?.answer) this.isChanged = true;
    return answer;
  }

  private reason(): string | null {
    if (this.isAsShown('reason')) return this.standing?.reason ?? null;
    const { reason } = this.entries;
    if (reason === null) return null;
    if (reason.length > LONGEST_REASON) this.wrong('reason', said.REASON_TOO_LONG);
    if (!VISIBLE.test(reason) || !isWellFormedText(reason)) this.wrong('reason', said.NO_TEXT);
    return reason;
  }

  private evidence(): NonNullable<GivenAnswer['evidence']> {
    const known = this.standing?.evidence ?? [];
    const isShown = this.isAsShown('title');
    if (this.isAsShown('place') && isShown) return known;
    const reading = evidenceInCells(this.entries, known, this.aids.isAddress);
    if ('evidence' in reading) return reading.evidence;
    this.wrong(reading.column, reading.detail);
    return [];
  }

  private validUntil(): string | null {
    const { validUntil: cell } = this.entries;
    const day = cell === null ? null : dayInCell(cell);
    if (day === undefined) {
      this.wrong('validUntil', said.NO_DAY);
      return null;
    }
    const stood = this.standing?.validUntil ?? null;
    if (day !== stood) this.isChanged = true;
    return day;
  }

  private isAsShown(column: 'reason' | 'title' | 'place'): boolean {
    const shown = this.shown[column];
    const isSame = (shown === null ? null : this.aids.carried(shown)) === this.entries[column];
    if (!isSame) this.isChanged = true;
    return isSame;
  }

  private wrong(column: EntryColumn, detail: Text): void {
    this.faults.push({ column, detail });
  }
}
