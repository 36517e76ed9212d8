import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256 } from '../shared/hashing.js';
import { leafHash, type Hash } from './domain/merkle-tree.js';

/** A line of an export that is as it was written: canonical JSON of an object. */
export type ExportedLine = Readonly<Record<string, unknown>>;

/** Undefined where it is cut off or changed in a way that JSON would not show. */
export function exportedLine(text: string): ExportedLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && canonicalJson(value) === text ? (value as ExportedLine) : undefined;
  } catch {
    return undefined;
  }
}

/** The hash of a row under a number, over all it says but the hash it tells itself. */
export function rowHashAs(row: ExportedLine, index: number): Hash {
  const { leafHash: _, ...said } = row;
  return leafHash(sha256, Buffer.from(canonicalJson({ ...said, index }), 'utf8'));
}

/** Whether a row was sealed under this number, by the hash it tells. */
export function isSealedAs(row: ExportedLine, index: number): boolean {
  return Buffer.from(rowHashAs(row, index)).toString('base64') === row.leafHash;
}

/** The id a row tells; empty where it tells none. */
export function idOf(row: ExportedLine | undefined): string {
  return typeof row?.id === 'string' ? row.id : '';
}
