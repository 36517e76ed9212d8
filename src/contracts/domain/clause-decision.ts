import type { Clause } from '../../policies/index.js';
import type { InputFault } from '../../shared/domain/domain-error.js';
import {
  isFilled,
  proposedValue,
  valueFaults,
  type ClauseValue,
  type ClauseValues,
} from './clause-value.js';
import { pointerToken } from '../../shared/domain/json-pointer.js';

/** Whether a clause of the library is part of the contract. */
export const CLAUSE_DECISIONS = ['included', 'not-applicable'] as const;
export type ClauseDecisionKind = (typeof CLAUSE_DECISIONS)[number];

/** A decision on a clause as a drafter sends it. Null empties a parameter that has a proposal. */
export interface GivenDecision {
  readonly clauseId: string;
  readonly decision: ClauseDecisionKind;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

/** A decision on a clause as the contract keeps it. */
export interface ClauseDecision {
  readonly clauseId: string;
  readonly decision: ClauseDecisionKind;
  /** Empty where the clause is not applicable. */
  readonly values: ClauseValues;
  /** Why it is not applicable; null where it is included. */
  readonly reason: string | null;
}

/** Every fault of a set of decisions, each at its place in the request. */
export function decisionFaults(
  offered: readonly Clause[],
  given: readonly GivenDecision[],
): InputFault[] {
  const clauses = new Map(offered.map((clause) => [clause.id, clause]));
  return given.flatMap((decision, index) => {
    const pointer = `#/clauses/${String(index)}`;
    const clause = clauses.get(decision.clauseId);
    if (clause === undefined) return [{ pointer: `${pointer}/clauseId`, detail: NOT_OFFERED }];
    const isTwice = given.findIndex(({ clauseId }) => clauseId === clause.id) < index;
    return [
      ...(isTwice ? [{ pointer: `${pointer}/clauseId`, detail: TWICE }] : []),
      ...formFaults(clause, decision, pointer),
    ];
  });
}

function formFaults(clause: Clause, given: GivenDecision, pointer: string): InputFault[] {
  if (given.decision === 'not-applicable') return leftOutFaults(given, pointer);
  const reason = given.reason === undefined ? [] : [fault(`${pointer}/reason`, REASON_UNASKED)];
  return [...reason, ...valuesFaults(clause, given.values ?? {}, `${pointer}/values`)];
}

function leftOutFaults({ values, reason }: GivenDecision, pointer: string): InputFault[] {
  return [
    ...(reason === undefined ? [fault(`${pointer}/reason`, REASON_MISSING)] : []),
    ...(values === undefined ? [] : [fault(`${pointer}/values`, VALUES_UNASKED)]),
  ];
}

function fault(pointer: string, detail: InputFault['detail']): InputFault {
  return { pointer, detail };
}

function valuesFaults(
  { parameters }: Clause,
  values: Readonly<Record<string, unknown>>,
  pointer: string,
): InputFault[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const parameter = parameters.find((candidate) => candidate.id === id);
    const at = `${pointer}/${pointerToken(id)}`;
    if (parameter === undefined) return [{ pointer: at, detail: NO_SUCH_PARAMETER }];
    return value === null ? [] : valueFaults(parameter, value, at);
  });
}

/** A faultless decision as it is kept: what was left out is filled with what the policy proposes. */
export function keptDecision(
  { id, parameters }: Clause,
  {
    decision,
    values = {},
    reason = null,
  }: Omit<GivenDecision, 'reason'> & { readonly reason?: string | null },
): ClauseDecision {
  if (decision === 'not-applicable') return { clauseId: id, decision, values: {}, reason };
  const filled = parameters.flatMap((parameter): [string, ClauseValue][] => {
    const given = values[parameter.id];
    const value = given === undefined ? proposedValue(parameter) : (given as ClauseValue | null);
    return value !== null && isFilled(value) ? [[parameter.id, value]] : [];
  });
  return { clauseId: id, decision, values: Object.fromEntries(filled), reason: null };
}

const NOT_OFFERED = {
  ja: 'この案件の契約には用意されていない条項です。',
  en: 'The clause is not offered for the contract of this engagement.',
};
const TWICE = {
  ja: '同じ条項が 2 回あります。',
  en: 'The clause is named twice.',
};
const REASON_MISSING = {
  ja: '適用しない理由が必要です。',
  en: 'It needs a reason why it is not applicable.',
};
const REASON_UNASKED = {
  ja: '入れる条項に理由は指定できません。',
  en: 'An included clause has no reason; leave it out.',
};
const VALUES_UNASKED = {
  ja: '適用しない条項に値は指定できません。',
  en: 'A clause that is not applicable has no values; leave them out.',
};
const NO_SUCH_PARAMETER = {
  ja: 'この条項にない項目です。',
  en: 'The clause has no such parameter.',
};
