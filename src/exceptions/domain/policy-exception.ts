import { addMonths, calendarDate } from '../../shared/domain/calendar-date.js';
import type { InputFault } from '../../shared/domain/domain-error.js';
import { defineLifecycle } from '../../shared/domain/state-machine.js';

/** `emergency`: acted first and reported afterwards (8(4)②). */
export const EXCEPTION_KINDS = ['ordinary', 'emergency'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/**
 * `ended`: ended before its last day. `voided`: what it was permitted for changed before the work began.
 * One whose last day has passed stays `permitted`.
 */
export const EXCEPTION_STATUSES = ['applied', 'permitted', 'denied', 'ended', 'voided'] as const;
export type ExceptionStatus = (typeof EXCEPTION_STATUSES)[number];

export const EXCEPTION_LIFECYCLE = defineLifecycle({
  initial: 'applied',
  next: {
    applied: ['permitted', 'denied'],
    permitted: ['ended', 'voided'],
    denied: [],
    ended: [],
    voided: [],
  } as const satisfies Record<ExceptionStatus, readonly ExceptionStatus[]>,
});

/** What is asked for, as the decision on it weighs it. */
export interface ExceptionTerms {
  readonly kind: ExceptionKind;
  readonly articles: readonly string[];
  readonly reason: string;
  readonly alternativeMeasure: string;
  readonly residualRisk: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly actedOn: string | null;
}

/** The terms alone, of an exception or whatever else carries them; the order of the articles says nothing. */
export function termsOf(carrier: ExceptionTerms): ExceptionTerms {
  const { kind, reason, alternativeMeasure, residualRisk, fromOn, untilOn, actedOn } = carrier;
  const articles = [...carrier.articles].sort();
  return {
    ...{ kind, articles, reason, alternativeMeasure, residualRisk },
    ...{ fromOn, untilOn, actedOn },
  };
}

/** The time an exception is asked for; days are `YYYY-MM-DD`, ends included. */
export interface ExceptionPeriod {
  readonly kind: ExceptionKind;
  readonly from: string;
  readonly until: string;
  readonly actedOn: string | null;
}

/** Faults of the period asked for. An exception is limited in time: `longestMonths` at most. */
export function periodFaultsOf(
  { kind, from, until, actedOn }: ExceptionPeriod,
  today: string,
  longestMonths: number,
): InputFault[] {
  const faults: (InputFault | false)[] = [
    until < from && UNTIL_BEFORE_FROM,
    until > addMonths(calendarDate(from), longestMonths) && tooLong(longestMonths),
    ...(kind === 'emergency'
      ? actFaults(from, actedOn, today)
      : [actedOn !== null && ACTED_ON_UNASKED]),
  ];
  return faults.filter((fault) => fault !== false);
}

/** In an emergency staff acted first: the exception begins with the act, which is past. */
function actFaults(from: string, actedOn: string | null, today: string): (InputFault | false)[] {
  if (actedOn === null) return [ACTED_ON_MISSING];
  return [actedOn > today && ACTED_ON_IN_FUTURE, from < actedOn && FROM_BEFORE_ACT];
}

/**
 * The days on which a permitted exception counts. A decision does not reach back, except that one on
 * an emergency ratifies what was done before it. None where its last day passed before the decision.
 */
export function effectOf(
  { kind, from, until }: Pick<ExceptionPeriod, 'kind' | 'from' | 'until'>,
  decidedOn: string,
): { readonly validFrom: string; readonly validUntil: string } | undefined {
  const validFrom = kind === 'emergency' || from > decidedOn ? from : decidedOn;
  return validFrom > until ? undefined : { validFrom, validUntil: until };
}

const UNTIL_BEFORE_FROM = {
  pointer: '#/until',
  detail: {
    ja: '終わりの日は始まりの日以後にしてください。',
    en: 'The last day must not be before the first.',
  },
};
const ACTED_ON_MISSING = {
  pointer: '#/actedOn',
  detail: {
    ja: '緊急時の例外措置には、措置を行った日が必要です。',
    en: 'An emergency exception names the day it was acted on.',
  },
};
const ACTED_ON_UNASKED = {
  pointer: '#/actedOn',
  detail: {
    ja: '通常の例外措置は許可の後に行うため、措置を行った日は指定できません。',
    en: 'An ordinary exception is acted on after permission; leave the day out.',
  },
};
const ACTED_ON_IN_FUTURE = {
  pointer: '#/actedOn',
  detail: { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' },
};
const FROM_BEFORE_ACT = {
  pointer: '#/from',
  detail: {
    ja: '始まりの日は、措置を行った日以後にしてください。',
    en: 'The first day must not be before the day it was acted on.',
  },
};

function tooLong(months: number): InputFault {
  return {
    pointer: '#/until',
    detail: {
      ja: `例外措置の期間は${String(months)}か月以内にしてください。`,
      en: `An exception lasts at most ${String(months)} months.`,
    },
  };
}
