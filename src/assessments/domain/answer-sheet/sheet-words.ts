import type { Text } from '../../../shared/domain/text.js';
import { ANSWERS, type Answer } from '../judgement.js';

/** The answers as vendors read them. */
export const ANSWER_WORDS: Record<Answer, Text> = {
  yes: { ja: 'はい', en: 'Yes' },
  partial: { ja: '一部', en: 'Partial' },
  no: { ja: 'いいえ', en: 'No' },
  na: { ja: '該当なし', en: 'Not applicable' },
  unknown: { ja: '不明', en: 'Unknown' },
};

/** The columns of the sheet, in its order. */
export const SHEET_COLUMNS = [
  'criterionId',
  'topic',
  'question',
  'wanted',
  'isAsked',
  'answer',
  'reason',
  'title',
  'place',
  'validUntil',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** The columns that are filled in. */
export const ENTRY_COLUMNS = ['answer', 'reason', 'title', 'place', 'validUntil'] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

export const HEADERS: Record<SheetColumn, Text> = {
  criterionId: { ja: '設問番号', en: 'Criterion' },
  topic: { ja: '分野', en: 'Topic' },
  question: { ja: '設問', en: 'Question' },
  wanted: { ja: '求める証跡', en: 'Evidence wanted' },
  isAsked: { ja: '今回の回答', en: 'Asked now' },
  answer: { ja: '回答', en: 'Answer' },
  reason: { ja: '理由・補足', en: 'Reason or remarks' },
  title: { ja: '証跡の名称', en: 'Evidence: title' },
  place: { ja: '証跡の所在', en: 'Evidence: where' },
  validUntil: { ja: '証跡の有効期限', en: 'Evidence valid until' },
};

export const ASKED: Text = { ja: '○', en: 'Yes' };
export const NOT_ASKED: Text = { ja: '－', en: 'No' };

const LETTER_A = 'A'.charCodeAt(0);

/** The name of a cell, both counted from 0, e.g. `B7`. */
export function cellName(row: number, column: number): string {
  const first = column < 26 ? '' : String.fromCharCode(LETTER_A + Math.floor(column / 26) - 1);
  return `${first}${String.fromCharCode(LETTER_A + (column % 26))}${String(row + 1)}`;
}

/** A word as it is compared: width, case and spaces make no difference. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The answer that a cell names, in either language or as the API writes it. */
export function answerOfWord(text: string): Answer | undefined {
  const key = wordKey(text);
  return ANSWERS.find((answer) => {
    const { ja, en } = ANSWER_WORDS[answer];
    return [answer, wordKey(ja), wordKey(en)].includes(key);
  });
}
