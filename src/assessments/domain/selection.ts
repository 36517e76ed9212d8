import type { Text } from '../../shared/domain/text.js';
import type { EngagementStatus } from '../../engagements/index.js';

/** How the vendor is chosen: 入札, 総合評価, プロポーザル, 随意契約. */
export const SELECTION_METHODS = [
  'tender',
  'comprehensive-evaluation',
  'proposal',
  'negotiated',
] as const;
export type SelectionMethod = (typeof SELECTION_METHODS)[number];

/** The methods as staff say them. */
export const SELECTION_METHOD_WORDS: Readonly<Record<SelectionMethod, Text>> = {
  tender: { ja: '入札', en: 'Tender' },
  'comprehensive-evaluation': { ja: '総合評価', en: 'Comprehensive evaluation' },
  proposal: { ja: 'プロポーザル', en: 'Proposal' },
  negotiated: { ja: '随意契約', en: 'Negotiated contract' },
};

const OPEN: readonly EngagementStatus[] = [
  'planned',
  'specified',
  'selecting',
  'selected',
  'contracting',
];

/** Whether a vendor can still be selected: until the contract is concluded. */
export function isOpenToSelection(status: EngagementStatus): boolean {
  return OPEN.includes(status);
}
