import { unknownIdFault, type InputFault } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import type { DecidedOutcome } from './subcontract-lifecycle.js';
import { makesCircle, type Hop } from './chain.js';

/** How much of the work is passed on: a part of it, the main part, or all of it (一括再委託). */
export const EXTENTS = ['part', 'main-part', 'whole'] as const;
export type Extent = (typeof EXTENTS)[number];

/** A hop with the firm that takes the work and the information it handles. */
export interface PlacedHop extends Hop {
  readonly vendorId: string;
  readonly dataItemIds: readonly string[];
}

/** Where a hop is put in the chain of a contract. */
export interface Placing {
  readonly id: string;
  readonly passedOnById: string | null;
  readonly vendorId: string;
  readonly dataItemIds: readonly string[];
}

/** What a hop is put into. */
export interface ChainOfContract {
  /** The firm that signs with the body; null where there is no such contract. */
  readonly contractorId: string | null;
  readonly hops: readonly PlacedHop[];
  /** Ids of the information the engagement handles today. */
  readonly handled: ReadonlySet<string>;
}

/**
 * Why a hop cannot stand where it is put: an origin that is not in the chain of the contract, a circle, a
 * firm that passes the work to itself, and information the engagement or the origin does not handle.
 */
export function placingFaults(placing: Placing, chain: ChainOfContract): InputFault[] {
  const { id, passedOnById, vendorId } = placing;
  const origin = chain.hops.find((hop) => hop.id === passedOnById);
  const giver = origin?.vendorId ?? chain.contractorId;
  const circle = makesCircle(chain.hops, id, passedOnById);
  const nowhere = passedOnById !== null && origin === undefined;
  return [
    ...(nowhere ? [unknownIdFault('#/passedOnById')] : []),
    ...(circle ? [fault('#/passedOnById', CIRCLE)] : []),
    ...(giver === vendorId ? [fault('#/vendorId', TO_ITSELF)] : []),
    ...itemFaults(placing, chain, origin),
  ];
}

/**
 * The same for a firm that was found at work: what it got to see is told as it is, also where whoever passed
 * the work on was not to have it.
 */
export function foundFaults(placing: Placing, chain: ChainOfContract): InputFault[] {
  return [
    ...placingFaults({ ...placing, dataItemIds: [] }, chain),
    ...unhandledFaults(placing.dataItemIds, chain.handled),
  ];
}

/** Items that the engagement does not handle. */
function unhandledFaults(
  dataItemIds: readonly string[],
  handled: ReadonlySet<string>,
): InputFault[] {
  return dataItemIds.flatMap((item, at) =>
    handled.has(item) ? [] : [fault(`#/dataItemIds/${String(at)}`, NOT_HANDLED)],
  );
}

function itemFaults(
  { dataItemIds }: Placing,
  { handled }: ChainOfContract,
  origin: PlacedHop | undefined,
): InputFault[] {
  const unhandled = unhandledFaults(dataItemIds, handled);
  if (unhandled.length > 0 || origin === undefined) return unhandled;
  return dataItemIds.flatMap((item, at) =>
    origin.dataItemIds.includes(item) ? [] : [fault(`#/dataItemIds/${String(at)}`, NOT_GIVEN)],
  );
}

/** What an application must say, as far as it may be left open while it is drafted. */
export interface ApplicationContent {
  readonly reason: string | null;
  readonly extent: Extent | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly safeguards: string | null;
  readonly fromOn: string | null;
}

/** The members an application lacks: why, how much, where, how it is protected, and from when (9(1)②ア(エ)-9). */
export function missingFaults(content: ApplicationContent): InputFault[] {
  const { reason, extent, place, country, safeguards, fromOn: from } = content;
  return Object.entries({ reason, extent, place, country, safeguards, from })
    .filter(([, value]) => value === null)
    .map(([member]) => fault(`#/${member}`, MISSING));
}

/** The contractor applies before the body takes it in. */
export function appliedFaults(appliedOn: string, today: string): InputFault[] {
  return appliedOn > today ? [fault('#/appliedOn', IN_FUTURE)] : [];
}

