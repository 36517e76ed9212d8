import type { Text } from '../shared/domain/text.js';

/** What pages for answering say, in both languages. */
export const PAGE_WORDS = {
  title: { ja: 'チェックリストへの回答', en: 'Answers to the checklist' },
  confirmTitle: { ja: '回答の確認', en: 'Check the answers' },
  receiptTitle: { ja: '回答を受け付けました', en: 'The answers were received' },
  from: { ja: '依頼元', en: 'Asked by' },
  subject: { ja: '件名', en: 'Subject' },
  vendor: { ja: '事業者', en: 'Vendor' },
  respondent: { ja: '回答者', en: 'Respondent' },
  dueOn: { ja: '回答期限', en: 'Last day' },
  reason: { ja: '改めてお聞きする理由', en: 'Why it is asked again' },
  submittedOn: { ja: '提出日', en: 'Handed in on' },
  lead: {
    ja: '各設問について回答を選び、必要に応じて理由と証跡を記入してください。途中で保存し、同じリンクから続けられます。保存しただけの回答は依頼元には見えません。',
    en: 'Choose an answer to each question, with a reason and evidence where needed. You can save and go on later by the same link. What is only saved is not seen by whoever asks.',
  },
  knockOut: { ja: '必須の要件', en: 'Must be met' },
  weight: { ja: '配点', en: 'Weight' },
  lookedFor: { ja: '確認する証跡', en: 'Evidence looked for' },
  answer: { ja: '回答', en: 'Answer' },
  reasonOrMore: {
    ja: '理由・補足（「一部」「該当なし」のときは必須）',
    en: 'Reason or remarks (needed for "Partial" and "Not applicable")',
  },
  evidenceTitle: {
    ja: '証跡の名称（ファイルを付けるときは不要）',
    en: 'What the evidence is (not needed with a file)',
  },
  document: { ja: '証跡の文書番号又は保管場所', en: 'Number of the document, or where it is kept' },
  until: { ja: '証跡の有効期限（あれば）', en: 'Last day the evidence is valid (if any)' },
  others: { ja: '登録済みの証跡', en: 'Evidence named before' },
  takeAway: { ja: '取り消す', en: 'Take away' },
  isFile: { ja: '（ファイル）', en: '(file)' },
  file: { ja: '証跡のファイルを追加', en: 'Add a file as evidence' },
  filesLead: {
    ja: '証跡のファイルは、設問ごとに1つずつ選んで保存すると追加できます。PDF、Office 文書、画像、CSV、テキストを使えます（マクロ付き、暗号化したものを除く）。',
    en: 'Files are added as evidence one at a time for each question, when you save: PDF, Office documents, images, CSV and text, without macros or encryption.',
  },
  filesAgain: {
    ja: '選んだファイルは保存されていません。もう一度選んでください。',
    en: 'The files you chose were not kept. Choose them again.',
  },
  save: { ja: '一時保存', en: 'Save' },
  review: { ja: '保存して提出前の確認へ進む', en: 'Save and check before handing in' },
  submit: { ja: 'この内容で提出する', en: 'Hand in these answers' },
  back: { ja: '回答の入力に戻る', en: 'Back to the answers' },
  saved: { ja: '保存しました。', en: 'Saved.' },
  faults: {
    ja: '入力に誤りがあります。直してから、もう一度保存してください。',
    en: 'Something is to be put right before it can be saved.',
  },
  missing: {
    ja: '未回答の設問があります。分からないものは「不明」を選んでください。',
    en: 'Questions are open. Choose "Unknown" where you cannot tell.',
  },
  stale: {
    ja: 'ほかの画面で回答が変更されました。下の入力内容を確かめて、もう一度保存してください。',
    en: 'The answers were changed elsewhere. Check what you entered below and save again.',
  },
  confirmLead: {
    ja: '提出すると、回答を変更できません。内容を確かめてください。',
    en: 'Once handed in, answers cannot be changed. Check them.',
  },
  confirmed: {
    ja: '内容に誤りがないことを確認しました',
    en: 'I have read the answers and stand by them',
  },
  confirmFirst: { ja: '確認の欄にチェックを付けてください。', en: 'Tick the box to confirm.' },
  unanswered: { ja: '未回答', en: 'No answer' },
  byOthers: {
    ja: '以前に別の事業者が回答しています（表示しません）。',
    en: 'Answered before by another firm (not shown).',
  },
  question: { ja: '設問', en: 'Question' },
  receiptLead: {
    ja: '次の内容で受け付けました。この画面を印刷するか、保存してください。訂正が必要なときは、依頼元の担当者に連絡してください。',
    en: 'These answers were received. Print or save this page. Tell whoever asked if something is to be corrected.',
  },
  toQuestions: {
    ja: '質問と回答を見る・質問する（別の画面で開きます）',
    en: 'Questions and answers, and ask one (opens beside this page)',
  },
  questionsTitle: { ja: '質問と回答', en: 'Questions and answers' },
  noQuestions: { ja: 'まだ質問はありません。', en: 'Nothing was asked yet.' },
  more: { ja: '続きを見る', en: 'More' },
  ownQuestion: { ja: '貴社の質問', en: 'Your question' },
  othersQuestion: { ja: '質問', en: 'Question' },
  request: { ja: '貴社への照会', en: 'A request to you' },
  bodysNotice: { ja: '補足説明', en: 'Notice' },
  notAnswered: { ja: 'まだ回答はありません。', en: 'Not answered yet.' },
  answerRequest: {
    ja: '依頼元の担当者に回答してください。',
    en: 'Answer it to those in charge at whoever asks.',
  },
  askTitle: { ja: '質問する', en: 'Ask a question' },
  askLead: {
    ja: '質問と回答は、ほかの候補者にも示されることがあります。質問した事業者の名は示されません。質問の文に社名など貴社と分かることを書かないでください。',
    en: 'Question and answer may be shown to other candidates, without who asked. Write nothing in it that tells who you are.',
  },
  about: { ja: '対象の設問', en: 'About' },
  aboutNone: { ja: '特定の設問についてではない', en: 'No question in particular' },
  ask: { ja: '質問を送る', en: 'Send the question' },
  asked: {
    ja: '質問を送りました。回答はこの画面に示されます。',
    en: 'The question was sent. Its answer will be shown here.',
  },
  questionsClosed: {
    ja: '質問は受け付けていません。必要なときは、依頼元の担当者に連絡してください。',
    en: 'No questions are taken. Tell whoever asks if need be.',
  },
  toChecklist: { ja: 'チェックリストに戻る', en: 'Back to the checklist' },
  toWithdraw: { ja: '辞退する', en: 'Withdraw' },
  withdrawalTitle: { ja: '辞退の確認', en: 'Withdraw' },
  withdrawalLead: {
    ja: '辞退すると、保存した回答は消え、回答も辞退の取消しもできなくなります。',
    en: 'Once you withdraw, saved answers are gone; it can neither be answered nor taken back.',
  },
  withdrawalReason: { ja: '辞退の理由', en: 'Why you withdraw' },
  withdrawalConfirmed: {
    ja: '辞退を取り消せないことを確認しました',
    en: 'I know that it cannot be taken back',
  },
  withdraw: { ja: '辞退する', en: 'Withdraw' },
  withdrawnTitle: { ja: '辞退を受け付けました', en: 'You withdrew' },
  withdrawnLead: {
    ja: '辞退を受け付けました。この画面を印刷するか、保存してください。リンクは、これより後は使えません。',
    en: 'The withdrawal was received. Print or save this page; the link leads nowhere from now on.',
  },
  faultsOfStep: { ja: '入力に誤りがあります。', en: 'Something is to be put right.' },
  noLink: {
    ja: 'リンクが正しくありません。受け取ったリンクの全体を開いてください。',
    en: 'It is no link of ours. Open the whole link you received.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** How large the files of one form may be together. */
export function mostOf(bytes: number): Text {
  const megabytes = String(Math.floor(bytes / (1024 * 1024)));
  return {
    ja: `1回の保存で送れるのは、合わせて ${megabytes} MB までです。`,
    en: `Together they have at most ${megabytes} MB each time.`,
  };
}

const GO_BACK = {
  ja: 'ブラウザーの「戻る」で入力の画面に戻ってください。',
  en: 'Go back in your browser to what you entered.',
};

/** What a browser is told of refusals that know nothing of the page, by status. */
export const PAGE_REFUSALS: Readonly<Record<number, Text>> = {
  400: {
    ja: `送られた内容を読み取れません。${GO_BACK.ja}使えない文字（制御文字など）があれば除いて、もう一度送ってください。`,
    en: `What was sent cannot be read. ${GO_BACK.en} Take out characters that cannot be used and send it again.`,
  },
  413: {
    ja: `一度に送れる大きさを超えています。${GO_BACK.ja}ファイルを減らし、何回かに分けて保存してください。`,
    en: `It is more than can be sent at once. ${GO_BACK.en} Choose fewer files and save several times.`,
  },
  415: {
    ja: `この形式では受け付けられません。${GO_BACK.ja}画面のボタンから送ってください。`,
    en: `It was not sent by the form of the page. ${GO_BACK.en} Send it by its buttons.`,
  },
  429: {
    ja: 'アクセスが多すぎるため、受け付けられません。1分ほど待ってから、もう一度送ってください。',
    en: 'There are too many requests. Wait for a minute and send it again.',
  },
};
