import { NEW_YEAR_CLOSURE, type BusinessCalendar } from '../domain/business-calendar.js';
import { NATIONAL_HOLIDAYS } from './national-holidays.js';

/** When offices of local governments are open: not at weekends, on national holidays, 29 December to 3 January. */
export const OFFICE_CALENDAR: BusinessCalendar = {
  holidays: NATIONAL_HOLIDAYS,
  closedRanges: [NEW_YEAR_CLOSURE],
};
