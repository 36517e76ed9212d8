import type { InputFault } from '../../shared/domain/domain-error.js';
import { METHOD_RULES, type ProcedureStatus } from './procedure.js';
import type { SelectionMethod } from './selection.js';

/**
 * `question`: a candidate asks (質問), the body answers. `request`: the body asks one candidate about its answers (照会), which
 * answers. `notice`: the body tells every candidate something of its own accord (補足説明).
 */
export const CLARIFICATION_KINDS = ['question', 'request', 'notice'] as const;
export type ClarificationKind = (typeof CLARIFICATION_KINDS)[number];

export const AUDIENCES = ['all', 'one'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A clarification as it is asked for. */
export interface AskedClarification {
  readonly kind: ClarificationKind;
  readonly assessmentId?: string | undefined;
  readonly criterionId?: string | undefined;
  readonly visibleTo: Audience;
}

/** What the rules of a clarification follow from. */
export interface ClarificationFacts {
  readonly method: SelectionMethod;
  /** Ids of the criteria asked. */
  readonly criteria: ReadonlySet<string>;
}

/**
 * Faults of a clarification. Where candidates are treated alike, what one of them asks is answered to all of them, without
 * its name; a notice is always for all, a request for the one it is about.
 */
export function clarificationFaults(
  { kind, assessmentId, criterionId, visibleTo }: AskedClarification,
  { method, criteria }: ClarificationFacts,
): InputFault[] {
  return [
    ...candidateFaults(kind, assessmentId),
    ...(criterionId === undefined || criteria.has(criterionId) ? [] : [NOT_ASKED]),
    ...audienceFaults(kind, method, visibleTo),
  ];
}

/** Who gets to see what a candidate asks by itself, until the body decides: itself alone, unless candidates are treated alike. */
export function audienceOfQuestion(method: SelectionMethod): Audience {
  return METHOD_RULES[method].isSealed ? 'all' : 'one';
}

/** How the body means to show a clarification with its answer. */
interface ShownClarification {
  readonly kind: ClarificationKind;
  readonly visibleTo: Audience;
  readonly shownAs: string | null;
}

/** Faults of how a clarification is shown: only a question for all has other words for others. */
export function showingFaults(
  { kind, visibleTo, shownAs }: ShownClarification,
  method: SelectionMethod,
): InputFault[] {
  const isForOthers = kind === 'question' && visibleTo === 'all';
  return [
    ...audienceFaults(kind, method, visibleTo),
    ...(shownAs === null || isForOthers ? [] : [NOT_SHOWN]),
  ];
}

function audienceFaults(
  kind: ClarificationKind,
  method: SelectionMethod,
  visibleTo: Audience,
): InputFault[] {
  if (kind === 'request') return visibleTo === 'one' ? [] : [FOR_ONE];
  const isForAll = kind === 'notice' || METHOD_RULES[method].isSealed;
  return isForAll && visibleTo === 'one' ? [FOR_ALL] : [];
}

/** Whether such a clarification can still be asked for: questions and notices until answers are closed, where they are sealed. */
export function isOpenToClarification(
  kind: ClarificationKind,
  method: SelectionMethod,
  status: ProcedureStatus,
): boolean {
  if (status === 'open') return true;
  return status === 'closed' && (kind === 'request' || !METHOD_RULES[method].isSealed);
}

function candidateFaults(kind: ClarificationKind, assessmentId: string | undefined): InputFault[] {
  const isNamed = assessmentId !== undefined;
  if (isNamed === (kind !== 'notice')) return [];
  return [isNamed ? OF_NOBODY : OF_SOMEBODY];
}

const OF_NOBODY: InputFault = {
  pointer: '#/assessmentId',
  detail: {
    ja: '補足説明は全ての候補者に宛てます。候補者を指定しないでください。',
    en: 'A notice is for every candidate; name none.',
  },
};
const OF_SOMEBODY: InputFault = {
  pointer: '#/assessmentId',
  detail: {
    ja: '質問した候補者又は照会する候補者の評価を指定してください。',
    en: 'Name the assessment of the candidate who asks or is asked.',
  },
};
const NOT_ASKED: InputFault = {
  pointer: '#/criterionId',
  detail: { ja: '評価票にない設問です。', en: 'The checklist has no such criterion.' },
};
const FOR_ALL: InputFault = {
  pointer: '#/visibleTo',
  detail: {
    ja: '候補者を公平に扱うため、全ての候補者に示してください（all）。質問した候補者の名は示されません。',
    en: 'Candidates are treated alike: it must be shown to all. Who asked is not told.',
  },
};
const NOT_SHOWN: InputFault = {
  pointer: '#/shownAs',
  detail: {
    ja: '言い換えは、全ての候補者に示す質問（all）にだけ付けられます。',
    en: 'Other words are for a question that is shown to all.',
  },
};
const FOR_ONE: InputFault = {
  pointer: '#/visibleTo',
  detail: {
    ja: '照会は、照会する候補者だけに示します（one）。',
    en: 'A request is shown to the candidate it is about (one).',
  },
};
