import type { Text } from '../shared/domain/text.js';
import type { RegionUse } from '../vendors/index.js';
import type { ExitPart } from './domain/exit-plan.js';
import type { KnockOutFinding } from './domain/judgement.js';

/** What the lines of a comparison sheet are called. */
export const LINES = {
  candidate: { ja: '候補者', en: 'Candidate' },
  service: { ja: '提供サービス', en: 'Service offered' },
  result: { ja: '評価結果', en: 'Outcome' },
  score: { ja: '得点（100点満点）', en: 'Score (of 100)' },
  knockOuts: { ja: '満たさない必須項目', en: 'Knock-outs not passed' },
  conditions: { ja: '条件', en: 'Conditions' },
  certificates: { ja: '認証・登録', en: 'Certificates' },
  regions: { ja: '情報を取り扱う場所', en: 'Places of information' },
  subcontractors: { ja: '再委託の予定', en: 'Subcontractors planned' },
  exit: { ja: '終了・移行の計画', en: 'Exit plan' },
  unequal: { ja: '満点でない項目（100点満点）', en: 'Topics not met in full (of 100)' },
  selected: { ja: '選定', en: 'Selected' },
} as const satisfies Record<string, Text>;

export const SHEET_WORDS = {
  title: { ja: '候補者比較表', en: 'Comparison of candidates' },
  engagement: { ja: '案件', en: 'Engagement' },
  comparedOn: { ja: '比較の基準日', en: 'As of' },
  topic: { ja: '項目', en: 'Topic' },
  topics: { ja: '項目別の得点（100点満点）', en: 'Score by topic (of 100)' },
  shortened: {
    ja: '「…」「ほか」とある部分は省略しています。全体は Excel ファイルにあります。',
    en: 'What ends in … or says how many more is shortened; the workbook has all of it.',
  },
  mismatch: { ja: '、対象が異なる', en: ', other scope' },
  none: { ja: 'なし', en: 'None' },
  unstated: { ja: '未提出', en: 'Not stated' },
  unregistered: { ja: '未登録', en: 'Not registered' },
  isSelected: { ja: '○', en: 'Yes' },
} as const satisfies Record<string, Text>;

export const FINDING_WORDS: Readonly<Record<KnockOutFinding, Text>> = {
  failed: { ja: '不適合', en: 'failed' },
  unknown: { ja: '不明', en: 'unknown' },
  'without-evidence': { ja: '証跡なし', en: 'without evidence' },
};

export const EXIT_WORDS: Readonly<Record<ExitPart, Text>> = {
  formats: { ja: '返却形式', en: 'formats' },
  notice: { ja: '終了の予告', en: 'notice' },
  help: { ja: '移行の支援', en: 'help' },
  'parallel-run': { ja: '並行稼働', en: 'parallel run' },
  interruption: { ja: '中断時の措置', en: 'interruption' },
};

const USE_WORDS: Readonly<Record<RegionUse, Text>> = {
  storage: { ja: '保存', en: 'storage' },
  backup: { ja: '控え', en: 'backup' },
  logs: { ja: 'ログ', en: 'logs' },
  processing: { ja: '処理', en: 'processing' },
  'support-access': { ja: '保守', en: 'support' },
};

const STANDING_WORDS: Readonly<Record<string, Text>> = {
  claimed: { ja: '自己申告・未確認', en: 'claimed' },
  verified: { ja: '確認済', en: 'verified' },
  expiring: { ja: '期限間近', en: 'expiring' },
  expired: { ja: '期限切れ', en: 'expired' },
  'renewal-pending': { ja: '更新手続中', en: 'renewal pending' },
  suspended: { ja: '一時停止', en: 'suspended' },
  withdrawn: { ja: '取消し', en: 'withdrawn' },
};

const SCHEME_WORDS: Readonly<Record<string, Text>> = {
  iso27001: { ja: 'ISO/IEC 27001', en: 'ISO/IEC 27001' },
  iso27017: { ja: 'ISO/IEC 27017', en: 'ISO/IEC 27017' },
  iso27018: { ja: 'ISO/IEC 27018', en: 'ISO/IEC 27018' },
  iso27701: { ja: 'ISO/IEC 27701', en: 'ISO/IEC 27701' },
  ismap: { ja: 'ISMAP', en: 'ISMAP' },
  'ismap-liu': { ja: 'ISMAP-LIU', en: 'ISMAP-LIU' },
  'privacy-mark': { ja: 'プライバシーマーク', en: 'Privacy Mark' },
  'soc2-type1': { ja: 'SOC 2 Type 1', en: 'SOC 2 Type 1' },
  'soc2-type2': { ja: 'SOC 2 Type 2', en: 'SOC 2 Type 2' },
  'cs-gold': { ja: 'CSゴールドマーク', en: 'CS Gold Mark' },
  'cs-silver': { ja: 'CSシルバーマーク', en: 'CS Silver Mark' },
  aspic: { ja: 'ASPIC 情報開示認定', en: 'ASPIC disclosure certification' },
  star: { ja: 'CSA STAR', en: 'CSA STAR' },
  'security-action-1': {
    ja: 'SECURITY ACTION 一つ星（自己宣言）',
    en: 'SECURITY ACTION, one star (self-declared)',
  },
  'security-action-2': {
    ja: 'SECURITY ACTION 二つ星（自己宣言）',
    en: 'SECURITY ACTION, two stars (self-declared)',
  },
  other: { ja: 'その他の認証', en: 'Other certificate' },
};

/** A word of a list that another feature keeps; the code itself where it is newer than this list. */
function word(words: Readonly<Record<string, Text>>, code: string): Text {
  return words[code] ?? { ja: code, en: code };
}

export function useWord(use: RegionUse): Text {
  return USE_WORDS[use];
}

export function standingWord(standing: string): Text {
  return word(STANDING_WORDS, standing);
}

export function schemeWord(scheme: string): Text {
  return word(SCHEME_WORDS, scheme);
}
