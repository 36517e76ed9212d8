import type { Gate, ObligationRule, Phase, ProofKind, Text } from './pack.js';

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
