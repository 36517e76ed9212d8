import type { Text } from '../shared/domain/text.js';
import type { HandoverKind } from './handed-over.js';

export const HANDOVER_NAME: Text = { ja: '事務引継書', en: 'Handover' };

export const HANDOVER_WORDS: Readonly<Record<HandoverKind, Text>> = {
  obligation: { ja: '未充足の義務', en: 'Unproven obligations' },
  'assessment-to-review': { ja: '審査待ちの評価', en: 'Assessments to review' },
  'assessment-to-reconcile': { ja: '調整待ちの評価', en: 'Assessments to reconcile' },
  'use-application-to-decide': { ja: '決裁待ちの利用申請', en: 'Use applications to decide' },
  'report-to-submit': { ja: '提出が必要な報告', en: 'Reports to submit' },
  'report-to-review': { ja: '確認待ちの報告', en: 'Reports to review' },
  'finding-to-correct': { ja: '是正中の指摘事項', en: 'Findings to correct' },
  'finding-to-verify': { ja: '是正確認待ちの指摘事項', en: 'Findings to verify' },
  'exception-to-decide': { ja: '許可待ちの例外措置', en: 'Exceptions to decide' },
  'exception-ending': { ja: '終期の近い例外措置', en: 'Exceptions that end soon' },
};

interface Heading {
  readonly header: Text;
  /** In 半角 characters. */
  readonly width: number;
  readonly isDay?: true;
}

export const HANDOVER_HEADINGS: readonly Heading[] = [
  { header: { ja: '役職', en: 'Role' }, width: 30 },
  { header: { ja: '課・部署', en: 'Unit' }, width: 24 },
  { header: { ja: '現任者', en: 'Holder' }, width: 18 },
  { header: { ja: '種別', en: 'Kind' }, width: 28 },
  { header: { ja: '件数', en: 'Count' }, width: 8 },
  { header: { ja: '案件', en: 'Engagement' }, width: 50 },
  { header: { ja: '期限', en: 'Due' }, width: 20, isDay: true },
];
