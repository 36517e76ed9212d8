import type { Criterion } from '../../policies/index.js';
import type { InputFault } from '../../shared/domain/domain-error.js';
import { defineLifecycle } from '../../shared/domain/state-machine.js';
import type { Text } from '../../shared/domain/text.js';

/** `superseded`: a later version was confirmed. */
export const SPECIFICATION_STATUSES = ['draft', 'confirmed', 'superseded'] as const;
export type SpecificationStatus = (typeof SPECIFICATION_STATUSES)[number];

export const SPECIFICATION_LIFECYCLE = defineLifecycle({
  initial: 'draft',
  next: {
    draft: ['confirmed'],
    confirmed: ['superseded'],
    superseded: [],
  } as const satisfies Record<SpecificationStatus, readonly SpecificationStatus[]>,
});

/** A selection condition of the policy as the specification carries it. */
export interface SelectionCondition {
  readonly criterionId: string;
  readonly topic: Text;
  readonly question: Text;
  /** Keys of the articles it serves. */
  readonly articles: readonly string[];
  /** The body's own wording; null where the policy's stands. */
  readonly statement: string | null;
}

/** A selection condition of the policy that the specification does not carry. */
export interface MissingCondition {
  readonly pointer: string;
  readonly criterionId: string;
  readonly topic: Text;
}

/** A requirement of the body's own. */
export interface Requirement {
  readonly title: string;
  readonly text: string;
}

/** A condition as a drafter names it. */
export interface NamedCondition {
  readonly criterionId: string;
  readonly statement?: string;
}

/** Conditions named that the policy does not put on this engagement, or named twice. */
export function conditionFaults(
  owed: readonly Pick<Criterion, 'id'>[],
  named: readonly NamedCondition[],
): InputFault[] {
  return named.flatMap(({ criterionId }, index) => {
    const pointer = `#/conditions/${String(index)}/criterionId`;
    if (!owed.some(({ id }) => id === criterionId)) return [{ pointer, detail: NOT_OWED }];
    const isTwice = named.findIndex((other) => other.criterionId === criterionId) < index;
    return isTwice ? [{ pointer, detail: TWICE }] : [];
  });
}

/** The named conditions in the order of the policy; all of them where none are named. */
export function conditionsOf(
  owed: readonly Criterion[],
  named: readonly NamedCondition[] | undefined,
): readonly SelectionCondition[] {
  return owed.flatMap(({ id, topic, question, articles }) => {
    const condition = named?.find(({ criterionId }) => criterionId === id);
    if (named !== undefined && condition === undefined) return [];
    const statement = condition?.statement ?? null;
    return [{ criterionId: id, topic, question, articles, statement }];
  });
}

/** The conditions the specification must carry and does not (9(2)④ア). */
export function missingConditions(
  owed: readonly Pick<Criterion, 'id' | 'topic'>[],
  conditions: readonly Pick<SelectionCondition, 'criterionId'>[],
): readonly MissingCondition[] {
  return owed
    .filter(({ id }) => !conditions.some(({ criterionId }) => criterionId === id))
    .map(({ id, topic }) => ({ pointer: '#/conditions', criterionId: id, topic }));
}

const NOT_OWED = {
  ja: 'この案件の選定条件ではありません。',
  en: 'It is no selection condition of this engagement.',
};
const TWICE = { ja: '同じ条件が 2 回あります。', en: 'The condition is named twice.' };
