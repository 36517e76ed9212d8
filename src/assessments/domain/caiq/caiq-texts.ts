import type { Text } from '../../../shared/domain/text.js';

export const NO_CAIQ: Text = {
  ja: 'CAIQ の表が見つかりません。見出しに Question ID と CSP CAIQ Answer がある CAIQ 4.0.3 又は 4.1 のファイルを指定してください。',
  en: 'No sheet is a CAIQ: its header has Question ID and CSP CAIQ Answer. Name a file of CAIQ 4.0.3 or 4.1.',
};
export const TWO_CAIQ: Text = {
  ja: 'CAIQ の表が二つあります。一つだけ残してください。',
  en: 'Two sheets are a CAIQ; keep one.',
};
export const NO_EDITION: Text = {
  ja: 'CAIQ の版が分かりません。シート名又は表題を「CAIQ v4.0.3」又は「CAIQ v4.1」にしてください。',
  en: 'The edition cannot be told. Name the sheet or its title CAIQ v4.0.3 or CAIQ v4.1.',
};
export const QUESTION_TWICE: Text = {
  ja: 'この質問の行が二つあります。',
  en: 'There are two rows of this question.',
};
export const UNKNOWN_WORD: Text = {
  ja: 'Yes、No、NA のいずれかにしてください。',
  en: 'It must be Yes, No or NA.',
};
export const NO_ID: Text = {
  ja: '回答がありますが、Question ID が読めません。',
  en: 'There is an answer, but no question id that can be read.',
};
export const NOTHING_ON_IT: Text = {
  ja: 'この CAIQ には、この設問に対応する回答がありません。',
  en: 'The CAIQ has no answer that speaks to this criterion.',
};

export function notOfEdition(edition: string): Text {
  return {
    ja: `CAIQ ${edition} にこの質問はありません。`,
    en: `CAIQ ${edition} has no such question.`,
  };
}
