import type { Text } from '../../shared/domain/text.js';

/** What the chart of a chain says in its own words. */
export const CHAIN_WORDS = {
  title: { ja: '履行体制図', en: 'Chain of contractors' },
  body: { ja: '発注者', en: 'Body' },
  engagement: { ja: '案件', en: 'Engagement' },
  contract: { ja: '契約', en: 'Contract' },
  rank: { ja: '次数', en: 'Rank' },
  firm: { ja: '事業者', en: 'Firm' },
  number: { ja: '法人番号', en: 'Corporate number' },
  work: { ja: '業務の範囲', en: 'Work' },
  information: { ja: '取り扱う情報', en: 'Information' },
  place: { ja: '作業場所', en: 'Place' },
  status: { ja: '承認の状態', en: 'Approval' },
  contractor: { ja: '元請', en: 'contractor' },
  noContract: { ja: 'この案件には契約がありません。', en: 'The engagement has no contract.' },
  noInformation: { ja: 'なし', en: 'none' },
} as const satisfies Record<string, Text>;

/** How a rank is said: 元請 is the first, its re-subcontractors the second. */
export function rankText(rank: number): Text {
  if (rank === 1) return { ja: '1次（元請）', en: '1 (contractor)' };
  return { ja: `${String(rank)}次`, en: String(rank) };
}
