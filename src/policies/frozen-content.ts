import { createHash } from 'node:crypto';

/** SHA-256, in hex, of a value as JSON with its keys sorted: the same content has the same hash. */
export function contentHashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest('hex');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Freezes a value and all it holds, and returns it. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFrozen<unknown>(inner);
  return Object.freeze(value);
}
