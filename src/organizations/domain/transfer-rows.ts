import type { Text } from '../../shared/domain/text.js';

/** What happens to a post on the day of the transfers (人事異動). */
export const TRANSFER_CHANGES = ['keep', 'replace', 'end', 'appoint'] as const;
export type TransferChange = (typeof TRANSFER_CHANGES)[number];

/** As the personnel clerk writes it (区分). */
export const CHANGE_WORDS: Readonly<Record<TransferChange, string>> = {
  keep: '継続',
  replace: '交代',
  end: '終了',
  appoint: '新任',
};

/** The columns of the sheet of transfers, from A on. */
export const TRANSFER_COLUMNS = {
  role: '役職',
  unit: '課・部署',
  holder: '現任者',
  email: 'メールアドレス',
  acting: '職務代理',
  change: '区分',
  newName: '新任者氏名',
  newEmail: '新任者メールアドレス',
  newActing: '新任者の職務代理',
  until: '新任者の終期',
  postId: '管理番号（変更不可）',
} as const;
export type TransferColumn = keyof typeof TRANSFER_COLUMNS;

const COLUMN_IDS = Object.keys(TRANSFER_COLUMNS) as TransferColumn[];

/** How a post held in place of the holder is marked. */
export const MARK = '○';

/** What is wrong in a cell, as the sheet names it, e.g. `B7`. */
export interface TransferFault {
  readonly cell: string;
  readonly detail: Text;
}

/** A line of the sheet as it was filled in. */
export interface TransferRow {
  /** Its number in the sheet; the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<TransferColumn, string | null>>;
}

/** The name of a cell in the sheet. */
export function cellOf(row: number, column: TransferColumn): string {
  return `${String.fromCharCode('A'.charCodeAt(0) + COLUMN_IDS.indexOf(column))}${String(row)}`;
}

/** The lines that are filled in, and what is wrong with the header. */
export function transferRowsOf(grid: readonly (readonly (string | null)[])[]): {
  readonly rows: readonly TransferRow[];
  readonly faults: readonly TransferFault[];
} {
  const [header = [], ...lines] = grid;
  const faults = COLUMN_IDS.flatMap((column, index) =>
    header[index] === TRANSFER_COLUMNS[column] ? [] : [wrongHeading(column)],
  );
  const rows = lines
    .map((line, index) => ({ row: index + 2, cells: cellsOf(line) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== null));
  return { rows, faults };
}

function cellsOf(line: readonly (string | null)[]): TransferRow['cells'] {
  const entries = COLUMN_IDS.map((column, index) => [column, line[index] ?? null] as const);
  return Object.fromEntries(entries) as Record<TransferColumn, string | null>;
}

function wrongHeading(column: TransferColumn): TransferFault {
  const heading = TRANSFER_COLUMNS[column];
  return {
    cell: cellOf(1, column),
    detail: {
      ja: `見出しが「${heading}」ではありません。様式を取得し直し、列を動かさずに記入してください。`,
      en: `The heading is not "${heading}". Take the form again and leave its columns in place.`,
    },
  };
}
