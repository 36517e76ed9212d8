import type { ChainContent, ChartedHop } from '../../src/subcontracting/domain/chain-content.js';

/** The contract of chains under test. */
export const contract = {
  ...{ id: 'c', title: '窓口予約システム運用業務委託契約', documentNumber: '総第123号' },
  ...{ vendorId: 'v', vendorName: '株式会社元請', corporateNumber: '1000000000001' },
};

/** A chain of these hops, each at work below the contractor where nothing else is said. */
export function charted(
  hops: readonly (Partial<ChartedHop> & { readonly id: string })[],
): ChainContent {
  return {
    body: { ja: '試験町', en: 'Test Town' },
    ...{ engagementTitle: '窓口予約システムの運用', asOf: '2026-12-10', contracts: [contract] },
    items: new Map([['i', '予約者の氏名・連絡先']]),
    hops: hops.map((hop) => ({
      ...{ contractId: 'c', passedOnById: null, status: 'effective', vendorId: `v-${hop.id}` },
      ...{ vendorName: `株式会社${hop.id}`, corporateNumber: null, work: '夜間の運用監視' },
      ...{ dataItemIds: ['i'], place: '福岡市', country: 'JP', startedOn: null, endedOn: null },
      ...hop,
    })),
  };
}
