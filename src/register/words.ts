import type { EntryStatus } from '../approvals/index.js';
import type { Course, ObligationState, ProofEffect } from '../engagements/index.js';
import type { EngagementKind, Gate, ProofKind } from '../policies/index.js';
import type { Text } from '../shared/domain/text.js';

export const STATE_WORDS: Record<ObligationState, Text> = {
  'not-applicable': { ja: '適用除外', en: 'Not applicable' },
  pending: { ja: '時期未到来', en: 'Not yet due to begin' },
  open: { ja: '未充足', en: 'Open' },
  met: { ja: '充足', en: 'Met' },
  overdue: { ja: '期限超過', en: 'Overdue' },
  breached: { ja: '違反', en: 'Breached' },
  excepted: { ja: '例外措置', en: 'Excepted' },
};

export const ENTRY_WORDS: Record<EntryStatus, Text> = {
  approved: { ja: '承認済み', en: 'Approved' },
  'in-use': { ja: '利用中', en: 'In use' },
  're-review': { ja: '再審査', en: 'Under re-review' },
  suspended: { ja: '利用停止', en: 'Suspended' },
  retired: { ja: '利用終了', en: 'Retired' },
  voided: { ja: '失効', en: 'Voided' },
};

export const KIND_WORDS: Record<EngagementKind, Text> = {
  outsourcing: { ja: '業務委託', en: 'Outsourcing' },
  cloud: { ja: 'クラウドサービス', en: 'Cloud service' },
  'social-media': { ja: 'ソーシャルメディアサービス', en: 'Social-media service' },
};

export const COURSE_WORDS: Record<Course, Text> = {
  procurement: { ja: '選定・契約', en: 'Selection and contract' },
  light: { ja: '約款による利用', en: 'Use under standard terms' },
};

export const EFFECT_WORDS: Record<ProofEffect, Text> = {
  proves: { ja: '証明', en: 'Proof' },
  excepts: { ja: '例外措置', en: 'Exception' },
  breaches: { ja: '違反', en: 'Breach' },
};

export const OWED_BY_WORDS: Record<'body' | 'vendor', Text> = {
  body: { ja: '団体', en: 'The body' },
  vendor: { ja: '事業者', en: 'The vendor' },
};

export const GATE_WORDS: Record<Gate, Text> = {
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
export const PROOF_WORDS: Record<ProofKind, Text> = {
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
