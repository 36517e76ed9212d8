import { AnswerDraft } from './answer-draft.entity.js';
import { AnswerLink } from './answer-link.entity.js';
import { AssessmentAnswer } from './assessment-answer.entity.js';
import { AssessmentCriterion } from './assessment-criterion.entity.js';
import { AssessmentOutcome } from './assessment-outcome.entity.js';
import { AssessmentReconciliation } from './assessment-reconciliation.entity.js';
import { AssessmentReview } from './assessment-review.entity.js';
import { AssessmentRound } from './assessment-round.entity.js';
import { AssessmentScore } from './assessment-score.entity.js';
import { AssessmentSubmission } from './assessment-submission.entity.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentOffer } from './assessment-offer.entity.js';
import { Clarification } from './clarification.entity.js';
import { Comparison } from './comparison.entity.js';
import { LateAnswerPermission } from './late-answer-permission.entity.js';
import { LibraryAnswer } from './library-answer.entity.js';
import { OfferDraft } from './offer-draft.entity.js';
import { SelectionProcedure } from './selection-procedure.entity.js';
import { Selection } from './selection.entity.js';

export { AssessmentsModule } from './assessments.module.js';
export const assessmentEntities = [
  SelectionProcedure,
  Assessment,
  AssessmentRound,
  LateAnswerPermission,
  AssessmentOffer,
  OfferDraft,
  Clarification,
  AssessmentCriterion,
  AssessmentAnswer,
  AnswerDraft,
  AnswerLink,
  LibraryAnswer,
  AssessmentSubmission,
  AssessmentReview,
  AssessmentScore,
  AssessmentReconciliation,
  AssessmentOutcome,
  Comparison,
  Selection,
];
