import type { InputFault } from '../../shared/domain/domain-error.js';
import type { SelectionMethod } from './selection.js';

/** How a procurement method has candidates treated. */
export interface MethodRules {
  /** Who passes may be selected and the price decides; scores are not compared, and no exception stands in. */
  readonly isPassOrFail: boolean;
  /** Candidates are told criteria, weights and the scores needed beforehand. */
  readonly publishesPoints: boolean;
  /** Whether answers are taken after the last day: never, by a recorded permission, or as they come. */
  readonly lateAnswers: 'never' | 'permitted' | 'free';
  /** Answers are reviewed only when no more can come. */
  readonly isSealed: boolean;
  /** A candidate may be asked again for what it did not meet. */
  readonly asksAgain: boolean;
}

/**
 * What the methods of 地方自治法 第234条 mean for a checklist. In a tender all are asked once and pass or fail;
 * where points decide, they are announced beforehand (地方自治法施行令 第167条の10の2); a negotiated contract is free.
 */
export const METHOD_RULES: Readonly<Record<SelectionMethod, MethodRules>> = {
  tender: {
    ...{ isPassOrFail: true, publishesPoints: false, lateAnswers: 'never' },
    ...{ isSealed: true, asksAgain: false },
  },
  'comprehensive-evaluation': {
    ...{ isPassOrFail: false, publishesPoints: true, lateAnswers: 'permitted' },
    ...{ isSealed: true, asksAgain: true },
  },
  proposal: {
    ...{ isPassOrFail: false, publishesPoints: true, lateAnswers: 'permitted' },
    ...{ isSealed: true, asksAgain: true },
  },
  negotiated: {
    ...{ isPassOrFail: false, publishesPoints: false, lateAnswers: 'free' },
    ...{ isSealed: false, asksAgain: true },
  },
};

/** Where a selection procedure stands on a day. */
export const PROCEDURE_STATUSES = ['open', 'closed', 'concluded', 'cancelled'] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** The days a procedure's standing follows from. */
export interface ProcedureDays {
  /** The last day for answers. */
  readonly closesOn: string;
  /** Closed before that day, as every candidate had answered. */
  readonly closedOn: string | null;
  readonly cancelledOn: string | null;
  /** Whether one of its candidates is selected. */
  readonly isConcluded: boolean;
}

/** Nothing has to run for a procedure to close: the day after the last one it is closed. */
export function procedureStatusOn(
  { closesOn, closedOn, cancelledOn, isConcluded }: ProcedureDays,
  day: string,
): ProcedureStatus {
  if (cancelledOn !== null) return 'cancelled';
  if (isConcluded) return 'concluded';
  return closedOn !== null || closesOn < day ? 'closed' : 'open';
}

/** Whether answers due on a day are still taken. */
export function takesAnswersOn(
  { method, dueOn }: { readonly method: SelectionMethod; readonly dueOn: string },
  day: string,
): boolean {
  return METHOD_RULES[method].lateAnswers === 'free' || day <= dueOn;
}

/** What a procedure is opened with, as far as its method has a say in it. */
export interface ProcedureTerms {
  readonly method: SelectionMethod;
  readonly isLight: boolean;
  readonly reason: string | null;
  /** Whole yen; null where it is not stated. */
  readonly estimatedAmount: string | null;
  /** The most for which the body contracts without competition, for this sort of contract; null where none is set. */
  readonly lightLimit: string | null;
  /** Whether the review tier is the lightest of the policy. */
  readonly isLowestTier: boolean;
}

/**
 * Faults of the terms of a procedure. Contracting without competition needs its reason (随意契約理由), unless it is a small
 * one (地方自治法施行令 第167条の2第1項第1号); that way is open up to the amount of the body's own rule and where little is at stake.
 */
export function procedureFaults(terms: ProcedureTerms): InputFault[] {
  const { method, isLight, reason } = terms;
  if (isLight) return lightFaults(terms);
  return method === 'negotiated' && reason === null ? [REASON_MISSING] : [];
}

function lightFaults({
  method,
  estimatedAmount,
  lightLimit,
  isLowestTier,
}: ProcedureTerms): InputFault[] {
  return [
    ...(method === 'negotiated' ? [] : [ONLY_NEGOTIATED]),
    ...(isLowestTier ? [] : [TIER_TOO_HIGH]),
    ...amountFaults(estimatedAmount, lightLimit),
  ];
}

function amountFaults(amount: string | null, limit: string | null): InputFault[] {
  if (amount === null) return [AMOUNT_MISSING];
  if (limit === null) return [NO_LIMIT];
  return BigInt(amount) <= BigInt(limit) ? [] : [tooMuch(limit)];
}

const REASON_MISSING: InputFault = {
  pointer: '#/reason',
  detail: {
    ja: '随意契約とする理由を入力してください。少額の場合は light を true にしてください。',
    en: 'Give the reason for contracting without competition, or set light for a small contract.',
  },
};

const ONLY_NEGOTIATED: InputFault = {
  pointer: '#/light',
  detail: {
    ja: '簡易な手続は随意契約（negotiated）の場合だけ選べます。',
    en: 'The light procedure is open to negotiated contracts only.',
  },
};

const TIER_TOO_HIGH: InputFault = {
  pointer: '#/light',
  detail: {
    ja: 'この案件は審査の区分が最も軽いものではないため、簡易な手続は選べません。',
    en: 'The engagement is not of the lightest review tier, so that the light procedure is closed to it.',
  },
};

const AMOUNT_MISSING: InputFault = {
  pointer: '#/estimatedAmount',
  detail: {
    ja: '簡易な手続では、予定価格を指定してください。',
    en: 'The light procedure needs the estimated price.',
  },
};

const NO_LIMIT: InputFault = {
  pointer: '#/contractSort',
  detail: {
    ja: 'この種類の契約について、団体の規則で定める少額随意契約の限度額が登録されていません（PATCH /v1/organization の smallContractLimits）。',
    en: 'The body has not set up to what amount it makes contracts of this sort without competition (smallContractLimits of PATCH /v1/organization).',
  },
};

function tooMuch(limit: string): InputFault {
  return {
    pointer: '#/estimatedAmount',
    detail: {
      ja: `少額随意契約の限度額（${limit} 円）を超えています。`,
      en: `It is above ${limit} yen, up to which the body contracts without competition.`,
    },
  };
}
