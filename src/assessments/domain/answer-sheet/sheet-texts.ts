import type { Text } from '../../../shared/domain/text.js';

const TAKE_AGAIN = { ja: '回答票を取得し直してください。', en: 'Take the answer sheet again.' };

function retake(ja: string, en: string): Text {
  return { ja: `${ja}${TAKE_AGAIN.ja}`, en: `${en} ${TAKE_AGAIN.en}` };
}

export const NO_SHEET = retake(
  '回答の表が見つかりません。見出しの行（設問番号、回答など）を変えないでください。',
  'No sheet has the header of the answers (Criterion, Answer and so on), which must stay as it is.',
);
export const TWO_SHEETS: Text = {
  ja: '回答の表が二つあります。一つだけ残してください。',
  en: 'Two sheets have answers; keep one.',
};
export const HIDDEN_SHEET: Text = {
  ja: '回答のシートが非表示です。再表示して内容を確認してください。',
  en: 'The sheet with the answers is hidden. Show it and check what it says.',
};
export const HIDDEN_ROW: Text = {
  ja: '非表示の行に記入があります。再表示して内容を確認してください。',
  en: 'A hidden row is filled in. Show it and check what it says.',
};
export const HIDDEN_COLUMN: Text = {
  ja: '回答票の列が非表示です。再表示して内容を確認してください。',
  en: 'A column of the answer sheet is hidden. Show it and check what it says.',
};
export const FORMULA: Text = {
  ja: '数式は使えません。値として貼り付けてください。',
  en: 'A formula cannot be used. Paste its value.',
};
export const MERGED: Text = {
  ja: 'セルの結合を解除してください。',
  en: 'Cells must not be merged.',
};
export const HEADER_MISSING = retake('この列の見出しがありません。', 'A header is missing.');
export const HEADER_TWICE: Text = {
  ja: '同じ見出しの列が二つあります。',
  en: 'Two columns have this header.',
};
export const NO_IDENTIFICATION = retake(
  '回答票の識別情報（MITODOKE-ANSWERS で始まる文字列）がありません。',
  'The identification of the sheet (it begins with MITODOKE-ANSWERS) is missing.',
);
export const OTHER_ASSESSMENT: Text = {
  ja: '別の評価の回答票です。この評価の回答票を使ってください。',
  en: 'The sheet belongs to another assessment. Use the one of this assessment.',
};
export const OTHER_CHECKLIST = retake(
  '識別情報がこの評価の設問と一致しません。',
  'The identification does not fit the checklist of this assessment.',
);
export const KEY_MISSING = retake(
  '設問番号がない行に記入があります。',
  'A row without a criterion is filled in.',
);
export const UNKNOWN_KEY = retake(
  'この設問番号の設問はありません。',
  'The checklist has no such criterion.',
);
export const KEY_TWICE: Text = {
  ja: 'この設問番号の行が二つあります。',
  en: 'There are two rows of this criterion.',
};
export const OTHER_QUESTION = retake(
  '設問番号と設問が一致しません。一部の列だけを並べ替えていないか確認してください。',
  'The question is not that of the criterion. Perhaps only some columns were sorted.',
);
export const NOT_ASKED_NOW: Text = {
  ja: '今回の回答の対象ではない設問です。元の回答に戻すか、空欄にしてください。',
  en: 'The criterion is not asked in this round. Restore the answer that stands, or leave the cells empty.',
};
export const ANSWER_MISSING: Text = {
  ja: '回答を選んでください。理由や証跡だけを記入することはできません。',
  en: 'Choose an answer; a reason or evidence alone is none.',
};
export const UNKNOWN_ANSWER: Text = {
  ja: '「はい」「一部」「いいえ」「該当なし」「不明」のいずれかを選んでください。',
  en: 'Choose Yes, Partial, No, Not applicable or Unknown.',
};
export const REASON_TOO_LONG: Text = {
  ja: '10,000文字までで記入してください。',
  en: 'Write at most 10,000 characters.',
};
export const NO_TEXT: Text = {
  ja: '文字として読める内容を記入してください。',
  en: 'Write something that can be read.',
};
export const NO_DAY: Text = {
  ja: '実在する日付を、2027-03-31 又は令和9年3月31日のように記入してください。',
  en: 'Write an existing day, e.g. 2027-03-31 or 令和9年3月31日.',
};
export const TOO_MANY_PIECES: Text = {
  ja: '一つの設問に挙げられる証跡は20件までです。',
  en: 'An answer has at most 20 pieces of evidence.',
};
export const TOO_LONG_LINE: Text = {
  ja: '1行は200文字までで、読める内容を記入してください。',
  en: 'A line must have at most 200 characters and something that can be read.',
};
export const TITLE_MISSING: Text = {
  ja: '証跡の名称を、所在と同じ行数で記入してください。',
  en: 'Name every piece of evidence: as many lines as there are places.',
};
export const PLACE_MISSING: Text = {
  ja: '証跡の所在（https の URL 又は文書番号）を、名称と同じ行数で記入してください。',
  en: 'Say where every piece of evidence is, by an https address or a document number: as many lines as there are titles.',
};
export const UNKNOWN_FILE: Text = {
  ja: 'この回答に添付されたファイルではありません。URL 又は文書番号を記入してください。',
  en: 'The answer has no such file. Give an address or a document number.',
};
export const NO_ADDRESS: Text = {
  ja: 'URL は https:// で始まる2,000文字以内の正しいものにしてください。',
  en: 'An address must be a valid one of https with at most 2,000 characters.',
};

export function otherRound(round: number): Text {
  return {
    ja: `第${String(round)}回の回答票です。今の回の回答票を取得し直してください。`,
    en: `The sheet belongs to round ${String(round)}. Take the sheet of the present round.`,
  };
}
