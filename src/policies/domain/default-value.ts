import type { ClauseParameter, Setting } from './pack.js';
import { fault, type PackFault, type PackPath } from './pack-fault.js';

type Defaulted = ClauseParameter | Setting;

const FITS: Readonly<
  Record<Defaulted['type'], (value: unknown, choices: readonly string[]) => boolean>
> = {
  text: (value) => typeof value === 'string',
  role: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  decimal: (value) => typeof value === 'number' || isDecimalText(value),
  money: (value) => Number.isInteger(value) && Number(value) >= 0,
  date: isDay,
  boolean: (value) => typeof value === 'boolean',
  choice: (value, choices) => typeof value === 'string' && choices.includes(value),
  list: (value) => Array.isArray(value),
  table: () => false,
};

function isDecimalText(value: unknown): boolean {
  return typeof value === 'string' && /^-?[0-9]+(\.[0-9]+)?$/.test(value);
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}

/** Whether a value is one of the type of a setting or clause parameter; its limits are another matter. */
export function isOfType(item: Defaulted, value: unknown): boolean {
  return FITS[item.type](value, choiceIds(item));
}

/** Whether a number, or the text of one, is within the limits of its setting or parameter. */
export function isWithin(value: number, { minimum, maximum }: Defaulted): boolean {
  return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}

/** Why the default of a setting or clause parameter cannot be one: its type, or its limits. */
export function defaultFault(item: Defaulted, path: PackPath): readonly PackFault[] {
  const value = item.default;
  if (value === undefined) return [];
  const at = [...path, 'default'];
  if (!isOfType(item, value)) {
    const ja = `既定値が種類「${item.type}」に合いません。`;
    return [fault(at, ja, `the default is not a value of type "${item.type}"`)];
  }
  if (isNumeric(item) && !isWithin(Number(value), item)) {
    const ja = '既定値が最小値・最大値の範囲にありません。';
    return [fault(at, ja, 'the default is outside minimum and maximum')];
  }
  return [];
}

function choiceIds({ choices = [] }: Defaulted): readonly string[] {
  return choices.map((choice) => (typeof choice === 'string' ? choice : choice.id));
}

function isNumeric({ type }: Defaulted): boolean {
  return type === 'integer' || type === 'decimal' || type === 'money';
}
