import type { InputFault } from '../../shared/domain/domain-error.js';

/** What the signature of a contract says of days. */
interface Signing {
  readonly signedOn: string;
  readonly from: string;
  readonly until: string | null;
}

/** A signature of the future, or of after the contract's last day. */
export function signingFaults({ signedOn, until }: Signing, today: string): InputFault[] {
  if (signedOn > today) return [{ pointer: '#/signedOn', detail: IN_FUTURE }];
  if (until === null || signedOn <= until) return [];
  return [{ pointer: '#/signedOn', detail: AFTER_PERIOD }];
}

/** An end before the signature, after the contract's last day or in the future. */
export function endFaults(
  endedOn: string,
  { signedOn, until }: { readonly signedOn: string | null; readonly until: string | null },
  today: string,
): InputFault[] {
  const faults: (InputFault | false)[] = [
    endedOn > today && { pointer: '#/endedOn', detail: IN_FUTURE },
    signedOn !== null && endedOn < signedOn && { pointer: '#/endedOn', detail: BEFORE_SIGNATURE },
    until !== null && endedOn > until && { pointer: '#/endedOn', detail: AFTER_PERIOD },
  ];
  return faults.filter((fault) => fault !== false);
}

/** A day that must have come. */
export function futureFaults(day: string, today: string, pointer: string): InputFault[] {
  return day > today ? [{ pointer, detail: IN_FUTURE }] : [];
}

const IN_FUTURE = { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' };
const AFTER_PERIOD = {
  ja: '契約期間の最終日以前の日付を指定してください。',
  en: 'Name a day not after the last day of the contract.',
};
const BEFORE_SIGNATURE = {
  ja: '署名の日以後の日付を指定してください。',
  en: 'Name a day not before the signature.',
};
