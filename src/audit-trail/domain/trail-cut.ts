import {
  calendarDate,
  fiscalYearOf,
  type CalendarDate,
} from '../../shared/domain/calendar-date.js';

/** The action of the entry that tells that earlier entries were cut off. */
export const CUT_ACTION = 'trail.cut';

/** What the entry of a cut tells: which entries went, what they added up to, and where they are now. */
export interface CutFacts {
  /** Number of the first entry that went. */
  readonly from: number;
  /** How many rows the trail had up to the cut; the first entry that stayed has this number. */
  readonly treeSize: number;
  /** Root over them, in base64, and when it was sealed (UTC). */
  readonly rootHash: string;
  readonly sealedAt: string;
  /** SHA-256 of the archive they were written to. */
  readonly archiveSha256: string;
  /** Entries made before this day went. */
  readonly before: string;
  /** The period of retention at that time. */
  readonly retentionYears: number;
  /** Who cut them off. */
  readonly operator: string;
}

/**
 * The first day whose entries are still within the period. As for the documents of a body, it is counted
 * from 1 April after the fiscal year an entry was made in.
 */
export function firstDayWithin(years: number, today: CalendarDate): CalendarDate {
  const year = fiscalYearOf(today) - years;
  return calendarDate(`${String(year).padStart(4, '0')}-04-01`);
}
