import type { ENGAGEMENT_FACTS, Gate, ObligationRule, Phase, ProofKind, Text } from './pack.js';

export const OWED_BY_WORDS: Readonly<Record<ObligationRule['owedBy'], Text>> = {
  body: { ja: '団体', en: 'The body' },
  vendor: { ja: '事業者', en: 'The vendor' },
};

export const GATE_WORDS: Readonly<Record<Gate, Text>> = {
  specify: { ja: '仕様の確定', en: 'Specification' },
  select: { ja: '選定', en: 'Selection' },
  apply: { ja: '利用申請', en: 'Use application' },
  sign: { ja: '契約の締結', en: 'Signature' },
  conclude: { ja: '契約の成立', en: 'Conclusion' },
  provide: { ja: '情報の提供', en: 'Provision of information' },
  start: { ja: '業務の開始', en: 'Start' },
  'go-live': { ja: '利用の開始', en: 'Go-live' },
  accept: { ja: '検収', en: 'Acceptance' },
  close: { ja: '完了', en: 'Closing' },
};

/** What a proof rests on, as the trade calls it. */
export const PROOF_WORDS: Readonly<Record<ProofKind, Text>> = {
  'data-items': { ja: '情報の分類', en: 'Classified information' },
  'rule-document': { ja: '規程', en: 'Rule document' },
  record: { ja: '記録', en: 'Record' },
  specification: { ja: '調達仕様書', en: 'Specification' },
  assessment: { ja: '事業者の評価', en: 'Assessment' },
  selection: { ja: '選定', en: 'Selection' },
  'trust-judgement': { ja: '信頼性の判断', en: 'Trust judgement' },
  'use-decision': { ja: '利用承認', en: 'Use decision' },
  'cloud-service-entry': { ja: '承認済みクラウドサービス', en: 'Approved cloud service' },
  'terms-snapshot': { ja: '約款の写し', en: 'Terms snapshot' },
  'contract-clause': { ja: '契約条項', en: 'Contract clause' },
  'contract-signature': { ja: '契約の締結', en: 'Contract signature' },
  nda: { ja: '秘密保持契約', en: 'Non-disclosure agreement' },
  'information-provision': { ja: '情報の提供', en: 'Provision of information' },
  report: { ja: '報告', en: 'Report' },
  audit: { ja: '監査', en: 'Audit' },
  finding: { ja: '指摘事項', en: 'Finding' },
  'policy-exception': { ja: '例外措置', en: 'Exception' },
};

export const PHASE_WORDS: Readonly<Record<Phase, Text>> = {
  before: { ja: '開始前', en: 'Before the start' },
  during: { ja: '期間中', en: 'During the period' },
  end: { ja: '終了時', en: 'At the end' },
};

/** What can hold for an engagement, as staff say it. */
export const FACT_WORDS: Readonly<Record<(typeof ENGAGEMENT_FACTS)[number], Text>> = {
  outsourcing: { ja: '業務を委託する', en: 'Work is outsourced' },
  cloud: { ja: 'クラウドサービスを利用する', en: 'A cloud service is used' },
  'social-media': {
    ja: 'ソーシャルメディアサービスを利用する',
    en: 'A social-media service is used',
  },
  development: { ja: '情報システムを開発する', en: 'A system is developed' },
  operation: { ja: '情報システムを運用・保守する', en: 'A system is operated or maintained' },
  disposal: { ja: '機器や情報を廃棄する', en: 'Equipment or information is disposed of' },
  'personal-information': { ja: '個人情報を取り扱う', en: 'Personal information is handled' },
  'specific-personal-information': {
    ja: '特定個人情報を取り扱う',
    en: 'Specific personal information is handled',
  },
  'outside-segment': {
    ja: '情報を、その分類を扱えない区分で取り扱う',
    en: 'Information is handled in a segment that does not admit its class',
  },
  'handles-important-information': {
    ja: '重要な情報を取り扱う（審査の深さの問い）',
    en: 'Important information is handled (question on the tier)',
  },
  'stoppage-intolerable': {
    ja: '停止が許されない（審査の深さの問い）',
    en: 'A stoppage cannot be tolerated (question on the tier)',
  },
  'reaches-internal-systems': {
    ja: '庁内のシステムにつながる（審査の深さの問い）',
    en: 'Internal systems are reached (question on the tier)',
  },
  'sanitised-transfer': {
    ja: '無害化通信の対象の区分を使う',
    en: 'A segment with sanitised transfer',
  },
};
