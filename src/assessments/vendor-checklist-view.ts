import type { Prefill } from './domain/answer-library.js';
import { isOut } from './domain/assessment-lifecycle.js';
import {
  answerSoFar,
  publishedPoints,
  unanswered,
  vendorStatusOf,
  type VendorChecklist,
  type VendorCriterion,
} from './domain/vendor-checklist.js';
import type { Offer } from './domain/offer.js';
import type { VendorOfferDto } from './dto/offer.dto.js';
import type {
  PortalAssessmentDto,
  PrefillDto,
  VendorAnswerDto,
  VendorChecklistDto,
} from './dto/vendor-checklist.dto.js';
import type { SharedAssessment } from './vendor-checklists.repository.js';

/** An invitation as the vendor is told of it on a day. */
export function invitationOf(shared: SharedAssessment, today: string): PortalAssessmentDto {
  const status = vendorStatusOf(shared.status);
  return { ...shared, status, isOverdue: isOut(shared.status) && shared.dueOn < today };
}

/** A checklist as the vendor is shown it on a day, with what its library has for open questions, by criterion. */
export function checklistOf(
  checklist: VendorChecklist,
  prefills: ReadonlyMap<string, Prefill>,
  today: string,
): VendorChecklistDto {
  const { vendorName: _, criteria, offer, offerDraft, ...head } = checklist;
  const { thresholds, weights } = publishedPoints(checklist);
  return {
    ...invitationOf(head, today),
    ...{ reason: head.reason, submittedOn: head.submittedOn, givenBy: head.givenBy, thresholds },
    offer: offerSoFar(offerDraft ?? offer, offerDraft !== null),
    unanswered: unanswered(criteria),
    criteria: criteria.map((criterion) => ({
      ...questionOf(criterion),
      weight: weights.get(criterion.criterionId) ?? null,
      answer: answerOf(criterion),
      prefill: prefillOf(prefills.get(criterion.criterionId)),
    })),
  };
}

function offerSoFar(offer: Offer | null, isDraft: boolean): VendorOfferDto | null {
  if (offer === null) return null;
  const { subcontractors, exitPlan } = offer;
  return {
    subcontractors: [...subcontractors],
    exitPlan: exitPlan && { ...exitPlan, formats: [...exitPlan.formats] },
    isDraft,
  };
}

function questionOf({
  answer: _answer,
  draft: _draft,
  ...question
}: VendorCriterion): Omit<VendorCriterion, 'answer' | 'draft'> {
  return question;
}

function answerOf(criterion: VendorCriterion): VendorAnswerDto | null {
  const answer = answerSoFar(criterion);
  if (answer === null) return null;
  return {
    ...{ ...answer, evidence: answer.evidence.map((item) => ({ ...item })) },
    ...{ isDraft: criterion.draft !== null, prefilledFrom: criterion.draft?.prefilledFrom ?? null },
  };
}

function prefillOf(prefill: Prefill | undefined): PrefillDto | null {
  if (prefill === undefined) return null;
  return { ...prefill, evidence: prefill.evidence.map((item) => ({ ...item })) };
}
