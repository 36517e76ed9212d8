import { refuse } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import { unknownCriteriaFaults } from './answer-input.js';
import { PrefillRefused, type PrefillFault } from './vendor-checklist.errors.js';
import {
  answerSoFar,
  evidenceHolds,
  vendorStatusOf,
  type DraftedAnswer,
  type KeptAnswer,
  type VendorChecklist,
  type VendorCriterion,
} from './vendor-checklist.js';

/** An answer that the firm gave, as its library keeps it. Whom it was given to is not kept. */
export interface ShelvedAnswer extends KeptAnswer {
  /** Id of the criterion in the policies: those on a common base call it the same. */
  readonly criterionId: string;
  /** As it was asked. */
  readonly question: Text;
  /** The day the firm last stood by it. */
  readonly answeredOn: string;
}

/** What the library of a firm has for some criteria, on a day. */
export interface Shelf {
  /** The newest first. */
  readonly answers: readonly ShelvedAnswer[];
  /** Those of the files that the answers name which the firm still has. */
  readonly filesThere: ReadonlySet<string>;
  readonly today: string;
}

/** What the firm answered before, shown for a question that is open; no answer until the firm takes it. */
export interface Prefill extends KeptAnswer {
  readonly answeredOn: string;
  /** It was asked otherwise then, so that the answer may not fit. */
  readonly questionChanged: boolean;
  /** Its evidence counts no more: the last day has passed, or a file it names is gone. */
  readonly evidenceLapsed: boolean;
}

/**
 * The last answer to the very question; else, called out, the last one under the id of the criterion, which policies
 * of other bodies may word otherwise or give to another question; null where there is neither.
 */
export function prefillOf(
  { criterionId, question }: Pick<VendorCriterion, 'criterionId' | 'question'>,
  { answers, filesThere, today }: Shelf,
): Prefill | null {
  const kept = answers.filter((each) => each.criterionId === criterionId);
  const same = kept.find((each) => isSame(each.question, question));
  const found = same ?? kept[0];
  if (found === undefined) return null;
  const { answer, reason, evidence, validUntil, answeredOn } = found;
  return {
    ...{ answer, reason, evidence, validUntil, answeredOn },
    questionChanged: same === undefined,
    evidenceLapsed: !evidenceHolds(found, filesThere, today),
  };
}

/** Ids of the criteria whose answer of before waits for nothing but the confirmation of the firm. */
export function takeable(prefills: ReadonlyMap<string, Prefill>): string[] {
  return [...prefills].flatMap(([criterionId, { questionChanged, evidenceLapsed }]) =>
    questionChanged || evidenceLapsed ? [] : [criterionId],
  );
}

/** The questions that the vendor is still to answer: those a library may have an answer to. */
export function openCriteria({
  status,
  criteria,
}: Pick<VendorChecklist, 'status' | 'criteria'>): VendorCriterion[] {
  if (vendorStatusOf(status) !== 'open') return [];
  return criteria.filter((criterion) => criterion.isAsked && answerSoFar(criterion) === null);
}

/**
 * The answers of a library that are taken as drafts, all or none.
 * @throws InvalidInput where a criterion is not asked, PrefillRefused where an answer cannot be taken as it is
 */
export function takenFrom(
  shelf: Shelf,
  criteria: readonly VendorCriterion[],
  criterionIds: readonly string[],
): (DraftedAnswer & { readonly criterionId: string })[] {
  const asked = criteria.filter(({ isAsked }) => isAsked);
  const known = asked.map(({ criterionId }) => criterionId);
  refuse(unknownCriteriaFaults('criterionIds', criterionIds, known));
  const wanted = asked
    .filter(({ criterionId }) => criterionIds.includes(criterionId))
    .map((criterion) => offerOf(criterion, shelf));
  const refused = wanted.flatMap(({ criterionId, fault }) =>
    fault === null ? [] : [{ criterionId, reason: fault }],
  );
  if (refused.length > 0) throw new PrefillRefused(refused);
  return wanted.flatMap(({ criterionId, prefill }) => {
    if (prefill === null) return [];
    const { answer, reason, evidence, validUntil, answeredOn } = prefill;
    return [{ criterionId, answer, reason, evidence, validUntil, prefilledFrom: answeredOn }];
  });
}

interface Offer {
  readonly criterionId: string;
  readonly prefill: Prefill | null;
  readonly fault: PrefillFault | null;
}

function offerOf(criterion: VendorCriterion, shelf: Shelf): Offer {
  const { criterionId } = criterion;
  const prefill = prefillOf(criterion, shelf);
  return { criterionId, prefill, fault: faultOf(criterion, prefill) };
}

function faultOf(criterion: VendorCriterion, prefill: Prefill | null): PrefillFault | null {
  if (answerSoFar(criterion) !== null) return 'answered';
  if (prefill === null) return 'nothing-kept';
  if (prefill.questionChanged) return 'question-changed';
  return prefill.evidenceLapsed ? 'evidence-lapsed' : null;
}

function isSame(one: Text, other: Text): boolean {
  return one.ja === other.ja && one.en === other.en;
}
