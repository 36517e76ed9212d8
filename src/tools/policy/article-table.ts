import {
  type Condition,
  faultsOfForm,
  GATE_WORDS,
  type ObligationRule,
  OWED_BY_WORDS,
  PHASE_WORDS,
  PROOF_WORDS,
  type Text,
} from '../../policies/index.js';
import { type CellFault, cellName, type Grid } from './article-cells.js';
import type { ColumnId } from './article-columns.js';
import { headerOf, type TableHeader } from './article-header.js';
import { ArticleRow } from './article-row.js';

/** An article as a pack file gives it. */
export interface ImportedArticle {
  readonly key: string;
  readonly label: string;
  readonly document: string;
  readonly title: Text;
  readonly summary: Text;
  readonly obligations?: readonly ImportedObligation[];
  readonly none?: Text;
}

type ImportedObligation = Omit<ObligationRule, 'id' | 'article' | 'when' | 'due'> & {
  readonly id?: string;
  readonly when?: Condition;
};

/** The articles of a table, and everything that is wrong with it. */
export interface ReadTable {
  readonly articles: readonly ImportedArticle[];
  readonly faults: readonly CellFault[];
}

/** The most rows a table may have. */
export const MOST_ROWS = 5_000;

const ARTICLE_TEXT: readonly ColumnId[] = [
  'label',
  'titleJa',
  'titleEn',
  'summaryJa',
  'summaryEn',
  'noneJa',
  'noneEn',
];
const OBLIGATION: readonly ColumnId[] = [
  'owedBy',
  'roles',
  'phase',
  'gate',
  'all',
  'any',
  'without',
  'proof',
  'proofOf',
  'remedyJa',
  'remedyEn',
];

/** Reads a table of articles, one a row; a row without a key adds an obligation to the one above. */
export function readArticleTable(grid: Grid): ReadTable {
  const header = headerOf(grid);
  if (header === undefined) return refused({ row: 0, column: 0, reason: NO_HEADER });
  if (grid.length - header.row - 1 > MOST_ROWS) {
    return refused({ row: header.row + 1 + MOST_ROWS, column: 0, reason: TOO_LONG });
  }
  if (header.faults.length > 0) return { articles: [], faults: header.faults };
  return articlesOf(grid, header);
}

function refused(fault: CellFault): ReadTable {
  return { articles: [], faults: [fault] };
}

/** The rows of one article: the one with its key, and those that follow it without. */
interface RowsOfArticle {
  readonly first: ArticleRow;
  readonly rows: readonly ArticleRow[];
  /** As in its own cell, or in the nearest filled one above, which a merged cell leaves empty below. */
  readonly document: string;
}

function articlesOf(grid: Grid, header: TableHeader): ReadTable {
  const { groups, rows } = grouped(grid, header);
  const keyColumn = header.columns.get('key') ?? 0;
  const articles = groups.map(articleOf);
  refuseRepeatedKeys(groups, keyColumn);
  const faults = rows.flatMap((row) => row.faults);
  if (faults.length === 0 && articles.length === 0) {
    return refused({ row: header.row + 1, column: keyColumn, reason: NO_ARTICLES });
  }
  return { articles, faults };
}

function grouped(
  grid: Grid,
  header: TableHeader,
): { readonly groups: readonly RowsOfArticle[]; readonly rows: readonly ArticleRow[] } {
  const groups: (RowsOfArticle & { readonly rows: ArticleRow[] })[] = [];
  const read: ArticleRow[] = [];
  for (let index = header.row + 1; index < grid.length; index++) {
    const row = new ArticleRow(grid, header, index);
    read.push(row);
    const above = groups.at(-1);
    if (row.isFilled('key')) {
      const document = row.text('document') === '' ? above?.document : row.text('document');
      groups.push({ first: row, rows: [row], document: document ?? '' });
    } else if (isContinuation(row, above)) above?.rows.push(row);
  }
  return { groups, rows: read };
}

/** Whether a row without a key adds to the article above; one that cannot is refused. */
function isContinuation(row: ArticleRow, above: RowsOfArticle | undefined): boolean {
  const addsDuty = OBLIGATION.some((id) => row.isFilled(id));
  const document = row.text('document');
  const isOther = document !== '' && document !== above?.document;
  if (ARTICLE_TEXT.some((id) => row.isFilled(id)) || (isOther && addsDuty)) {
    row.refuse('key', NO_KEY);
  } else if (addsDuty && above === undefined) row.refuse('key', NOTHING_ABOVE);
  else return addsDuty;
  return false;
}

