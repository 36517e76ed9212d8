import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';

/** SHA-256, in hex, of a value as canonical JSON (RFC 8785): the same content has the same hash. */
export function contentHashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** Freezes a value and all it holds, and returns it. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFrozen<unknown>(inner);
  return Object.freeze(value);
}
