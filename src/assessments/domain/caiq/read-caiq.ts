import type { Caiq, CaiqEdition } from '../../../policies/index.js';
import type { Text } from '../../../shared/domain/text.js';
import type { SheetAsRead, SheetFault } from '../answer-sheet/sheet-basis.js';
import { cellName, wordKey } from '../answer-sheet/sheet-words.js';
import * as said from './caiq-texts.js';
import { findQuestions, type CaiqColumn, type QuestionTable } from './find-questions.js';

export const CAIQ_WORDS = ['yes', 'no', 'na'] as const;
export type CaiqWord = (typeof CAIQ_WORDS)[number];

/** What a provider says to a question. */
export interface CaiqAnswer {
  /** As the file has it. */
  readonly id: string;
  /** In the latest edition; null where that has no such question. */
  readonly question: string | null;
  readonly answer: CaiqWord;
  /** Who is responsible (SSRM), as the file says it. */
  readonly ownership: string | null;
  /** What the provider and the customer do, in the words of the provider. */
  readonly description: string | null;
  readonly cell: string;
}

/** A CAIQ as it was read. */
export interface CaiqReading {
  readonly edition: CaiqEdition | null;
  readonly answers: readonly CaiqAnswer[];
  /** Questions without an answer. */
  readonly unanswered: readonly string[];
  /** Questions that do not apply, nobody says why: they count as unanswered. */
  readonly naWithoutReason: readonly { readonly id: string; readonly cell: string }[];
  readonly faults: readonly SheetFault[];
}

const ID = /^[A-Z&]{2,4}-\d{2}\.\d{1,2}$/;
const WORDS: Readonly<Record<CaiqWord, readonly string[]>> = {
  yes: ['yes', 'はい'],
  no: ['no', 'いいえ'],
  na: ['na', 'n/a', 'not applicable', '該当なし'],
};

/** Reads a CAIQ that a provider filled in, by the ids of its questions. */
export function readCaiq(sheets: readonly SheetAsRead[], caiq: Caiq): CaiqReading {
  const { table, faults } = findQuestions(sheets);
  const none = { edition: null, answers: [], unanswered: [], naWithoutReason: [] };
  if (table === undefined) return { ...none, faults };
  const lines = linesOf(table);
  const edition = editionOf(table, lines, caiq);
  return edition === undefined
    ? { ...none, faults: [{ sheet: table.sheet.name, cell: 'A1', detail: said.NO_EDITION }] }
    : new Reading(table, edition, caiq).read(lines);
}

interface Line {
  readonly at: number;
  readonly id: string;
}

function linesOf({ sheet, header, columns }: QuestionTable): Line[] {
  return sheet.rows.flatMap((row, at) => {
    const id = (row[columns.id] ?? '').normalize('NFKC').trim().toUpperCase();
    return at > header && ID.test(id) ? [{ at, id }] : [];
  });
}

/** As the file says above its header or in the name of the sheet; else the one edition that knows every id. */
function editionOf(
  { sheet, header }: QuestionTable,
  lines: readonly Line[],
  { editions }: Caiq,
): CaiqEdition | undefined {
  const above = sheet.rows.slice(0, header).flat();
  const [, told] = /v\s?(4\.[01])/i.exec([sheet.name, ...above].join(' ')) ?? [];
  if (told !== undefined) return told === '4.0' ? '4.0.3' : '4.1.0';
  const fitting = (['4.0.3', '4.1.0'] as const).filter((edition) =>
    lines.every(({ id }) => editions[edition].has(id)),
  );
  return fitting.length === 1 && lines.length > 0 ? fitting[0] : undefined;
}

class Reading {
  private readonly faults: SheetFault[] = [];
  private readonly answers: CaiqAnswer[] = [];
  private readonly unanswered: string[] = [];
  private readonly naWithoutReason: { id: string; cell: string }[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly table: QuestionTable,
    private readonly edition: CaiqEdition,
    private readonly caiq: Caiq,
  ) {}

  read(lines: readonly Line[]): CaiqReading {
    for (const line of lines) this.line(line);
    this.strayAnswers(new Set(lines.map(({ at }) => at)));
    const { edition, answers, unanswered, naWithoutReason, faults } = this;
    return { edition, answers, unanswered, naWithoutReason, faults };
  }

  private line({ at, id }: Line): void {
    if (!this.caiq.editions[this.edition].has(id)) {
      this.note(at, 'id', said.notOfEdition(this.edition));
      return;
    }
    if (this.seen.has(id)) this.note(at, 'id', said.QUESTION_TWICE);
    this.seen.add(id);
    const word = this.cell(at, 'answer');
    const answer = word === null ? null : answerOf(word);
    if (answer === undefined) this.note(at, 'answer', said.UNKNOWN_WORD);
    else this.keep({ at, id }, answer);
  }

  private keep({ at, id }: Line, answer: CaiqWord | null): void {
    const cell = cellName(at, this.table.columns.answer);
    const description = this.description(at);
    if (answer === null) this.unanswered.push(id);
    else if (answer === 'na' && description === null) this.naWithoutReason.push({ id, cell });
    else {
      const question = this.edition === '4.1.0' ? id : (this.caiq.renumbered.get(id) ?? null);
      const ownership = this.cell(at, 'ownership');
      this.answers.push({ id, question, answer, ownership, description, cell });
    }
  }

  private description(at: number): string | null {
    const parts = [this.cell(at, 'description'), this.cell(at, 'responsibilities')];
    return parts.filter((part) => part !== null).join('\n') || null;
  }

  /** An answer beside an id that was spoiled would be lost in silence. */
  private strayAnswers(known: ReadonlySet<number>): void {
    for (const [at] of this.table.sheet.rows.entries()) {
      if (at <= this.table.header || known.has(at)) continue;
      const word = this.cell(at, 'answer');
      if (word !== null && answerOf(word) !== undefined) this.note(at, 'id', said.NO_ID);
    }
  }

  private cell(at: number, column: CaiqColumn): string | null {
    const index = this.table.columns[column];
    return index === undefined ? null : (this.table.sheet.rows[at]?.[index] ?? null);
  }

  private note(at: number, column: 'id' | 'answer', detail: Text): void {
    const { sheet, columns } = this.table;
    this.faults.push({ sheet: sheet.name, cell: cellName(at, columns[column]), detail });
  }
}

function answerOf(word: string): CaiqWord | undefined {
  const key = wordKey(word);
  return CAIQ_WORDS.find((answer) => WORDS[answer].includes(key));
}
