import type { InputFault } from '../../shared/domain/domain-error.js';
import type { Answer } from './judgement.js';

/** What a reviewer accepts of an answer. */
export interface AcceptedValue {
  readonly criterionId: string;
  readonly accepted: Answer;
}

/** A score as it is given. */
export interface GivenScore extends AcceptedValue {
  readonly comment?: string;
}

/** The criteria on which reviews do not agree, in the order of the first one. */
export function differingCriteria(reviews: readonly (readonly AcceptedValue[])[]): string[] {
  const [first = [], ...others] = reviews;
  const maps = others.map(byCriterion);
  return first
    .filter(({ criterionId, accepted }) => maps.some((map) => map.get(criterionId) !== accepted))
    .map(({ criterionId }) => criterionId);
}

/** The value of each criterion: as reconciled, else as the reviews agree. */
export function decidedValues(
  reviews: readonly (readonly AcceptedValue[])[],
  reconciled: readonly AcceptedValue[],
): ReadonlyMap<string, Answer> {
  return new Map([...byCriterion(reviews[0] ?? []), ...byCriterion(reconciled)]);
}

function byCriterion(scores: readonly AcceptedValue[]): ReadonlyMap<string, Answer> {
  return new Map(scores.map(({ criterionId, accepted }) => [criterionId, accepted]));
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
