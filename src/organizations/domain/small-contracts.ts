import type { InputFault } from '../../shared/domain/domain-error.js';

/** Sorts of contracts by which small ones are told: 工事又は製造の請負, 財産の買入れ, 物件の借入れ, その他 (業務委託など). */
export const CONTRACT_SORTS = ['manufacture', 'purchase', 'lease', 'other'] as const;
export type ContractSort = (typeof CONTRACT_SORTS)[number];

/** For each sort the most, in yen, for which a body contracts without competition by its own rule (財務規則). */
export type SmallContractLimits = Readonly<Partial<Record<ContractSort, number>>>;

type Ceilings = Readonly<Record<ContractSort, number>>;

/** 地方自治法施行令 別表第五, as in force since 2025-04-01: what a body's own rule cannot exceed. */
const PREFECTURES_AND_DESIGNATED_CITIES: Ceilings = {
  ...{ manufacture: 4_000_000, purchase: 3_000_000, lease: 1_500_000, other: 2_000_000 },
};
const OTHERS: Ceilings = {
  ...{ manufacture: 2_000_000, purchase: 1_500_000, lease: 800_000, other: 1_000_000 },
};

/** The ceilings of the law for a body. A designated city is told by its code: NN1x0 outside Tokyo (政令指定都市). */
export function smallContractCeilings({
  type,
  localGovernmentCode,
}: {
  readonly type: string;
  readonly localGovernmentCode: string | null;
}): Ceilings {
  const isDesignated = /^(?!13)\d\d1\d0\d$/.test(localGovernmentCode ?? '');
  return type === 'prefecture' || (type === 'city' && isDesignated)
    ? PREFECTURES_AND_DESIGNATED_CITIES
    : OTHERS;
}

/** Limits above what the law leaves to the body. */
export function limitFaults(limits: SmallContractLimits, ceilings: Ceilings): InputFault[] {
  return CONTRACT_SORTS.filter((sort) => (limits[sort] ?? 0) > ceilings[sort]).map((sort) => ({
    pointer: `#/smallContractLimits/${sort}`,
    detail: {
      ja: `地方自治法施行令別表第五により、${String(ceilings[sort])} 円を超えることはできません。`,
      en: `The law (別表第五 of the Local Autonomy Act's order) allows no more than ${String(ceilings[sort])} yen.`,
    },
  }));
}
