import type { Block, Document, Table } from '../shared/documents/document.js';
import { dayText } from '../shared/documents/day-text.js';
import type { Sheet, SheetCell } from '../shared/documents/sheet.js';
import type { Language, Text } from '../shared/domain/text.js';
import {
  EXIT_WORDS,
  FINDING_WORDS,
  LINES,
  schemeWord,
  SHEET_WORDS,
  standingWord,
  useWord,
} from './comparison-words.js';
import { statusWord } from './domain/assessment-standing.js';
import type { ComparedCandidate, ComparisonContent } from './domain/comparison.js';
import { RESULT_WORDS } from './domain/judgement.js';

/** How many candidates stand side by side on a page. */
const ABREAST = 5;

/** How much of a list and of a text a page shows, where all of it does not fit; the workbook and the API show all. */
const DETAILS = [
  { items: 12, letters: 200 },
  { items: 6, letters: 80 },
  { items: 4, letters: 60 },
  { items: 3, letters: 50 },
  { items: 2, letters: 40 },
  { items: 2, letters: 24 },
  { items: 1, letters: 24 },
  { items: 1, letters: 16 },
] as const;
type Detail = (typeof DETAILS)[number] | undefined;

type Line = readonly [
  Text,
  (candidate: ComparedCandidate, language: Language) => readonly string[],
];

/** The lines of the sheet, each for every candidate. */
const SUMMARY: readonly Line[] = [
  [LINES.service, ({ cloudServiceName }) => [cloudServiceName ?? '—']],
  [
    LINES.result,
    ({ result, status }, l) => [(result ? RESULT_WORDS[result] : statusWord(status))[l]],
  ],
  [LINES.score, ({ score }) => [points(score)]],
  [LINES.knockOuts, knockOutsOf],
  [LINES.conditions, conditionsOf],
  [LINES.certificates, certificatesOf],
  [LINES.regions, regionsOf],
  [LINES.subcontractors, subcontractorsOf],
  [LINES.exit, exitOf],
  [LINES.unequal, unequalOf],
  [LINES.selected, ({ isSelected }, l) => [isSelected ? SHEET_WORDS.isSelected[l] : '']],
];

/** The comparison as a page for the decision (決裁), from all of it to what is left where all does not fit. */
export function comparisonPages(
  content: ComparisonContent,
  language: Language,
): readonly [Document, ...Document[]] {
  const [most, ...less] = DETAILS;
  const at = (detail: Detail): Document => page(content, language, detail);
  return [at(most), ...less.map(at)];
}

/** How many pages the comparison is meant for. */
export function pagesFor({ items }: ComparisonContent): number {
  return abreast(items).length;
}

function page(
  { title, comparedOn, items }: ComparisonContent,
  language: Language,
  detail: Detail,
): Document {
  return {
    language,
    title: SHEET_WORDS.title[language],
    parties: [
      { term: SHEET_WORDS.engagement[language], description: title },
      { term: SHEET_WORDS.comparedOn[language], description: dayText(comparedOn, language) },
    ],
    blocks: abreast(items).flatMap((group, at): Block[] => [
      ...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
      table(group, language, detail),
    ]),
    footer: SHEET_WORDS.shortened[language],
  };
}

/** The comparison as a workbook: the lines of the page in full, then every topic. */
export function comparisonSheets(content: ComparisonContent, language: Language): Sheet[] {
  const { title, comparedOn, items } = content;
  const columns = [
    { header: LINES.candidate[language], width: 26 },
    ...items.map(({ vendorName }) => ({ header: vendorName, width: 34 })),
  ];
  const above = [
    [SHEET_WORDS.engagement[language], title],
    [SHEET_WORDS.comparedOn[language], dayText(comparedOn, language)],
  ];
  const topics = topicNames(items).map((topic): SheetCell[] => [
    topic[language],
    ...items.map((candidate) => numberOf(scoreOn(candidate, topic))),
  ]);
  const scores = [LINES.score[language], ...items.map(({ score }) => numberOf(score))];
  const rows = linesOf(items, language).map((line) => (line[0] === scores[0] ? scores : line));
  const first = { header: SHEET_WORDS.topic[language], width: 40 };
  return [
    {
      name: SHEET_WORDS.title[language],
      columns,
      rows,
      above,
      isPage: true,
    },
    {
      name: SHEET_WORDS.topics[language],
      columns: [first, ...columns.slice(1)],
      rows: topics,
      isPage: true,
    },
  ];
}

function table(items: readonly ComparedCandidate[], language: Language, detail: Detail): Table {
  return {
    kind: 'table',
    columns: [
      { header: LINES.candidate[language], width: 4 },
      ...items.map(({ vendorName }) => ({ header: shortened(vendorName, detail), width: 6 })),
    ],
    rows: linesOf(items, language, detail),
  };
}

