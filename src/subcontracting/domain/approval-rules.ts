import type { Text } from '../../shared/domain/text.js';
import type { Extent } from './subcontract-input.js';
import type { SubcontractStatus } from './subcontract-lifecycle.js';

/** Everything that an approval of a hop depends on. */
export interface ApprovalFacts {
  readonly extent: Extent | null;
  /** How the firm is bound to the duties of the contract; null where nothing shows it. */
  readonly flowDown: string | null;
  /** The pledge of secrecy of the firm; null where there is none. */
  readonly pledge: string | null;
  readonly handlesPersonalInformation: boolean;
  /** Whether the contract is signed and runs on the day. */
  readonly contractRuns: boolean;
  /** Where the hop that passes the work on stands; null where the contractor itself does. */
  readonly origin: SubcontractStatus | null;
  readonly rank: number;
  /** The greatest rank the contract admits; null where it sets none. */
  readonly maxRank: number | null;
  /** Whether the firm is suspended from tendering (指名停止). */
  readonly isSuspended: boolean;
  /** The criteria that the policy asks a decision to be made by and of which no version is in force, by their titles. */
  readonly criteriaMissing: readonly Text[];
}

/** Something that an approval cannot pass over. */
export interface Obstacle {
  readonly code: string;
  readonly detail: Text;
}

/**
 * What stands in the way of an approval, every rule at once (9(1)②ア(エ)-9, 9(2)③カ): prior approval at
 * every rank, affiliates included, and never of the work as a whole.
 */
export function obstaclesTo(facts: ApprovalFacts): Obstacle[] {
  return RULES.flatMap(({ code, bars, detail }) =>
    bars(facts) ? [{ code, detail: detail(facts) }] : [],
  );
}

interface Rule {
  readonly code: string;
  readonly bars: (facts: ApprovalFacts) => boolean;
  readonly detail: (facts: ApprovalFacts) => Text;
}

const RULES: readonly Rule[] = [
  {
    code: 'contract-not-running',
    bars: ({ contractRuns }) => !contractRuns,
    detail: () => ({
      ja: '契約が締結されていないか、契約期間外です。',
      en: 'The contract is not signed, or does not run on this day.',
    }),
  },
  {
    code: 'origin-not-effective',
    bars: ({ origin }) => origin !== null && origin !== 'effective',
    detail: () => ({
      ja: '業務を渡す再委託先が、承認を受けて業務に当たっていません。先にその再委託の承認を受け、開始を登録してください。',
      en: 'The firm that passes the work on is not at work under an approval. Have its own hop approved and started first.',
    }),
  },
  {
    code: 'wholesale',
    bars: ({ extent }) => extent !== 'part',
    detail: () => ({
      ja: '業務の全部又は主要な部分の一括再委託は承認できません。',
      en: 'The whole or the main part of the work cannot be passed on.',
    }),
  },
  {
    code: 'rank-too-deep',
    bars: ({ rank, maxRank }) => maxRank !== null && rank > maxRank,
    detail: ({ rank, maxRank }) => ({
      ja: `契約で定めた再委託の次数の上限（${String(maxRank)}次）を超える${String(rank)}次の再委託です。`,
      en: `It would be of rank ${String(rank)}; the contract admits ${String(maxRank)}.`,
    }),
  },
  {
    code: 'firm-suspended',
    bars: ({ isSuspended }) => isSuspended,
    detail: () => ({
      ja: '再委託の相手方は指名停止の期間中です。',
      en: 'The firm is suspended from tendering.',
    }),
  },
  {
    code: 'flow-down-missing',
    bars: ({ flowDown }) => flowDown === null,
    detail: () => ({
      ja: '再委託先に契約と同等の義務を負わせていることを示すもの（flowDown）がありません。',
      en: 'Nothing shows that the firm is bound to the duties of the contract (`flowDown`).',
    }),
  },
  {
    code: 'pledge-missing',
    bars: ({ pledge, handlesPersonalInformation }) => handlesPersonalInformation && pledge === null,
    detail: () => ({
      ja: '個人情報を取り扱う再委託先の、秘密保持に関する誓約書の写し（pledge）がありません。',
      en: 'A firm that handles personal information must have pledged secrecy (`pledge`).',
    }),
  },
  {
    code: 'criteria-not-in-force',
    bars: ({ criteriaMissing }) => criteriaMissing.length > 0,
    detail: ({ criteriaMissing }) => ({
      ja: `承認の判断に用いる基準のうち、施行中の版がないもの：${criteriaMissing.map(({ ja }) => ja).join('、')}`,
      en: `No version is in force of: ${criteriaMissing.map(({ en }) => en).join(', ')}`,
    }),
  },
];
