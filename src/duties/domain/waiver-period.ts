import { addMonths, calendarDate, fiscalYearOf } from '../../shared/domain/calendar-date.js';
import type { InputFault } from '../../shared/domain/domain-error.js';

export interface WaiverPeriod {
  /** The day on which it is permitted. */
  readonly permittedOn: string;
  readonly validFrom: string;
  /** The last day. */
  readonly validUntil: string;
  /** The engagement it is for; none for a standing one. */
  readonly engagementId?: string | undefined;
}

/**
 * What is wrong with the period of a waiver: it never covers what was done before it was permitted, and
 * lasts a year at most. A standing one ends with the fiscal year, as posts change hands on 1 April.
 */
export function waiverPeriodFaults(period: WaiverPeriod): readonly InputFault[] {
  const { permittedOn, validFrom, validUntil, engagementId } = period;
  const last = engagementId === undefined ? endOfFiscalYear(validFrom) : aYearFrom(validFrom);
  return [
    ...(validFrom < permittedOn ? [fault('validFrom', BACKDATED)] : []),
    ...(validUntil < validFrom ? [fault('validUntil', ENDS_FIRST)] : []),
    ...(validUntil > last ? [fault('validUntil', tooLong(last))] : []),
  ];
}

function endOfFiscalYear(day: string): string {
  return `${String(fiscalYearOf(calendarDate(day)) + 1).padStart(4, '0')}-03-31`;
}

function aYearFrom(day: string): string {
  return addMonths(calendarDate(day), 12);
}

function fault(member: string, detail: InputFault['detail']): InputFault {
  return { pointer: `#/${member}`, detail };
}

const BACKDATED = {
  ja: '許可した日より前から認めることはできません。',
  en: 'It cannot begin before the day on which it is permitted.',
};
const ENDS_FIRST = {
  ja: '終わりの日は、始まりの日以後にしてください。',
  en: 'It must not end before it begins.',
};

function tooLong(last: string): InputFault['detail'] {
  return {
    ja: `${last} までにしてください（案件を特定しない許可は年度末まで、案件についての許可は１年以内）。`,
    en: `It must end by ${last}: a standing one with the fiscal year, one for an engagement within a year.`,
  };
}