function articleOf({ first, rows, document }: RowsOfArticle): ImportedArticle {
  const key = first.text('key');
  if (faultsOfForm({ articles: [{ key }] }).length > 0) first.refuse('key', BAD_KEY);
  if (document === '') first.required('document');
  return {
    key,
    label: first.required('label'),
    document,
    title: first.both('titleJa', 'titleEn'),
    summary: first.both('summaryJa', 'summaryEn'),
    ...dutiesOf(first, rows),
  };
}

/** An article puts obligations or says why it puts none. */
function dutiesOf(
  first: ArticleRow,
  rows: readonly ArticleRow[],
): Pick<ImportedArticle, 'obligations' | 'none'> {
  const duties = rows.filter((row) => OBLIGATION.some((id) => row.isFilled(id)));
  const obligations = duties.flatMap(obligationOf);
  if (first.isFilled('noneJa') || first.isFilled('noneEn')) {
    if (duties.length > 0) first.refuse('noneJa', BOTH);
    return { none: first.both('noneJa', 'noneEn') };
  }
  if (duties.length === 0) first.refuse('key', NEITHER);
  return {
    obligations: duties.length > 1 ? numbered(first.text('key'), obligations) : obligations,
  };
}

function numbered(
  key: string,
  obligations: readonly ImportedObligation[],
): readonly ImportedObligation[] {
  return obligations.map((obligation, i) => ({ id: `${key}.${String(i + 1)}`, ...obligation }));
}

/** The obligation of a row; none where the row lacks something, which is refused. */
function obligationOf(row: ArticleRow): readonly ImportedObligation[] {
  for (const id of ['owedBy', 'roles', 'phase', 'proof'] as const) row.required(id);
  const owedBy = row.choice('owedBy', OWED_BY_WORDS);
  const phase = row.choice('phase', PHASE_WORDS);
  const gate = row.choice('gate', GATE_WORDS);
  const kind = row.choice('proof', PROOF_WORDS);
  const of = row.items('proofOf');
  const when = conditionOf(row);
  const remedy = row.both('remedyJa', 'remedyEn');
  if (owedBy === undefined || phase === undefined || kind === undefined) return [];
  const proof = { kind, ...nonEmpty({ of }) };
  const rest = { ...(gate !== undefined && { gate }), ...nonEmpty({ when }) };
  return [{ owedBy, roles: row.items('roles'), phase, ...rest, proof, remedy }];
}

/** A field that is left out where it holds nothing. */
function nonEmpty<Fields extends Readonly<Record<string, object>>>(
  fields: Fields,
): Partial<Fields> {
  const filled = Object.entries(fields).filter(([, value]) => Object.keys(value).length > 0);
  return Object.fromEntries(filled) as Partial<Fields>;
}

function conditionOf(row: ArticleRow): Condition {
  return nonEmpty({ all: row.items('all'), any: row.items('any'), none: row.items('without') });
}

function refuseRepeatedKeys(groups: readonly RowsOfArticle[], column: number): void {
  const seen = new Map<string, number>();
  for (const { first } of groups) {
    const key = first.text('key');
    const before = seen.get(key);
    if (before === undefined) seen.set(key, first.index);
    else first.refuse('key', repeated(key, cellName({ row: before, column })));
  }
}

function repeated(key: string, at: string): Text {
  return {
    ja: `キー「${key}」は ${at} にもあります。`,
    en: `the key "${key}" stands in ${at} already`,
  };
}

const NO_HEADER = {
  ja: '見出しの行がありません。「条項キー」「条項番号」「文書」などの見出しを、はじめの20行のどこかに置いてください。',
  en: 'no header row: "Article key", "Label", "Document" and so on must stand in one of the first 20 rows',
};
const TOO_LONG = {
  ja: `表が${String(MOST_ROWS)}行を超えています。分けて取り込んでください。`,
  en: `the table has more than ${String(MOST_ROWS)} rows; import it in parts`,
};
const NO_ARTICLES = { ja: '条項が一つもありません。', en: 'there is no article' };
const NO_KEY = {
  ja: '条項キーが空です。上の条項に義務を足す行では、義務の列だけを記入します。',
  en: 'the article key is empty; a row that adds an obligation fills the columns of obligations only',
};
const NOTHING_ABOVE = {
  ja: '義務を足す条項が上にありません。',
  en: 'there is no article above to add the obligation to',
};
const BAD_KEY = {
  ja: '条項キーは文字か _ で始め、文字・数字・_・- だけを使ってください（例：K9-1-2a）。',
  en: 'an article key begins with a letter or _ and holds letters, digits, _ and - only, e.g. K9-1-2a',
};
const BOTH = {
  ja: '義務と、義務がない理由の両方があります。',
  en: 'the article has both obligations and a reason for none',
};
const NEITHER = {
  ja: '義務も、義務がない理由もありません。どちらかを記入してください。',
  en: 'the article has neither obligations nor a reason for none',
};
