import type { AnswerLinkRow } from './answer-links.repository.js';
import type { CandidateClarification } from './clarifications.repository.js';
import type { FormFault, FormValues } from './domain/answer-form.js';
import type { VendorChecklist } from './domain/vendor-checklist.js';

/** Everything a page shows. */
export interface AnswerPage {
  readonly kind: 'form' | 'confirm' | 'receipt' | 'questions' | 'withdrawal' | 'withdrawn';
  readonly checklist: VendorChecklist;
  /** The link by which it is opened. */
  readonly link: AnswerLinkRow;
  /** What was filled in where it could not be kept; the answers so far otherwise. */
  readonly values?: FormValues;
  readonly faults?: readonly FormFault[];
  readonly notice?: 'saved' | 'stale' | 'missing' | 'confirmFirst' | 'asked';
  /** Whether files were sent that could not be kept. */
  readonly hadFiles?: boolean;
  readonly questions?: PageOfQuestions;
}

/** Questions and answers as a page shows them. */
export interface PageOfQuestions {
  readonly items: readonly CandidateClarification[];
  readonly nextCursor: string | null;
  /** Whether questions are taken. */
  readonly isOpen: boolean;
}
