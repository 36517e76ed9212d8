import { addMonths, calendarDate } from '../../shared/domain/calendar-date.js';
import { refuse, type InputFault } from '../../shared/domain/domain-error.js';

const LONGEST_MONTHS = 12;

/**
 * A token ends within a year, so that it is looked at again when people are moved.
 * @throws InvalidInput where it would end before today or later than that
 */
export function refuseTerm(expiresOn: string, today: string): void {
  const last = addMonths(calendarDate(today), LONGEST_MONTHS);
  const isGood = expiresOn >= today && expiresOn <= last;
  refuse(isGood ? [] : [outside(today, last)]);
}

function outside(today: string, last: string): InputFault {
  return {
    pointer: '#/expiresOn',
    detail: {
      ja: `${today} から ${last} までの日を指定してください。`,
      en: `It must be a day from ${today} to ${last}.`,
    },
  };
}
