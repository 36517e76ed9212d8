import type { ClauseParameter } from '../../policies/index.js';
import type { Article, ArticleParagraph, List, Table } from '../../shared/documents/document.js';
import type { Language } from '../../shared/domain/text.js';
import type { AnnexClause } from './annex-content.js';
import { isFilled, type ClauseValue, type TableRow } from './clause-value.js';
import { BLANK, printedValue } from './printed-value.js';

/** A clause as an article (第n条) of the annex, its parameters filled in. */
export function clauseArticle(clause: AnnexClause, number: number, language: Language): Article {
  return {
    kind: 'article',
    label: articleLabel(number, language),
    caption: clause.title[language],
    paragraphs: clause.paragraphs[language].map((text) => paragraphOf(clause, text, language)),
  };
}

/** 第５条, or Article 5. */
export function articleLabel(number: number, language: Language): string {
  if (language === 'en') return `Article ${String(number)}`;
  const digits = String(number).replace(/\d/g, (digit) =>
    '０１２３４５６７８９'.charAt(Number(digit)),
  );
  return `第${digits}条`;
}

/** Articles by number, those that follow each other as a range: 第１条から第３条まで、第５条. */
export function articleLabels(numbers: readonly number[], language: Language): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const label = (number: number): string => articleLabel(number, language);
  return runs
    .map(([first, last]) => {
      if (first === last) return label(first);
      return language === 'ja'
        ? `${label(first)}から${label(last)}まで`
        : `${label(first)} to ${label(last)}`;
    })
    .join(language === 'ja' ? '、' : ', ');
}

const PLACEHOLDER = /\{([^{}]+)\}/g;
/** What stands at the end of its paragraph, after the sentence, is set off from it. */
const SET_OFF = /^(.*[。.])\s*\{([^{}]+)\}$/s;

function paragraphOf(
  { parameters, values }: AnnexClause,
  paragraph: string,
  language: Language,
): ArticleParagraph {
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const fill = (text: string): string =>
    text.replace(PLACEHOLDER, (placeholder, id: string) => {
      const parameter = byId.get(id);
      return parameter === undefined ? placeholder : printedValue(parameter, values[id], language);
    });
  const [, sentence, id = ''] = SET_OFF.exec(paragraph) ?? [];
  const last = byId.get(id);
  if (sentence === undefined || last === undefined) return { text: fill(paragraph) };
  return { text: fill(sentence), details: [detailOf(last, values[id], language)] };
}

function detailOf(
  parameter: ClauseParameter,
  value: ClauseValue | undefined,
  language: Language,
): List | Table {
  if (parameter.type === 'table') return tableOf(parameter, value, language);
  if (!isFilled(value)) return bullet(unfilled(parameter, language));
  if (parameter.type === 'list') {
    return { kind: 'list', marker: 'number', items: value as readonly string[] };
  }
  return bullet(printedValue(parameter, value, language));
}

function tableOf(
  parameter: ClauseParameter,
  value: ClauseValue | undefined,
  language: Language,
): Table {
  const columns = parameter.columns ?? [];
  const filled = isFilled(value) ? (value as readonly TableRow[]) : [];
  const blank = parameter.required ? [columns.map(() => BLANK)] : [];
  const rows =
    filled.length > 0 ? filled.map((row) => columns.map(({ id }) => row[id] ?? '')) : blank;
  return {
    kind: 'table',
    columns: columns.map(({ label }, index) => {
      const header = label[language];
      return { header, width: widthFor([header, ...rows.map((row) => row[index] ?? '')]) };
    }),
    rows,
  };
}

/** By the longest of its texts, within limits that leave room for every column. */
function widthFor(texts: readonly string[]): number {
  const longest = Math.max(...texts.map((text) => text.replace(WIDE, '  ').length));
  return Math.min(Math.max(longest + PADDING, NARROWEST), WIDEST);
}

const WIDE = /[\u0100-\uff60\uffa0-\u{10ffff}]/gu;
const PADDING = 2;
const NARROWEST = 8;
const WIDEST = 20;

function bullet(text: string): List {
  return { kind: 'list', marker: 'bullet', items: [text] };
}

/** What may be left out says that it is; what must be filled in is a blank. */
function unfilled({ required }: ClauseParameter, language: Language): string {
  if (required) return BLANK;
  return language === 'ja' ? '（記載なし）' : '(none stated)';
}
