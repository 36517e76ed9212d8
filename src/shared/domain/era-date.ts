import { type CalendarDate, calendarDate, dateOfParts, partsOf } from './calendar-date.js';

/** Digits of official documents are full width (８), those of screens and tables half width (8). */
export interface EraStyle {
  readonly width: 'full' | 'half';
}

/**
 * What an era date on a document says. A refusal is not an error of the product: contracts signed
 * before 2019 do run until 平成32年. `outside-era` therefore tells the day that was meant.
 */
export type EraReading =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly reason: 'unreadable' | 'no-such-day' | 'before-1873' }
  | { readonly ok: false; readonly reason: 'outside-era'; readonly meant: CalendarDate };

interface Era {
  readonly name: string;
  readonly symbol: string;
  readonly from: CalendarDate;
  /** The western year of its year 1 (元年). */
  readonly firstYear: number;
}

/** Latest first. Japan took up this calendar on 明治6年1月1日; earlier days have no counterpart in it. */
const ERAS: readonly Era[] = [
  { name: '令和', symbol: 'R', from: calendarDate('2019-05-01'), firstYear: 2019 },
  { name: '平成', symbol: 'H', from: calendarDate('1989-01-08'), firstYear: 1989 },
  { name: '昭和', symbol: 'S', from: calendarDate('1926-12-25'), firstYear: 1926 },
  { name: '大正', symbol: 'T', from: calendarDate('1912-07-30'), firstYear: 1912 },
  { name: '明治', symbol: 'M', from: calendarDate('1873-01-01'), firstYear: 1868 },
];

const ERA_YEAR = '(?<era>令和|平成|昭和|大正|明治|[RHSTM])\\.?(?<year>元|\\d{1,2})';
const FORMS = [
  new RegExp(`^${ERA_YEAR}年(?<month>\\d{1,2})月(?<day>\\d{1,2})日$`, 'i'),
  new RegExp(`^${ERA_YEAR}(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})$`, 'i'),
];

/** As in `令和８年６月５日` or `令和8年6月5日`; year 1 is 元年. Before 1873 the western year is written. */
export function formatEra(date: CalendarDate, { width }: EraStyle): string {
  const { year, month, day } = partsOf(date);
  const text = `${eraYear(date, year)}年${String(month)}月${String(day)}日`;
  return width === 'full' ? fullWidthDigits(text) : text;
}

/** As in `令和８年度`, after the era of its first day, 1 April. */
export function fiscalYearLabel(fiscalYear: number, { width }: EraStyle): string {
  const firstDay = calendarDate(`${String(fiscalYear).padStart(4, '0')}-04-01`);
  const text = `${eraYear(firstDay, fiscalYear)}年度`;
  return width === 'full' ? fullWidthDigits(text) : text;
}

/**
 * Reads `令和８年６月５日`, `令和元年5月1日`, `R8.6.5`, `R08/06/05` and the like, in any width and
 * with spaces anywhere. Letters of either case stand for an era.
 */
export function parseEra(text: string): EraReading {
  const compact = text.normalize('NFKC').replace(/\s/g, '');
  const groups = FORMS.map((form) => form.exec(compact)?.groups).find((found) => found);
  const era = ERAS.find(({ name, symbol }) =>
    [name, symbol].includes(groups?.era?.toUpperCase() ?? ''),
  );
  if (!groups || !era) return { ok: false, reason: 'unreadable' };
  const yearOfEra = groups.year === '元' ? 1 : Number(groups.year);
  const date = dateOfParts({
    year: era.firstYear + yearOfEra - 1,
    month: Number(groups.month),
    day: Number(groups.day),
  });
  if (yearOfEra === 0 || date === undefined) return { ok: false, reason: 'no-such-day' };
  return within(era, date);
}

function within(era: Era, date: CalendarDate): EraReading {
  const actual = eraOf(date);
  if (actual === undefined) return { ok: false, reason: 'before-1873' };
  return actual === era ? { ok: true, date } : { ok: false, reason: 'outside-era', meant: date };
}

function eraOf(date: CalendarDate): Era | undefined {
  return ERAS.find(({ from }) => from <= date);
}

function eraYear(date: CalendarDate, year: number): string {
  const era = eraOf(date);
  if (era === undefined) return String(year);
  const yearOfEra = year - era.firstYear + 1;
  return `${era.name}${yearOfEra === 1 ? '元' : String(yearOfEra)}`;
}

function fullWidthDigits(text: string): string {
  return text.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
}
