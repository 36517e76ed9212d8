import { addDays, calendarDate, LAST_DAY } from '../../shared/domain/calendar-date.js';
import { DomainError } from '../../shared/domain/domain-error.js';
import type { PostTerm } from './post-term.js';

/** From a day on nobody would administer the register: nobody could appoint anybody any more. */
export class LastAdministrator extends DomainError {
  readonly code = 'post.last-administrator';
  readonly kind = 'rule-violated';
  readonly title = { ja: '管理者がいなくなります', en: 'Nobody would administer the register' };

  constructor(day: string) {
    super(LastAdministrator.told(day), { from: day });
  }

  static told(day: string): { readonly ja: string; readonly en: string } {
    return {
      ja: `${day} 以後、この台帳の管理を行う役職に就く職員がいなくなります。先に後任を任命してください。`,
      en: `From ${day} nobody holds a post that administers the register. Appoint a successor first.`,
    };
  }
}

/** The first day from one on that none of the terms holds; undefined where every day is held. */
export function firstUnheldDay(terms: readonly PostTerm[], from: string): string | undefined {
  let day = from;
  for (const { validFrom, validUntil } of terms.toSorted(byFirstDay)) {
    if (validFrom > day) return day;
    if (validUntil === null || validUntil >= LAST_DAY) return undefined;
    if (validUntil >= day) day = addDays(calendarDate(validUntil), 1);
  }
  return day;
}

/** The day from which a change leaves nobody to administer; undefined where it leaves nobody less than before. */
export function leftAloneFrom(
  before: readonly PostTerm[],
  after: readonly PostTerm[],
  today: string,
): string | undefined {
  const was = firstUnheldDay(before, today);
  const is = firstUnheldDay(after, today);
  return is !== undefined && (was === undefined || is < was) ? is : undefined;
}

function byFirstDay(a: PostTerm, b: PostTerm): number {
  return a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom);
}
