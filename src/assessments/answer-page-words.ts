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
  evidenceTitle: { ja: '証跡の名称', en: 'What the evidence is' },
  document: { ja: '証跡の文書番号又は保管場所', en: 'Number of the document, or where it is kept' },
  until: { ja: '証跡の有効期限（あれば）', en: 'Last day the evidence is valid (if any)' },
  others: { ja: '他の証跡', en: 'Other evidence' },
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
  noLink: {
    ja: 'リンクが正しくありません。受け取ったリンクの全体を開いてください。',
    en: 'It is no link of ours. Open the whole link you received.',
  },
} as const satisfies Readonly<Record<string, Text>>;
