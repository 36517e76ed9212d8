import type { Text } from '../../shared/domain/text.js';
import type { VendorPerson } from '../../shared/domain/vendor-person.js';
import type { Evidence } from './answer-input.js';
import { isOut, type AssessmentStatus } from './assessment-lifecycle.js';
import type { Answer } from './judgement.js';
import { METHOD_RULES } from './procedure.js';
import type { Offer } from './offer.js';
import type { SelectionMethod } from './selection.js';

/** Where a checklist stands for the vendor: what reviewers do with it is none of the vendor's business. */
export const VENDOR_STATUSES = ['open', 'submitted', 'withdrawn'] as const;
export type VendorStatus = (typeof VENDOR_STATUSES)[number];

/** What the vendor is told of where an assessment stands. */
export function vendorStatusOf(status: AssessmentStatus): VendorStatus {
  if (isOut(status)) return 'open';
  return status === 'withdrawn' ? 'withdrawn' : 'submitted';
}

/** An answer as it is kept, drafted or handed in. */
export interface KeptAnswer {
  readonly answer: Answer;
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
  /** The last day the evidence counts; null where it does not lapse. */
  readonly validUntil: string | null;
}

/** An answer as it is drafted. */
export interface DraftedAnswer extends KeptAnswer {
  /** The day the firm gave it elsewhere, where it was taken from its library as it was; else null. */
  readonly prefilledFrom: string | null;
}

/** A question to the vendor, with the answer that stands and the one that is drafted. */
export interface VendorCriterion {
  readonly criterionId: string;
  readonly topic: Text;
  readonly question: Text;
  readonly evidence: Text;
  readonly evidenceRequired: boolean;
  readonly knockOut: boolean;
  readonly weight: number;
  /** Whether it is answered in this round. */
  readonly isAsked: boolean;
  readonly answer: KeptAnswer | null;
  /** Whether an answer stands that another firm gave for the vendor, which is not shown. */
  readonly isAnsweredByOthers: boolean;
  readonly draft: DraftedAnswer | null;
}

/** A checklist as the vendor gets it: its own questions of the present round. */
export interface VendorChecklist {
  readonly id: string;
  /** Rises with the assessment and with the drafts alike. */
  readonly version: number;
  readonly organizationName: string;
  readonly title: string;
  readonly vendorName: string;
  readonly method: SelectionMethod;
  readonly status: AssessmentStatus;
  readonly round: number;
  readonly dueOn: string;
  readonly sentOn: string;
  /** Why it is asked again; null in the first round. */
  readonly reason: string | null;
  readonly thresholds: { readonly suitable: string; readonly conditional: string };
  readonly submittedOn: string | null;
  readonly givenBy: VendorPerson | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnByVendor: VendorPerson | null;
  /** The offer that stands, and the one that is drafted. */
  readonly offer: Offer | null;
  readonly offerDraft: Offer | null;
  readonly criteria: readonly VendorCriterion[];
}

/** The answer so far: the draft, else what stands. */
export function answerSoFar({ answer, draft }: VendorCriterion): KeptAnswer | null {
  return draft ?? answer;
}

/** Ids of the questions that have no answer yet. */
export function unanswered(criteria: readonly VendorCriterion[]): string[] {
  return criteria
    .filter((criterion) => answerSoFar(criterion) === null && !criterion.isAnsweredByOthers)
    .map(({ criterionId }) => criterionId);
}

/** What is handed in: the drafts of what is asked, with the question as it is asked. */
export function draftedAnswers(
  criteria: readonly VendorCriterion[],
): (KeptAnswer & Pick<VendorCriterion, 'criterionId' | 'topic' | 'question'>)[] {
  return criteria.flatMap(({ criterionId, topic, question, isAsked, draft }) =>
    isAsked && draft !== null ? [{ criterionId, topic, question, ...draft }] : [],
  );
}

/** Ids of the uploaded files that drafts name, each once. */
export function draftedFiles(criteria: readonly VendorCriterion[]): string[] {
  return filesOf(draftedAnswers(criteria));
}

/** Ids of the uploaded files that answers name, each once. */
export function filesOf(answers: readonly Pick<KeptAnswer, 'evidence'>[]): string[] {
  const named = answers.flatMap(({ evidence }) => evidence);
  return [
    ...new Set(named.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId.toLowerCase()]))),
  ];
}

/** Whether the evidence of an answer counts on a day: it has not lapsed, and every file it names is there. */
export function evidenceHolds(
  answer: Pick<KeptAnswer, 'evidence' | 'validUntil'>,
  filesThere: ReadonlySet<string>,
  today: string,
): boolean {
  const isThere = filesOf([answer]).every((fileId) => filesThere.has(fileId));
  return isThere && (answer.validUntil === null || answer.validUntil >= today);
}

/** Ids of the drafts that cannot be handed in: their evidence has lapsed, or names a file that is not there any more. */
export function draftsWithoutEvidence(
  criteria: readonly VendorCriterion[],
  filesThere: ReadonlySet<string>,
  today: string,
): string[] {
  return draftedAnswers(criteria)
    .filter((answer) => !evidenceHolds(answer, filesThere, today))
    .map(({ criterionId }) => criterionId);
}

/**
 * Weights and the scores needed, where candidates are told them beforehand (地方自治法施行令 第167条の10の2); else null,
 * so that nobody answers to the points.
 */
export function publishedPoints({
  method,
  thresholds,
  criteria,
}: Pick<VendorChecklist, 'method' | 'thresholds' | 'criteria'>): {
  readonly thresholds: VendorChecklist['thresholds'] | null;
  readonly weights: ReadonlyMap<string, number>;
} {
  if (!METHOD_RULES[method].publishesPoints) return { thresholds: null, weights: new Map() };
  return {
    thresholds,
    weights: new Map(criteria.map(({ criterionId, weight }) => [criterionId, weight])),
  };
}
