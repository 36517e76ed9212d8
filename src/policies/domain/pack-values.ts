import type { PackPath } from './pack-fault.js';
import { isRecord } from './pack-merge.js';

/** A value inside a pack and where it stands. */
export interface Found {
  readonly path: PackPath;
  readonly value: unknown;
}

/**
 * All values a dotted pattern leads to; `*` is every item of a list or every entry of a mapping.
 * What has another form than the pattern expects is passed over.
 */
export function valuesAt(value: unknown, pattern: string): readonly Found[] {
  return pattern
    .split('.')
    .reduce<readonly Found[]>(
      (found, step) => found.flatMap((outer) => within(outer, step)),
      [{ path: [], value }],
    );
}

/** The texts among the values a pattern leads to, each once. */
export function stringsAt(value: unknown, pattern: string): ReadonlySet<string> {
  const values = valuesAt(value, pattern).map((found) => found.value);
  return new Set(values.filter((text) => typeof text === 'string'));
}

function within({ path, value }: Found, step: string): readonly Found[] {
  if (step === '*' && Array.isArray(value)) {
    return value.map((inner: unknown, index) => ({ path: [...path, index], value: inner }));
  }
  if (!isRecord(value)) return [];
  const fields = step === '*' ? Object.keys(value) : [step];
  return fields
    .filter((field) => Object.hasOwn(value, field))
    .map((field) => ({ path: [...path, field], value: value[field] }));
}
