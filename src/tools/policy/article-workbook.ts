import { readFile, stat } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import {
  FACT_WORDS,
  GATE_WORDS,
  OWED_BY_WORDS,
  type Pack,
  PHASE_WORDS,
  PROOF_WORDS,
  type Text,
} from '../../policies/index.js';
import { writeXlsx } from '../../shared/documents/xlsx.js';
import type { Grid } from './article-cells.js';
import { COLUMNS, type ColumnId, headingOf, NOTES } from './article-columns.js';
import { Refused } from './command.js';
import { kindAt } from './pack-folder.js';

const MOST_BYTES = 5 * 1024 * 1024;

/** One sheet of a workbook. */
export interface ReadSheet {
  readonly name: string;
  readonly grid: Grid;
}

/** The sheet of a workbook with a name, or its first. @throws Refused where it cannot be read */
export async function readSheetOf(file: string, sheetName: string | undefined): Promise<ReadSheet> {
  if ((await kindAt(file)) !== 'file') throw new Refused([noFile(file)]);
  if ((await stat(file)).size > MOST_BYTES) throw new Refused([tooLarge(file)]);
  const sheets = await readXlsxFile(await readFile(file)).catch((error: unknown) => {
    throw new Refused([unreadable(file, error instanceof Error ? error.message : String(error))]);
  });
  const found = sheets.find(({ sheet }) => sheetName === undefined || sheet === sheetName);
  if (found === undefined) throw new Refused([noSheet(sheetName, sheets)]);
  // The library declares the class of a date where it gives a date.
  return { name: found.sheet, grid: found.data as unknown as Grid };
}

function noFile(file: string): Text {
  return { ja: `ファイル「${file}」がありません。`, en: `there is no file "${file}"` };
}

function tooLarge(file: string): Text {
  return { ja: `「${file}」が5MBを超えています。`, en: `"${file}" is larger than 5 MB` };
}

function unreadable(file: string, message: string): Text {
  return {
    ja: `「${file}」は Excel ブック（.xlsx）として読めません（${message}）。Excel で開き、.xlsx で保存し直してください。`,
    en: `"${file}" cannot be read as an .xlsx workbook; open it in Excel and save it again`,
  };
}

function noSheet(name: string | undefined, sheets: readonly { sheet: string }[]): Text {
  const names = sheets.map(({ sheet }) => sheet).join('、');
  return {
    ja: `シート「${String(name)}」がありません。あるシート：${names}`,
    en: `there is no sheet "${String(name)}"`,
  };
}

/** An empty table with its headings, one example, and a second sheet of what may be filled in. */
export async function templateFor(pack: Pack): Promise<Buffer> {
  const columns = COLUMNS.map(({ id, heading }) => ({
    header: `${heading.ja} / ${heading.en}`,
    width: WIDE.has(id) ? 40 : 18,
  }));
  const example = COLUMNS.map(({ id }) => exampleOf(pack)[id] ?? null);
  const notes = { header: `${NOTES[0]} / ${NOTES[2]}`, width: 30 };
  const values = ['列 / Column', '値 / Value', '意味 / Meaning'];
  return writeXlsx([
    { name: '条項', columns: [...columns, notes], rows: [[...example, EXAMPLE_NOTE]] },
    {
      name: '使える値',
      columns: values.map((header) => ({ header, width: 40 })),
      rows: valuesOf(pack),
    },
  ]);
}

const WIDE: ReadonlySet<ColumnId> = new Set(['summaryJa', 'summaryEn', 'remedyJa', 'remedyEn']);
const EXAMPLE_NOTE = '記入例です。この行を書き換えてください。 / An example: replace this row.';

function exampleOf({ documents, roles }: Pack): Readonly<Partial<Record<ColumnId, string>>> {
  const role = roles.find(({ duties }) => duties.includes('manage-section')) ?? roles[0];
  return {
    key: 'A9-1-1',
    label: '９(１)①',
    document: (documents.find(({ chosen }) => chosen !== true) ?? documents[0])?.id ?? '',
    titleJa: '委託先の選定',
    titleEn: 'Choosing the vendor',
    summaryJa: '委託先を選ぶ前に、対策が委託の内容に見合うことを確かめる。',
    summaryEn: 'Before a vendor is chosen, its measures are confirmed to fit the work.',
    owedBy: OWED_BY_WORDS.body.ja,
    roles: role?.id ?? '',
    phase: PHASE_WORDS.before.ja,
    gate: GATE_WORDS.select.ja,
    all: 'outsourcing',
    proof: PROOF_WORDS.assessment.ja,
    remedyJa: '候補者ごとに評価票を送り、評価結果を確定してください。',
    remedyEn: 'Send each candidate the checklist and settle the outcome.',
  };
}

function valuesOf(pack: Pack): readonly (readonly string[])[] {
  const titled = (items: readonly { id: string; title: Text }[]): Entries =>
    items.map(({ id, title }) => [id, title]);
  const labelled = (items: readonly { id: string; label: Text }[]): Entries =>
    items.map(({ id, label }) => [id, label]);
  return [
    ...rowsOf('document', titled(pack.documents)),
    ...rowsOf('owedBy', Object.entries(OWED_BY_WORDS)),
    ...rowsOf('roles', labelled(pack.roles)),
    ...rowsOf('phase', Object.entries(PHASE_WORDS)),
    ...rowsOf('gate', Object.entries(GATE_WORDS)),
    ...['all', 'any', 'without'].flatMap((id) => rowsOf(id as ColumnId, factsOf(pack))),
    ...rowsOf('proof', Object.entries(PROOF_WORDS)),
    ...rowsOf('proofOf', [
      ...narrowing('record', pack.recordKinds),
      ...narrowing('rule-document', pack.ruleDocumentKinds),
      ...narrowing('contract-clause', pack.clauses),
      ...narrowing('report', pack.reports),
    ]),
  ];
}

type Entries = readonly (readonly [string, Text])[];

/** What narrows a kind of proof, with that kind. */
function narrowing(
  kind: keyof typeof PROOF_WORDS,
  items: readonly { id: string; title: Text }[],
): Entries {
  const { ja, en } = PROOF_WORDS[kind];
  return items.map(({ id, title }) => [id, { ja: `${ja}：${title.ja}`, en: `${en}: ${title.en}` }]);
}

function factsOf({ classification, regimes, tiers }: Pack): Entries {
  const classes = [
    ...classification.confidentiality,
    ...classification.integrity,
    ...classification.availability,
  ];
  const marks = new Set(classes.flatMap((one) => one.marks));
  const markedBy = (mark: string): Text => {
    const labels = classes.filter((one) => one.marks.includes(mark)).map(({ label }) => label);
    return {
      ja: `${labels.map(({ ja }) => ja).join('・')}の情報を取り扱う`,
      en: `Information of ${labels.map(({ en }) => en).join(', ')} is handled`,
    };
  };
  return [
    ...Object.entries(FACT_WORDS),
    ...[...marks].map((mark) => [mark, markedBy(mark)] as const),
    ...regimes.map(({ id, label }) => [`regime:${id}`, label] as const),
    ...tiers.map(({ id, label }) => [`tier:${id}`, label] as const),
  ];
}

function rowsOf(id: ColumnId, entries: Entries): readonly (readonly string[])[] {
  const { ja, en } = headingOf(id);
  return entries.map(([value, meaning]) => [
    `${ja} / ${en}`,
    value,
    `${meaning.ja} / ${meaning.en}`,
  ]);
}
