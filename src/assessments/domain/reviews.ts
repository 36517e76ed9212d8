import type { InputFault } from '../../shared/domain/domain-error.js';
import { HALVES, type Answer, type Marks } from './judgement.js';

/** What a reviewer accepts of an answer. */
export interface AcceptedValue {
  readonly criterionId: string;
  readonly accepted: Answer;
}

/** A score as it is given. */
export interface GivenScore extends AcceptedValue {
  readonly comment?: string;
}

/** The largest difference between reviews that is averaged: none, or half a point. */
export const TOLERATED_DIFFERENCES = ['0', '0.5'] as const;
export type ToleratedDifference = (typeof TOLERATED_DIFFERENCES)[number];

/** What tells whether a difference is averaged or decided. */
export interface DifferenceRule {
  readonly tolerated: ToleratedDifference;
  /** Ids of the knock-outs: on these every difference is decided. */
  readonly knockOuts: ReadonlySet<string>;
}

/** How differences on a checklist are dealt with. */
export function differenceRule(
  tolerated: ToleratedDifference,
  criteria: readonly { readonly criterionId: string; readonly knockOut: boolean }[],
): DifferenceRule {
  const knockOuts = criteria.filter(({ knockOut }) => knockOut);
  return { tolerated, knockOuts: new Set(knockOuts.map(({ criterionId }) => criterionId)) };
}

/** The criteria on which reviews differ so much that it has to be decided, in the order of the first one. */
export function differingCriteria(
  reviews: readonly (readonly AcceptedValue[])[],
  rule: DifferenceRule,
): string[] {
  const [first = []] = reviews;
  const marks = marksOf(reviews);
  return first
    .map(({ criterionId }) => criterionId)
    .filter((criterionId) => {
      const given = [...new Set(marks.get(criterionId))];
      return (
        given.length > 1 && !isAveraged(given, rule.knockOuts.has(criterionId), rule.tolerated)
      );
    });
}

/** Whether something applies at all, or is known, is never a matter of degree. */
function isAveraged(
  given: readonly Answer[],
  isKnockOut: boolean,
  tolerated: ToleratedDifference,
): boolean {
  if (isKnockOut || tolerated === '0') return false;
  const halves = given.flatMap((value) =>
    value === 'na' || value === 'unknown' ? [] : [HALVES[value]],
  );
  return halves.length === given.length && Math.max(...halves) - Math.min(...halves) <= 1;
}

/** The marks of each criterion: as reconciled, else the value all agree on, else one for each review. */
export function decidedMarks(
  reviews: readonly (readonly AcceptedValue[])[],
  reconciled: readonly AcceptedValue[],
): ReadonlyMap<string, Marks> {
  const given = [...marksOf(reviews)].map(([criterionId, marks]): [string, Marks] => {
    const [first, ...others] = marks;
    return [criterionId, others.every((mark) => mark === first) ? [first] : marks];
  });
  const decided = reconciled.map(({ criterionId, accepted }): [string, Marks] => [
    criterionId,
    [accepted],
  ]);
  return new Map([...given, ...decided]);
}

function marksOf(reviews: readonly (readonly AcceptedValue[])[]): ReadonlyMap<string, Marks> {
  const marks = new Map<string, Marks>();
  for (const { criterionId, accepted } of reviews.flat()) {
    const before = marks.get(criterionId);
    marks.set(criterionId, before === undefined ? [accepted] : [...before, accepted]);
  }
  return marks;
}

/** Faults of a review: it scores every answer once, and says why where it accepts another value. */
export function scoreFaults(
  scores: readonly GivenScore[],
  answers: ReadonlyMap<string, Answer>,
): InputFault[] {
  return [
    ...placeFaults('scores', scores, new Set(answers.keys())),
    ...scores.flatMap(({ criterionId, accepted, comment }, at) =>
      comment !== undefined || (answers.get(criterionId) ?? accepted) === accepted
        ? []
        : [fault(`#/scores/${String(at)}/comment`, NO_COMMENT)],
    ),
  ];
}

/** Faults of a reconciliation: it decides exactly what the reviews differ on. */
export function decisionFaults(
  decisions: readonly AcceptedValue[],
  differing: readonly string[],
): InputFault[] {
  return placeFaults('decisions', decisions, new Set(differing));
}

/** What names a criterion that is not asked for, names one twice, or leaves one out. */
function placeFaults(
  member: string,
  given: readonly { readonly criterionId: string }[],
  wanted: ReadonlySet<string>,
): InputFault[] {
  const ids = given.map(({ criterionId }) => criterionId);
  const missing = [...wanted].filter((id) => !ids.includes(id));
  return [
    ...namingFaults(member, ids, wanted),
    ...(missing.length > 0 ? [left(member, missing)] : []),
  ];
}

/** What names a criterion that is not asked for, or names one twice. */
export function namingFaults(
  member: string,
  ids: readonly string[],
  wanted: ReadonlySet<string>,
): InputFault[] {
  return ids.flatMap((id, at) => {
    const pointer = `#/${member}/${String(at)}/criterionId`;
    if (!wanted.has(id)) return [fault(pointer, NOT_ASKED)];
    return ids.indexOf(id) === at ? [] : [fault(pointer, TWICE)];
  });
}

function left(member: string, missing: readonly string[]): InputFault {
  return fault(`#/${member}`, {
    ja: `次の設問が抜けています：${missing.join('、')}`,
    en: `These criteria are missing: ${missing.join(', ')}.`,
  });
}

function fault(pointer: string, detail: InputFault['detail']): InputFault {
  return { pointer, detail };
}

const NOT_ASKED = {
  ja: 'ここで対象となる設問ではありません。',
  en: 'It is not among the criteria asked for here.',
};
const TWICE = { ja: '同じ設問が二つあります。', en: 'The criterion is named twice.' };
const NO_COMMENT = {
  ja: '回答と異なる値を認めるときは、理由を入力してください。',
  en: 'Say why another value than the answer is accepted.',
};
