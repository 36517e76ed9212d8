import { isCalendarDate } from '../../shared/domain/calendar-date.js';
import { parseEra } from '../../shared/domain/era-date.js';
import type { Effective } from './pack.js';
import { fault, type PackFault } from './pack-fault.js';

const ERA_DAY = /(?:令和|平成)(?:元|[0-9０-９]{1,2})年[0-9０-９]{1,2}月[0-9０-９]{1,2}日/g;
const MONTH_LENGTH = 'YYYY-MM'.length;

/** The first day a policy can have been in force by what is printed; the first of a month without a day. */
export function firstDayOf({ from }: Effective): string | undefined {
  return from?.length === MONTH_LENGTH ? `${from}-01` : from;
}

/**
 * The day that is given must be one of the calendar, and one of those printed: a policy often prints
 * the day of its establishment beside that of a revision.
 */
export function effectiveFaults(effective: Effective | undefined): readonly PackFault[] {
  if (effective?.from === undefined) return [];
  const { from, printed } = effective;
  const path = ['effective', 'from'];
  if (!isCalendarDate(firstDayOf(effective))) {
    return [fault(path, `「${from}」という日はありません。`, `there is no day "${from}"`)];
  }
  const days = printedDays(printed.ja);
  if (days.length === 0 || days.some(({ date }) => date === from)) return [];
  const text = days.map((day) => day.text).join('、');
  return [
    fault(
      path,
      `「${from}」は、印刷された日（${text}）と違います。`,
      `"${from}" is not the printed day (${text})`,
    ),
  ];
}

/** The days in era form in a text. */
function printedDays(printed: string): readonly { readonly text: string; readonly date: string }[] {
  return [...printed.matchAll(ERA_DAY)].flatMap(([text]) => {
    const read = parseEra(text);
    return read.ok ? [{ text, date: read.date }] : [];
  });
}
