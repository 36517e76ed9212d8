import type { InputFault } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import type { Answer, Judgement, JudgedCriterion } from './judgement.js';

/** What a conditional outcome asks for, and by when. */
export interface OutcomeCondition {
  /** The criterion it is about; null where it is about none. */
  readonly criterionId: string | null;
  readonly text: string;
  readonly dueOn: string;
}

/** What the conditions of an outcome follow from. */
export interface ConditionFacts {
  readonly criteria: readonly (JudgedCriterion & { readonly topic: Text })[];
  readonly judgement: Pick<Judgement, 'result' | 'knockOuts'>;
  /** By when, where nobody says otherwise. */
  readonly dueOn: string;
}

/**
 * The conditions of an outcome: those given, and one for every criterion that is met in part, not
 * met, or covered by an exception only, unless one given is about it. Only a conditional outcome has any.
 */
export function conditionsOf(
  { criteria, judgement, dueOn }: ConditionFacts,
  given: readonly OutcomeCondition[],
): OutcomeCondition[] {
  if (judgement.result !== 'conditional') return [];
  const named = new Set(given.map(({ criterionId }) => criterionId));
  const covers = new Map(judgement.knockOuts.map(({ criterionId, cover }) => [criterionId, cover]));
  const others = criteria
    .filter(({ criterionId, marks }) => marks.some(isWanting) || covers.has(criterionId))
    .filter(({ criterionId }) => !named.has(criterionId))
    .map(({ criterionId, topic }) => {
      const until = covers.get(criterionId)?.until;
      return { criterionId, text: asked(topic), dueOn: until ?? dueOn };
    });
  return [...given, ...others];
}

/** Faults of conditions given for an outcome. */
export function conditionFaults(
  given: readonly { readonly criterionId?: string; readonly dueOn: string }[],
  known: ReadonlySet<string>,
  today: string,
): InputFault[] {
  return given.flatMap(({ criterionId, dueOn }, at) => [
    ...(criterionId === undefined || known.has(criterionId)
      ? []
      : [
          {
            pointer: `#/conditions/${String(at)}/criterionId`,
            detail: { ja: '評価票にない設問です。', en: 'The checklist has no such criterion.' },
          },
        ]),
    ...(dueOn >= today
      ? []
      : [
          {
            pointer: `#/conditions/${String(at)}/dueOn`,
            detail: { ja: '期限は本日以後にしてください。', en: 'It cannot be in the past.' },
          },
        ]),
  ]);
}

function isWanting(value: Answer): boolean {
  return value === 'partial' || value === 'no' || value === 'unknown';
}

/** In the language of the record: a condition is one text. */
function asked({ ja }: Text): string {
  return `「${ja}」を満たすこと`;
}
