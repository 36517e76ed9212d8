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

/** More than these are not worth reading in a message. */
const MOST_NAMED = 32;

/** That a value names nothing there is, with what there is where that is not too much to read. */
export function unknownValue(
  path: PackPath,
  value: string,
  { ja, en }: Text,
  known: Iterable<string>,
): PackFault {
  const names = [...known].join(', ');
  const isShort = names !== '' && names.split(', ').length <= MOST_NAMED;
  return fault(
    path,
    `${ja}「${value}」は宣言されていません。${isShort ? `使える値：${names}` : ''}`,
    `unknown ${en} "${value}"${isShort ? `; it must be one of: ${names}` : ''}`,
  );
}
