import type { Text } from '../shared/domain/text.js';

/** Between facts on one line: a full-width space. */
export const GAP = '\u3000';

/** What the page of a chain says beside what it shows. */
export const PAGE_WORDS = {
  title: { ja: '条項ごとの義務と証明', en: 'Duties and proofs by article' },
  asOf: { ja: '作成日', en: 'As of' },
  status: { ja: '状況', en: 'Status' },
  unit: { ja: '所管課', en: 'Section' },
  vendor: { ja: '事業者', en: 'Vendor' },
  cloudService: { ja: 'クラウドサービス', en: 'Cloud service' },
  period: { ja: '期間', en: 'Period' },
  openEnd: { ja: '終期の定めなし', en: 'open-ended' },
  policy: { ja: '適用するポリシー', en: 'Policy' },
  regimes: { ja: '適用する規定', en: 'Rules that apply' },
  counts: { ja: '義務の状況', en: 'How the duties stand' },
  duties: { ja: '義務の数', en: 'Duties' },
  unproven: { ja: '未証明', en: 'Unproven' },
  contents: { ja: '目次', en: 'Contents' },
  other: { ja: 'その他', en: 'Other' },
  chosen: { ja: '団体が選んだ事項', en: 'Chosen by the body' },
  internal: { ja: '非公開', en: 'Not public' },
  noDuty: { ja: '義務なし', en: 'No duty' },
  owedBy: { ja: '義務を負う者', en: 'Owed by' },
  due: { ja: '期限', en: 'Due' },
  gate: { ja: 'この義務を求める手続', en: 'Asked for at' },
  proofs: { ja: '証明するもの', en: 'What proves it' },
  noProof: { ja: '証明するものがありません。', en: 'Nothing proves it.' },
  missing: { ja: '足りないもの', en: 'What is missing' },
  later: { ja: '今後必要になるもの', en: 'Needed later' },
  until: { ja: 'まで', en: 'until' },
  past: { ja: '効力なし', en: 'no longer counts' },
  since: { ja: 'から効力なし', en: 'void since' },
  decidedOn: { ja: '適用除外の決定', en: 'Decided not to apply' },
  underReReview: { ja: '再審査の対象となった日', en: 'Under re-review since' },
  criteria: { ja: '確認項目', en: 'Criteria' },
  clauses: { ja: '契約条項', en: 'Clauses' },
  required: { ja: '必須', en: 'required' },
  knockOut: { ja: '不適格要件', en: 'knock-out' },
  reports: { ja: '報告', en: 'Reports' },
  accepted: { ja: '受理', en: 'accepted' },
  overdue: { ja: '期限超過', en: 'overdue' },
  next: { ja: '次の期限', en: 'next due' },
  findings: { ja: '指摘事項', en: 'Findings' },
} as const satisfies Record<string, Text>;

export const SEVERITY_WORDS = {
  major: { ja: '重大', en: 'Major' },
  minor: { ja: '軽微', en: 'Minor' },
  observation: { ja: '観察', en: 'Observation' },
} as const satisfies Record<string, Text>;