/** What was found was found by today. */
export function discoveryFaults(discoveredOn: string, today: string): InputFault[] {
  return discoveredOn > today ? [fault('#/discoveredOn', IN_FUTURE)] : [];
}

/** Who returns or rejects says why. */
export function commentFaults(outcome: DecidedOutcome, comment: string | null): InputFault[] {
  const needsComment = outcome === 'return' || outcome === 'reject';
  return needsComment && comment === null ? [fault('#/comment', WHY)] : [];
}

/** The contractor applied before it was decided, also where that was done in the document system. */
export function decidedFaults(decidedOn: string, appliedOn: string): InputFault[] {
  return decidedOn < appliedOn ? [fault('#/madeElsewhere/decidedOn', BEFORE_APPLICATION)] : [];
}

/** From when to when the work was applied for. */
interface Term {
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** Whether the work would begin earlier or last longer than it was approved for. */
export function isLonger(changed: Term, approved: Term): boolean {
  const [from, approvedFrom] = [changed.fromOn ?? '', approved.fromOn ?? ''];
  if (from < approvedFrom) return true;
  if (approved.untilOn === null) return false;
  return changed.untilOn === null || changed.untilOn > approved.untilOn;
}

/** A firm starts after the approval, within what was approved, and no day is told in advance. */
export function startFaults(
  startedOn: string,
  { fromOn, untilOn }: Term,
  approvedOn: string,
  today: string,
): InputFault[] {
  if (startedOn > today) return [fault('#/startedOn', IN_FUTURE)];
  if (startedOn < approvedOn) return [fault('#/startedOn', BEFORE_APPROVAL)];
  const isWithin = (fromOn ?? '') <= startedOn && (untilOn === null || startedOn <= untilOn);
  return isWithin ? [] : [fault('#/startedOn', OUTSIDE_TERM)];
}

/** A firm ends after it began. */
export function endFaults(
  endedOn: string,
  { startedOn }: { readonly startedOn: string | null },
  today: string,
): InputFault[] {
  if (endedOn > today) return [fault('#/endedOn', IN_FUTURE)];
  return startedOn !== null && endedOn < startedOn ? [fault('#/endedOn', BEFORE_START)] : [];
}

function fault(pointer: string, detail: Text): InputFault {
  return { pointer, detail };
}

const CIRCLE = {
  ja: '再委託の連なりが輪になります。上位の再委託を指定してください。',
  en: 'The chain would become a circle. Name a hop above it.',
};
const TO_ITSELF = {
  ja: '業務を渡す事業者と受ける事業者が同じです。',
  en: 'The firm would pass the work to itself.',
};
const NOT_HANDLED = {
  ja: 'この案件で取り扱う情報ではありません。',
  en: 'The engagement handles no such item.',
};
const NOT_GIVEN = {
  ja: '業務を渡す再委託先が取り扱わない情報は、その先で取り扱えません。',
  en: 'The firm that passes the work on does not handle this item itself.',
};
const WHY = {
  ja: '差戻し又は不承認の理由を入力してください。',
  en: 'Say why it is returned or rejected.',
};
const IN_FUTURE = {
  ja: '未来の日付は登録できません。',
  en: 'It cannot be in the future.',
};
const BEFORE_APPROVAL = {
  ja: '承認の日より前に開始することはできません。',
  en: 'It must not be before the day of the approval.',
};
const BEFORE_APPLICATION = {
  ja: '元請の申請の日以後の日を指定してください。',
  en: 'It must not be before the day of the application.',
};
const OUTSIDE_TERM = {
  ja: '承認された業務の期間内の日を指定してください。',
  en: 'It must be within the term that was approved.',
};
const BEFORE_START = {
  ja: '開始の日以後の日を指定してください。',
  en: 'It must not be before the day the work started.',
};
const MISSING = {
  ja: '申請には、この項目の入力が必要です。',
  en: 'An application must say this.',
};
