import { canonicalJson } from '../../shared/domain/canonical-json.js';
import { leafHash, type Hash, type Sha256 } from './merkle-tree.js';

/** Everything that is sealed of an entry: whose trail, its number, and what it says. */
export interface SealedRow {
  readonly organizationId: string;
  /** Its number in the trail, from 0 on, without gaps. */
  readonly index: number;
  readonly id: string;
  /** UTC, to the millisecond. */
  readonly recordedAt: string;
  readonly personId: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * The leaf of a row: over its canonical JSON (RFC 8785) in UTF-8, its number included, so that a row
 * given another number is told at once.
 */
export function sealedRowHash(sha256: Sha256, row: SealedRow): Hash {
  return leafHash(sha256, Buffer.from(canonicalJson(row), 'utf8'));
}
