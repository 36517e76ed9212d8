import type { Text } from '../../../shared/domain/text.js';
import type { Evidence, GivenAnswer } from '../answer-input.js';
import type { Answer } from '../judgement.js';
import { evidenceCells } from './evidence-in-cells.js';
import type { Identification } from './identification.js';
import type { EntryColumn } from './sheet-words.js';

/** A criterion as the sheet shows it. */
export interface SheetCriterion {
  readonly criterionId: string;
  readonly topic: Text;
  readonly question: Text;
  readonly evidence: Text;
  readonly evidenceRequired: boolean;
  readonly knockOut: boolean;
  /** Whether it is answered in this round. */
  readonly isAsked: boolean;
}

/** An answer that stands. */
export interface StandingAnswer {
  readonly answer: Answer;
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
  readonly validUntil: string | null;
}

/** What a sheet is made of, and read against. */
export interface SheetBasis {
  readonly identification: Identification;
  /** In the order of the checklist: what the vendor answers. */
  readonly criteria: readonly SheetCriterion[];
  readonly answers: ReadonlyMap<string, StandingAnswer>;
}

/** What else reading needs to know. */
export interface ReadingAids {
  readonly today: string;
  /** Whether a text is an address of evidence. */
  readonly isAddress: (text: string) => boolean;
  /** What comes back of a text that went out in a cell. */
  readonly carried: (text: string) => string | null;
}

/** A sheet as it was read, its rows and columns from the first. */
export interface SheetAsRead {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly (string | null)[])[];
  readonly formulas: readonly string[];
  readonly merged: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
}

/** What is wrong in a cell. */
export interface SheetFault {
  readonly sheet: string;
  readonly cell: string;
  readonly detail: Text;
}

/** An answer that the sheet changes. */
export interface SheetChange {
  /** The number of its row. */
  readonly row: number;
  readonly given: GivenAnswer;
  readonly before: StandingAnswer | null;
}

/** What a sheet changes, and what holds it up. */
export interface SheetPlan {
  readonly changes: readonly SheetChange[];
  /** Criteria asked that have no answer then. */
  readonly unanswered: readonly string[];
  readonly faults: readonly SheetFault[];
}

/** The entries of a row; null where a cell is empty. */
export type Entries = Readonly<Record<EntryColumn, string | null>>;

/** An answer as its row shows it, but for the answer itself, which is a word of a language. */
export function entriesOf(
  standing: StandingAnswer | undefined,
): Readonly<Record<Exclude<EntryColumn, 'answer'>, string | null>> {
  if (standing === undefined) return { reason: null, title: null, place: null, validUntil: null };
  const { reason, evidence, validUntil } = standing;
  return { reason, ...evidenceCells(evidence), validUntil };
}
