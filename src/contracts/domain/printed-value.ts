import type { ClauseParameter, ParameterType } from '../../policies/index.js';
import { calendarDate, partsOf } from '../../shared/domain/calendar-date.js';
import { formatEra } from '../../shared/domain/era-date.js';
import type { Language } from '../../shared/domain/text.js';
import { isFilled, type ClauseValue } from './clause-value.js';

/** What stands where something is still to be written. */
export const BLANK = '＿＿＿＿';

/** A parameter inside a sentence. One that is not filled is a visible blank. */
export function printedValue(
  parameter: ClauseParameter,
  value: ClauseValue | undefined,
  language: Language,
): string {
  return isFilled(value) ? PRINTERS[parameter.type](value, parameter, language) : BLANK;
}

/** 令和8年12月1日, or 1 December 2026. */
export function printedDate(day: string, language: Language): string {
  const date = calendarDate(day);
  if (language === 'ja') return formatEra(date, { width: 'half' });
  const { year, month, day: dayOfMonth } = partsOf(date);
  return `${String(dayOfMonth)} ${MONTHS[month - 1] ?? ''} ${String(year)}`;
}

/** 12,100,000円, or 12,100,000 yen. */
export function printedYen(amount: string, language: Language): string {
  return `${grouped(amount)}${language === 'ja' ? '円' : ' yen'}`;
}

type Printer = (value: ClauseValue, parameter: ClauseParameter, language: Language) => string;

const PRINTERS: Readonly<Record<ParameterType, Printer>> = {
  text: plain,
  date: (value, _parameter, language) => printedDate(plain(value), language),
  money: (value, _parameter, language) => printedYen(plain(value), language),
  boolean: (value, _parameter, language) => YES_OR_NO[language][value === true ? 'yes' : 'no'],
  integer: (value, { unit }, language) => {
    const number = grouped(plain(value));
    if (unit === undefined) return number;
    if (language === 'ja') return `${number}${unit.ja}`;
    return `${number} ${value === 1 ? unit.en.replace(/s$/, '') : unit.en}`;
  },
  choice: (value, { choices = [] }, language) =>
    choices.find(({ id }) => id === value)?.label[language] ?? plain(value),
  list: (value, _parameter, language) =>
    (value as readonly string[]).join(language === 'ja' ? '、' : ', '),
  table: (value, { columns = [] }, language) =>
    (value as readonly Readonly<Record<string, string>>[])
      .map((row) => columns.map(({ id }) => row[id] ?? '').join(language === 'ja' ? '／' : ' / '))
      .join('\n'),
};

function plain(value: ClauseValue): string {
  return typeof value === 'object' ? '' : String(value);
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

const YES_OR_NO = { ja: { yes: '有', no: '無' }, en: { yes: 'yes', no: 'no' } } as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
