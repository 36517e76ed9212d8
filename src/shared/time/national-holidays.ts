import holidayJp from '@holiday-jp/holiday_jp';
import { type CalendarDate, calendarDate } from '../domain/calendar-date.js';

/**
 * The national holidays of Japan (国民の祝日に関する法律 第2条, 第3条 with substitute holidays and days
 * between two holidays) from 1970 to 2050. Years after the next one are foreseen, not announced:
 * the National Astronomical Observatory gazettes the equinoxes each February for the year to come,
 * and laws may move a holiday. Outside these years a calendar knows weekends and closed ranges only.
 */
export const NATIONAL_HOLIDAYS: ReadonlySet<CalendarDate> = new Set(
  Object.keys(holidayJp.holidays).map(calendarDate),
);
