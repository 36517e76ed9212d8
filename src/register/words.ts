import type { EntryStatus } from '../approvals/index.js';
import type { Course, ObligationState, ProofEffect } from '../engagements/index.js';
import type { EngagementKind } from '../policies/index.js';
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