function linesOf(
  items: readonly ComparedCandidate[],
  language: Language,
  detail?: Detail,
): string[][] {
  return SUMMARY.map(([name, cell]) => [
    name[language],
    ...items.map((candidate) => listed(cell(candidate, language), language, detail)),
  ]);
}

function abreast(items: readonly ComparedCandidate[]): ComparedCandidate[][] {
  const groups = Math.max(1, Math.ceil(items.length / ABREAST));
  const size = Math.ceil(items.length / groups);
  return Array.from({ length: groups }, (_, at) => items.slice(at * size, (at + 1) * size));
}

function topicNames(items: readonly ComparedCandidate[]): Text[] {
  const names = items.flatMap(({ topics }) => topics.map(({ topic }) => topic));
  return [...new Map(names.map((topic) => [topic.ja, topic])).values()];
}

function scoreOn({ topics }: ComparedCandidate, { ja }: Text): string | null {
  return topics.find(({ topic }) => topic.ja === ja)?.score ?? null;
}

/** A score from 0 to 1 as points of a hundred, which its four decimals give exactly. */
function points(score: string | null): string {
  return score === null ? '—' : (Number(score) * 100).toFixed(2);
}

/** The same as a workbook counts with it. */
function numberOf(score: string | null): SheetCell {
  return score === null ? points(score) : Number(points(score));
}

function listed(items: readonly string[], language: Language, detail: Detail): string {
  if (items.length === 0) return SHEET_WORDS.none[language];
  const shown = items.slice(0, detail?.items).map((item) => shortened(item, detail));
  const left = items.length - shown.length;
  const others = { ja: `ほか ${String(left)} 件`, en: `${String(left)} more` }[language];
  return [...shown, ...(left > 0 ? [others] : [])].join('\n');
}

function shortened(text: string, detail: Detail): string {
  const letters = [...text];
  const most = detail?.letters ?? Infinity;
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** Until its outcome is settled, nobody can say that a candidate passes them all. */
function knockOutsOf({ result, knockOuts }: ComparedCandidate, language: Language): string[] {
  if (result === null) return ['—'];
  return knockOuts.map(({ topic, finding, cover }) => {
    const covered = { ja: '、例外措置あり', en: ', excepted' }[language];
    return `${topic[language]}（${FINDING_WORDS[finding][language]}${cover === null ? '' : covered}）`;
  });
}

function conditionsOf({ result, conditions }: ComparedCandidate, language: Language): string[] {
  if (result === null) return ['—'];
  return conditions.map(({ text, dueOn }) => {
    const by = { ja: `${dayText(dueOn, 'ja')}まで`, en: `by ${dueOn}` }[language];
    return `${text}（${by}）`;
  });
}

function certificatesOf({ certificates }: ComparedCandidate, language: Language): string[] {
  return certificates.map(({ scheme, number, standing, lastDay, isMismatch }) => {
    const until = lastDay === null ? '' : ` ～${dayText(lastDay, language)}`;
    const named = number === null ? '' : ` ${number}`;
    return `${schemeWord(scheme)[language]}${named}（${standingWord(standing)[language]}${until}${isMismatch ? SHEET_WORDS.mismatch[language] : ''}）`;
  });
}

function regionsOf({ cloudServiceId, regions }: ComparedCandidate, language: Language): string[] {
  if (regions.length === 0) {
    return [cloudServiceId === null ? '—' : SHEET_WORDS.unregistered[language]];
  }
  return regions.map(({ country, providerRegion, use }) => {
    const place = providerRegion === null ? country : `${country} ${providerRegion}`;
    return `${useWord(use)[language]}: ${place}`;
  });
}

function subcontractorsOf({ subcontractors }: ComparedCandidate, language: Language): string[] {
  if (subcontractors === null) return [SHEET_WORDS.unstated[language]];
  return subcontractors.map(({ name, country, rank }) => {
    const place = { ja: `${String(rank)}次`, en: `rank ${String(rank)}` }[language];
    return `${name}（${place}、${country}）`;
  });
}

function exitOf({ exit }: ComparedCandidate, language: Language): string[] {
  if (exit === null) return [SHEET_WORDS.unstated[language]];
  const lacking = exit.parts.filter(({ isMet }) => !isMet);
  const share = `${String(exit.parts.length - lacking.length)}/${String(exit.parts.length)}`;
  if (lacking.length === 0) return [share];
  const words = lacking.map(({ part }) => EXIT_WORDS[part][language]);
  const short = { ja: `（不足: ${words.join('、')}）`, en: ` (lacking: ${words.join(', ')})` }[
    language
  ];
  return [`${share}${short}`];
}

/** The topics on which the candidate falls short, the lowest first; none is told where nothing is scored, as in a tender. */
function unequalOf({ score, topics }: ComparedCandidate, language: Language): string[] {
  if (score === null) return ['—'];
  return topics
    .filter(({ score }) => score !== null && score !== '1.0000')
    .sort((a, b) => Number(a.score) - Number(b.score))
    .map(({ topic, score }) => `${topic[language]} ${points(score)}`);
}
