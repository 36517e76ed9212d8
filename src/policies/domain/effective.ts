import { isCalendarDate } from '../../shared/domain/calendar-date.js';
import { parseEra } from '../../shared/domain/era-date.js';
import type { Effective } from './pack.js';
import { fault, type PackFault } from './pack-fault.js';

const ERA_DAY = /(?:令和|平成)(?:元|[0-9０-９]{1,2})年[0-9０-９]{1,2}月[0-9０-９]{1,2}日/;
const MONTH_LENGTH = 'YYYY-MM'.length;

/** The first day a policy can have been in force by what is printed; the first of a month without a day. */
export function firstDayOf({ from }: Effective): string | undefined {
  return from?.length === MONTH_LENGTH ? `${from}-01` : from;
}

/** The day that is given must be one of the calendar, and the one that is printed. */
export function effectiveFaults(effective: Effective | undefined): readonly PackFault[] {
  if (effective?.from === undefined) return [];
  const { from, printed } = effective;
  const path = ['effective', 'from'];
  if (!isCalendarDate(firstDayOf(effective))) {
    return [fault(path, `「${from}」という日はありません。`, `there is no day "${from}"`)];
  }
  const day = printedDay(printed.ja);
  if (day === undefined || day.date === from) return [];
  return [
    fault(
      path,
      `「${from}」は、印刷された日（${day.text}）と違います。`,
      `"${from}" is not the printed day (${day.text})`,
    ),
  ];
}

/** The first day in era form in a text. */
function printedDay(printed: string): { readonly text: string; readonly date: string } | undefined {
  const text = ERA_DAY.exec(printed)?.[0] ?? '';
  const read = parseEra(text);
  return read.ok ? { text, date: read.date } : undefined;
}
