import { addDays, calendarDate } from '../../shared/domain/calendar-date.js';
import { DomainError } from '../../shared/domain/domain-error.js';

/** The days a post is held: the first, and the last where it is known. */
export interface PostTerm {
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** The end named does not fit the days the post is held. */
export class PostEndRefused extends DomainError {
  readonly code = 'post.end-refused';
  readonly kind = 'rule-violated';
  readonly title = { ja: 'この日では終えられません', en: 'The post cannot end on that day' };
}

/**
 * Ends a post on its last day. An end may come earlier than was set, never later: who goes on is
 * appointed anew. The day before the first withdraws a post that was never held.
 * @throws PostEndRefused
 */
export function endTerm(term: PostTerm, validUntil: string): PostTerm {
  const earliest = addDays(calendarDate(term.validFrom), -1);
  if (validUntil < earliest) {
    throw new PostEndRefused(
      {
        ja: `最終日は ${earliest} 以後にしてください（${earliest} とすると、就任前の取消しになります）。`,
        en: `The last day must be ${earliest} or later (${earliest} withdraws the post before it begins).`,
      },
      { ...term },
    );
  }
  if (term.validUntil !== null && validUntil > term.validUntil) {
    throw new PostEndRefused(
      {
        ja: `この役職は ${term.validUntil} に終わります。続けるときは新たに任命してください。`,
        en: `The post ends on ${term.validUntil}. Appoint anew to go on.`,
      },
      { ...term },
    );
  }
  return { ...term, validUntil };
}
