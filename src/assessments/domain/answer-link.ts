import type { AssessmentStatus } from './assessment-lifecycle.js';

/** Whether a link still leads to its checklist, and if not, why. */
export type AnswerLinkStanding = 'open' | 'superseded' | 'expired' | 'withdrawn' | 'linked';

/** What the standing of a link follows from. */
export interface AnswerLinkFacts {
  readonly supersededAt: string | null;
  /** The last day for answers; with an extension the link lives on. */
  readonly dueOn: string;
  readonly status: AssessmentStatus;
  /** The account of a firm that the vendor is linked to by now, where it answers instead. */
  readonly firmId: string | null;
}

/** Where a link stands on a day: it is good until another takes its place, and no longer than the last day for answers. */
export function answerLinkStanding(
  { supersededAt, dueOn, status, firmId }: AnswerLinkFacts,
  day: string,
): AnswerLinkStanding {
  if (status === 'withdrawn') return 'withdrawn';
  if (firmId !== null) return 'linked';
  if (supersededAt !== null) return 'superseded';
  return day <= dueOn ? 'open' : 'expired';
}
