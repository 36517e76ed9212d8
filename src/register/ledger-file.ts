import type { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { csvPieces } from '../shared/documents/csv.js';
import type { SheetCell, SheetColumn } from '../shared/documents/sheet.js';
import { writeXlsx } from '../shared/documents/xlsx.js';
import { DomainError } from '../shared/domain/domain-error.js';
import type { Language, Text } from '../shared/domain/text.js';
import { attachment } from '../shared/http/attachment.js';

/** What a workbook is made of within a few hundred megabytes; a CSV file has no end. */
const LONGEST_WORKBOOK = 20_000;

/** How many lines are in memory at a time. */
const BATCH = 500;

/** A column of a ledger; dates read in the era where the reader is Japanese. */
export interface LedgerColumn<Line> {
  readonly header: Text;
  /** In 半角 characters. */
  readonly width: number;
  readonly kind?: 'date';
  readonly cell: (line: Line, language: Language) => SheetCell;
}

/** A ledger as a file: its name and its columns. */
export interface LedgerForm<Line> {
  readonly name: Text;
  /** The file name for clients that read no Japanese. */
  readonly plainName: string;
  readonly columns: readonly LedgerColumn<Line>[];
}

export type LedgerFileFormat = 'xlsx' | 'csv';

/** The ledger has more lines than a workbook is made for. */
export class LedgerTooLong extends DomainError {
  readonly code = 'register.ledger-too-long';
  readonly kind = 'rule-violated';
  readonly title = { ja: '台帳が長すぎます', en: 'The ledger is too long' };

  constructor() {
    super({
      ja: `Excel ファイルに出力できるのは ${String(LONGEST_WORKBOOK)} 行までです。CSV（format=csv）で出力するか、条件で絞ってください。`,
      en: `A workbook holds ${String(LONGEST_WORKBOOK)} lines at most. Take the CSV file (format=csv) or narrow the filter.`,
    });
  }
}

/** Reads a ledger to its end, each batch in a transaction of its own, so that none waits for a slow client. */
export async function* batchesOf<Line extends { readonly id: string }>(
  read: (afterId: string | undefined, limit: number) => Promise<Line[]>,
): AsyncGenerator<Line[], void> {
  let last: Line | undefined;
  do {
    const lines = await read(last?.id, BATCH);
    yield lines;
    last = lines.length === BATCH ? lines.at(-1) : undefined;
  } while (last !== undefined);
}

/**
 * A whole ledger as a file in one language. A CSV file is sent while it is read.
 * @throws LedgerTooLong where it is more than a workbook is made for
 */
export async function ledgerFile<Line>(
  { name, plainName, columns }: LedgerForm<Line>,
  format: LedgerFileFormat,
  language: Language,
  batches: AsyncIterable<readonly Line[]>,
): Promise<StreamableFile> {
  const header = columns.map((column) => sheetColumn(column, language));
  const rowOf = (line: Line): SheetCell[] => columns.map(({ cell }) => cell(line, language));
  const names = { name: name[language], plainName };
  if (format === 'xlsx') {
    const rows = await held(batches, rowOf);
    const content = await writeXlsx([{ name: name[language], columns: header, rows }]);
    return attachment({ kind: 'xlsx', content, ...names });
  }
  const pieces = csvPieces(header, rowBatches(await begun(batches), rowOf));
  return attachment({ kind: 'csv', content: Readable.from(pieces), ...names });
}

function sheetColumn<Line>(
  { header, width, kind }: LedgerColumn<Line>,
  language: Language,
): SheetColumn {
  const shown = language === 'ja' ? 'era-date' : 'date';
  return { header: header[language], width, ...(kind !== undefined && { kind: shown }) };
}

async function held<Line>(
  batches: AsyncIterable<readonly Line[]>,
  rowOf: (line: Line) => SheetCell[],
): Promise<SheetCell[][]> {
  const rows: SheetCell[][] = [];
  for await (const lines of batches) {
    if (rows.length + lines.length > LONGEST_WORKBOOK) throw new LedgerTooLong();
    rows.push(...lines.map(rowOf));
  }
  return rows;
}

async function* rowBatches<Line>(
  batches: AsyncIterable<readonly Line[]>,
  rowOf: (line: Line) => SheetCell[],
): AsyncGenerator<SheetCell[][], void> {
  for await (const lines of batches) yield lines.map(rowOf);
}

/** Reads the first batch at once, so that what fails there is answered and not a broken file. */
async function begun<T>(batches: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done === true) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}
