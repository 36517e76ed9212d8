import { defineLifecycle } from '../../shared/domain/state-machine.js';

/**
 * Where an assessment stands. `sent`: out with the vendor, nothing answered yet. `submitted`: waits
 * for its first review; `reviewing`: for another one. `reconciling`: the reviews differ. `concluded`:
 * it has an outcome; reopened, it goes back to `answering` in a new round.
 */
export const ASSESSMENT_STATUSES = [
  'sent',
  'answering',
  'submitted',
  'reviewing',
  'reconciling',
  'concluded',
  'withdrawn',
] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export const ASSESSMENT = defineLifecycle({
  initial: 'sent',
  next: {
    sent: ['answering', 'submitted', 'withdrawn'],
    answering: ['answering', 'submitted', 'withdrawn'],
    submitted: ['reviewing', 'reconciling', 'concluded', 'withdrawn'],
    reviewing: ['reviewing', 'reconciling', 'concluded', 'withdrawn'],
    reconciling: ['concluded', 'withdrawn'],
    concluded: ['concluded', 'answering', 'withdrawn'],
    withdrawn: [],
  } as const satisfies Record<AssessmentStatus, readonly AssessmentStatus[]>,
});

/** Where the vendor is still to answer. */
export function isOut(status: AssessmentStatus): boolean {
  return status === 'sent' || status === 'answering';
}

/** Where reviewers are at work, each without a look at what the others found. */
export function isUnderReview(status: AssessmentStatus): boolean {
  return status === 'submitted' || status === 'reviewing';
}

/** What follows a review. */
export function statusAfterReview(reviews: {
  readonly given: number;
  readonly required: number;
  readonly differ: boolean;
}): 'reviewing' | 'reconciling' | 'concluded' {
  if (reviews.given < reviews.required) return 'reviewing';
  return reviews.differ ? 'reconciling' : 'concluded';
}
