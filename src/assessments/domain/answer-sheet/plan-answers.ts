import type { Text } from '../../../shared/domain/text.js';
import { answerFaults } from '../answer-input.js';
import { findAnswers, type AnswerTable } from './find-answers.js';
import { readRow } from './read-row.js';
import type {
  Entries,
  ReadingAids,
  SheetAsRead,
  SheetBasis,
  SheetChange,
  SheetCriterion,
  SheetFault,
  SheetPlan,
} from './sheet-basis.js';
import * as said from './sheet-texts.js';
import { cellName, ENTRY_COLUMNS, wordKey, type SheetColumn } from './sheet-words.js';

/** What a workbook with answers changes. With any fault it changes nothing. */
export function planAnswers(
  sheets: readonly SheetAsRead[],
  basis: SheetBasis,
  aids: ReadingAids,
): SheetPlan {
  const { table, faults } = findAnswers(sheets, basis.identification);
  const reading = table === undefined ? undefined : new TableReading(basis, aids, table);
  const changes = reading?.changes() ?? [];
  const wrong = [...faults, ...(reading?.faults ?? [])];
  const answered = new Set([
    ...basis.answers.keys(),
    ...changes.map(({ given }) => given.criterionId),
  ]);
  const asked = basis.criteria.filter(({ isAsked }) => isAsked);
  return {
    changes: wrong.length > 0 ? [] : changes,
    unanswered: asked.map(({ criterionId }) => criterionId).filter((id) => !answered.has(id)),
    faults: wrong,
  };
}

/** Reads the rows of a table one after the other and notes what is wrong with them. */
class TableReading {
  readonly faults: SheetFault[] = [];
  private readonly criteria: ReadonlyMap<string, SheetCriterion>;
  private readonly seen = new Set<string>();

  constructor(
    private readonly basis: SheetBasis,
    private readonly aids: ReadingAids,
    private readonly table: AnswerTable,
  ) {
    this.criteria = new Map(basis.criteria.map((each) => [wordKey(each.criterionId), each]));
  }

  changes(): SheetChange[] {
    const { sheet, header } = this.table;
    const rows = sheet.rows.map((_, at) => at).slice(header + 1);
    const changes = rows.flatMap((at) => this.change(at));
    const answers = changes.map(({ given }) => given);
    const asked = new Set(answers.map(({ criterionId }) => criterionId));
    for (const { pointer, detail } of answerFaults(answers, asked, this.aids.today)) {
      const [, , index = '', member] = pointer.split('/');
      this.note((changes[Number(index)]?.row ?? 1) - 1, columnOf(member), detail);
    }
    return changes;
  }

  private change(at: number): SheetChange[] {
    const criterion = this.criterionAt(at);
    if (criterion === null) return [];
    const { criterionId, isAsked } = criterion;
    const standing = this.basis.answers.get(criterionId);
    const reading = readRow(criterionId, this.entriesAt(at), standing, this.aids);
    if (reading.kind === 'unchanged') return [];
    if (!isAsked) {
      this.note(at, 'answer', said.NOT_ASKED_NOW);
      return [];
    }
    if (reading.kind === 'answered') {
      return [{ row: at + 1, given: reading.given, before: standing ?? null }];
    }
    for (const { column, detail } of reading.faults) this.note(at, column, detail);
    return [];
  }

  private criterionAt(at: number): SheetCriterion | null {
    const id = this.cell(at, 'criterionId');
    if (id === null) {
      const isFilled = Object.values(this.entriesAt(at)).some((entry) => entry !== null);
      if (isFilled) this.note(at, 'criterionId', said.KEY_MISSING);
      return null;
    }
    const criterion = this.criteria.get(wordKey(id));
    if (criterion === undefined) return this.note(at, 'criterionId', said.UNKNOWN_KEY);
    if (this.seen.has(criterion.criterionId)) return this.note(at, 'criterionId', said.KEY_TWICE);
    this.seen.add(criterion.criterionId);
    if (!this.asks(at, criterion)) return this.note(at, 'question', said.OTHER_QUESTION);
    return criterion;
  }

  /** A question that somebody emptied says nothing of the row. */
  private asks(at: number, { question }: SheetCriterion): boolean {
    const shown = this.cell(at, 'question');
    return (
      shown === null || [question.ja, question.en].some((text) => wordKey(text) === wordKey(shown))
    );
  }

  private entriesAt(at: number): Entries {
    const cells = ENTRY_COLUMNS.map((column) => [column, this.cell(at, column)] as const);
    return Object.fromEntries(cells) as Entries;
  }

  private cell(at: number, column: SheetColumn): string | null {
    const { sheet, columns } = this.table;
    return sheet.rows[at]?.[columns[column]] ?? null;
  }

  /** Gives nothing, so that what is wrong can be noted where something is looked for. */
  private note(at: number, column: SheetColumn, detail: Text): null {
    const { sheet, columns } = this.table;
    this.faults.push({ sheet: sheet.name, cell: cellName(at, columns[column]), detail });
    return null;
  }
}

/** The column of a member of an answer. */
function columnOf(member: string | undefined): SheetColumn {
  if (member === 'reason' || member === 'validUntil') return member;
  return member === 'evidence' ? 'place' : 'answer';
}
