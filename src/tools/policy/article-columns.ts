import type { Text } from '../../policies/index.js';

/** The columns of an article table, in the order of the template. */
export const COLUMNS = [
  column('key', '条項キー', 'Article key', ['キー', 'key']),
  column('label', '条項番号', 'Label', ['番号', '表記', 'label as printed']),
  column('document', '文書', 'Document', ['文書ID', 'document id']),
  column('titleJa', '見出し', 'Title (ja)', ['見出し（日本語）', '題名', 'title']),
  column('titleEn', '見出し（英語）', 'Title (en)', ['題名（英語）', 'English title']),
  column('summaryJa', '要旨', 'Summary (ja)', ['要旨（日本語）', '要約', 'summary']),
  column('summaryEn', '要旨（英語）', 'Summary (en)', ['要約（英語）', 'English summary']),
  column('noneJa', '義務がない理由', 'Reason for no duty (ja)', [
    '義務がない理由（日本語）',
    'reason for no duty',
  ]),
  column('noneEn', '義務がない理由（英語）', 'Reason for no duty (en)', []),
  column('owedBy', '義務を負う者', 'Owed by', ['負う者']),
  column('roles', '役割', 'Roles', ['担当する役割', 'role']),
  column('phase', '時期', 'Phase', []),
  column('gate', '手続', 'Gate', ['関門', '手続き']),
  column('all', '条件（すべて）', 'When all', ['when all of']),
  column('any', '条件（いずれか）', 'When any', ['when any of']),
  column('without', '条件（除く）', 'When none', ['条件（いずれでもない）', 'when none of']),
  column('proof', '証跡の種類', 'Proof kind', ['証跡', 'proof']),
  column('proofOf', '証跡の指定', 'Proof of', ['証跡のID']),
  column('remedyJa', '満たし方', 'Remedy (ja)', ['満たし方（日本語）', 'remedy']),
  column('remedyEn', '満たし方（英語）', 'Remedy (en)', []),
] as const;

export type ColumnId = (typeof COLUMNS)[number]['id'];

/** Without these a table tells no articles. */
export const REQUIRED: readonly ColumnId[] = [
  'key',
  'label',
  'document',
  'titleJa',
  'titleEn',
  'summaryJa',
  'summaryEn',
];

/** Headings of columns for the author's own notes, which are not read. */
export const NOTES = ['備考', 'メモ', 'Remarks', 'Notes'] as const;

function column<const Id extends string>(
  id: Id,
  ja: string,
  en: string,
  also: readonly string[],
): { readonly id: Id; readonly heading: Text; readonly also: readonly string[] } {
  return { id, heading: { ja, en }, also };
}

/** How a column is headed in the template. */
export function headingOf(id: ColumnId): Text {
  return COLUMNS.find((known) => known.id === id)?.heading ?? { ja: id, en: id };
}

/** The column a heading names, in Japanese, in English, or in both with a slash between. */
export function columnHeaded(heading: string): ColumnId | 'notes' | undefined {
  return [heading, ...heading.split(/[/／\n]/)]
    .map((part) => KNOWN.get(plain(part)))
    .find((id) => id !== undefined);
}

const KNOWN: ReadonlyMap<string, ColumnId | 'notes'> = new Map([
  ...COLUMNS.flatMap(({ id, heading, also }) =>
    [heading.ja, heading.en, ...also].map((name) => [plain(name), id] as const),
  ),
  ...NOTES.map((name) => [plain(name), 'notes'] as const),
]);

/** What headings are compared by: width, case, spaces and brackets make no difference. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()・_-]/g, '');
}
