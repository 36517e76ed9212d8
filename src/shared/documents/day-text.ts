import { isCalendarDate } from '../domain/calendar-date.js';
import { formatEra } from '../domain/era-date.js';
import type { Language } from '../domain/text.js';

/** A day as people write it: 令和8年4月1日 in Japanese, 2026-04-01 in English. */
export function dayText(day: string, language: Language): string {
  return language === 'ja' && isCalendarDate(day) ? formatEra(day, { width: 'half' }) : day;
}
