import type { Text } from './pack.js';

/** Where a value stands: names of fields and positions in lists, from the top of the pack. */
export type PackPath = readonly (string | number)[];

/** Something that makes a pack unusable. */
export interface PackFault {
  readonly path: PackPath;
  /** For the author of the pack. */
  readonly reason: Text;
}

export function fault(path: PackPath, ja: string, en: string): PackFault {
  return { path, reason: { ja, en } };
}
