import { searchKey } from '../shared/domain/japanese-text.js';

/**
 * What a stored search key is compared with by LIKE, or null for any name. The keys of one body are
 * read through in order: LIKE is not leakproof, so under row-level security PostgreSQL would not
 * use an index over pieces of names, and a body knows hundreds of names, thousands at most. The
 * cost is bounded by the body, never by the installation.
 */
export function namePattern(name: string | undefined): string | null {
  if (name === undefined) return null;
  return `%${searchKey(name).replace(/[\\%_]/g, '\\$&')}%`;
}
