import type { InputFault } from '../../shared/domain/domain-error.js';

/** Information handed to a vendor, as it is recorded. */
export interface Provision {
  readonly dataItemIds: readonly string[];
  readonly encrypted: boolean;
  readonly unencryptedReason?: string;
  readonly permittedOn: string;
  readonly deliveredOn: string;
}

/**
 * Faults of a provision: items the engagement does not handle, no protection and no reason for that
 * (3(2)⑨ア), and permission after the fact (3(2)⑨イ).
 */
export function provisionFaults(
  provision: Provision,
  handled: readonly { readonly id: string }[],
  today: string,
): InputFault[] {
  const { dataItemIds, encrypted, unencryptedReason, permittedOn, deliveredOn } = provision;
  const unknown = dataItemIds.flatMap((id, index) =>
    handled.some((item) => item.id === id)
      ? []
      : [{ pointer: `#/dataItemIds/${String(index)}`, detail: NOT_HANDLED }],
  );
  const faults: (InputFault | false)[] = [
    !encrypted && unencryptedReason === undefined && REASON_MISSING,
    encrypted && unencryptedReason !== undefined && REASON_UNASKED,
    permittedOn > deliveredOn && PERMITTED_AFTER,
    deliveredOn > today && DELIVERED_IN_FUTURE,
  ];
  return [...unknown, ...faults.filter((fault) => fault !== false)];
}

/** The agreement with the recipient that is in force on a day, the last concluded first. */
export function ndaInForce<
  Nda extends {
    readonly vendorId: string;
    readonly concludedOn: string;
    readonly validUntil: string | null;
  },
>(ndas: readonly Nda[], vendorId: string, day: string): Nda | undefined {
  return ndas
    .filter((nda) => nda.vendorId === vendorId && nda.concludedOn <= day)
    .filter(({ validUntil }) => validUntil === null || day <= validUntil)
    .reduce<Nda | undefined>(
      (last, nda) => (last === undefined || nda.concludedOn > last.concludedOn ? nda : last),
      undefined,
    );
}

const NOT_HANDLED = {
  ja: 'この案件で取り扱う情報ではありません。',
  en: 'The engagement handles no such item.',
};
const REASON_MISSING = {
  pointer: '#/unencryptedReason',
  detail: {
    ja: '暗号化しない場合は、その理由が必要です。',
    en: 'Without encryption it needs the reason.',
  },
};
const REASON_UNASKED = {
  pointer: '#/unencryptedReason',
  detail: {
    ja: '暗号化した場合は指定できません。',
    en: 'Leave it out where the information is encrypted.',
  },
};
const PERMITTED_AFTER = {
  pointer: '#/permittedOn',
  detail: {
    ja: '許可は提供の日以前に受けたものでなければなりません。',
    en: 'The permission must not be later than the delivery.',
  },
};
const DELIVERED_IN_FUTURE = {
  pointer: '#/deliveredOn',
  detail: { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' },
};
