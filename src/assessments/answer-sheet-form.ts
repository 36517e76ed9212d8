import type { Sheet, SheetCell } from '../shared/documents/sheet.js';
import { writeXlsx } from '../shared/documents/xlsx.js';
import { formatEra } from '../shared/domain/era-date.js';
import { calendarDate } from '../shared/domain/calendar-date.js';
import type { Language } from '../shared/domain/text.js';
import { identificationText } from './domain/answer-sheet/identification.js';
import {
  entriesOf,
  type SheetBasis,
  type SheetCriterion,
} from './domain/answer-sheet/sheet-basis.js';
import {
  ANSWER_WORDS,
  ASKED,
  ENTRY_COLUMNS,
  HEADERS,
  NOT_ASKED,
  SHEET_COLUMNS,
  type SheetColumn,
} from './domain/answer-sheet/sheet-words.js';
import { ANSWERS } from './domain/judgement.js';

const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  criterionId: 10,
  topic: 18,
  question: 48,
  wanted: 32,
  isAsked: 10,
  answer: 14,
  reason: 40,
  title: 28,
  place: 36,
  validUntil: 20,
};

/** What a person who gets the sheet is told of it. */
export interface SheetTitle {
  readonly vendorName: string;
  readonly cloudServiceName: string | null;
  readonly dueOn: string;
}

/** The sheet of answers as the vendor gets it, with the answers that stand, and how to fill it in. */
export function answerSheetForm(
  basis: SheetBasis,
  title: SheetTitle,
  language: Language,
): Promise<Buffer> {
  return writeXlsx([answers(basis, title, language), instructions(basis, title, language)]);
}

function answers(basis: SheetBasis, title: SheetTitle, language: Language): Sheet {
  const { criteria, identification } = basis;
  return {
    name: { ja: '回答', en: 'Answers' }[language],
    above: [[identificationText(identification)], [headline(basis, title, language)]],
    columns: SHEET_COLUMNS.map((id) => ({
      header: HEADERS[id][language],
      width: WIDTHS[id],
      ...(id === 'answer' && { choices: ANSWERS.map((answer) => ANSWER_WORDS[answer][language]) }),
    })),
    rows: criteria.map((criterion) => rowOf(criterion, basis, language)),
    isEntry: (row, column) =>
      criteria[row]?.isAsked === true && ENTRIES.has(SHEET_COLUMNS[column] ?? 'criterionId'),
  };
}

const ENTRIES: ReadonlySet<SheetColumn> = new Set(ENTRY_COLUMNS);

function rowOf(
  criterion: SheetCriterion,
  { answers }: SheetBasis,
  language: Language,
): SheetCell[] {
  const { criterionId, topic, question, isAsked } = criterion;
  const standing = answers.get(criterionId);
  const { reason, title, place, validUntil } = entriesOf(standing);
  return [
    ...[criterionId, topic[language], question[language], wantedOf(criterion, language)],
    (isAsked ? ASKED : NOT_ASKED)[language],
    standing === undefined ? null : ANSWER_WORDS[standing.answer][language],
    ...[reason, title, place],
    validUntil === null ? null : dayText(validUntil, language),
  ];
}

function wantedOf({ evidence, evidenceRequired }: SheetCriterion, language: Language): string {
  const must = { ja: '【証跡が必要です】', en: '[Evidence required] ' }[language];
  return `${evidenceRequired ? must : ''}${evidence[language]}`;
}

function dayText(day: string, language: Language): string {
  return language === 'ja' ? formatEra(calendarDate(day), { width: 'half' }) : day;
}

function headline(
  { identification }: SheetBasis,
  { vendorName, cloudServiceName, dueOn }: SheetTitle,
  language: Language,
): string {
  const who = cloudServiceName === null ? vendorName : `${vendorName}（${cloudServiceName}）`;
  const round = String(identification.round);
  const due = dayText(dueOn, language);
  return {
    ja: `評価票（第${round}回） ${who} 回答期限：${due}`,
    en: `Checklist, round ${round}: ${who}; answers due ${due}`,
  }[language];
}

function instructions(basis: SheetBasis, title: SheetTitle, language: Language): Sheet {
  const lines = [
    headline(basis, title, language),
    ...{ ja: JAPANESE, en: ENGLISH }[language],
    identificationText(basis.identification),
  ];
  return {
    name: { ja: '記入要領', en: 'Instructions' }[language],
    columns: [{ header: { ja: '記入要領', en: 'Instructions' }[language], width: 110 }],
    rows: lines.map((line) => [line]),
    isEntry: () => false,
  };
}

const JAPANESE = [
  '色の付いたセルに記入してください。それ以外のセルは変更できません（パスワードは掛けていません）。',
  '回答：「はい」「一部」「いいえ」「該当なし」「不明」から選んでください。一覧が表示されないときは、同じ言葉を入力してください。',
  '理由・補足：「一部」又は「該当なし」のときは必ず記入してください。',
  '証跡の名称・証跡の所在：証跡1件につき1行ずつ、両方の列に同じ順番で記入してください（セル内の改行は Alt + Enter）。所在は、https:// で始まる URL 又は文書番号です。「ファイル:」で始まる行は、登録済みのファイルです。',
  '証跡の有効期限：期限がある場合だけ、2027-03-31、2027年3月31日、令和9年3月31日のように記入してください。全角の数字も使えます。',
  '空欄の行は、未回答のままです。既に登録されている回答は、空欄にしても消えません。',
  '「今回の回答」が「－」の設問は、前回までの回答を示しています。変更できません。',
  '行の並べ替えは行全体で行ってください。数式、セルの結合、行・列・シートの非表示、マクロは使えません。',
  '次の行とシート「回答」の1行目は、この評価票の識別情報です。変更又は削除をしないでください。無害化で書式や選択肢が失われても、そのまま提出できます。',
];
const ENGLISH = [
  'Fill in the tinted cells. The others cannot be changed (there is no password).',
  'Answer: choose Yes, Partial, No, Not applicable or Unknown. Where no list appears, type the word.',
  'Reason or remarks: needed for Partial and Not applicable.',
  'Evidence: one line in both columns for each piece, in the same order (Alt + Enter begins a line). Where it is: an address that begins with https:// or the number of a document. A line that begins with ファイル: is a file that was uploaded.',
  'Evidence valid until: only where it lapses, e.g. 2027-03-31 or 令和9年3月31日.',
  'A row left empty stays unanswered. An answer entered before is not removed by emptying its cells.',
  'A criterion whose "Asked now" is No shows the answer of an earlier round, which cannot be changed.',
  'Sort whole rows only. Formulas, merged cells, hidden rows, columns or sheets, and macros cannot be used.',
  'The next line, and the first of the sheet Answers, tell what this sheet belongs to. Leave them as they are. The file can be returned even where formats and lists were cleaned out of it.',
];
