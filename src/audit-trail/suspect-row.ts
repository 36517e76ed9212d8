import { idOf, isSealedAs, type ExportedLine } from './exported-line.js';
import type { TrailFault } from './trail-fault.js';

/** A row that does not stand where it was sealed; what became of it shows further down. */
export interface SuspectRow {
  readonly line: number;
  /** The number of the row that should stand there. */
  readonly index: number;
  readonly id: string | undefined;
  /** The hash it tells. */
  readonly hash: unknown;
  /** The number it was sealed under; undefined where it never was as it is. */
  readonly sealedAs: number | undefined;
}

/** What the rest of the file tells of a suspect. */
export interface Surroundings {
  /** The row that should stand in its place is further down. */
  readonly isBelow: boolean;
  /** Its line is the last one, and ends in the middle. */
  readonly isCut: boolean;
  /** The row before it, which stood in its place. */
  readonly before: { readonly line: number; readonly id: string; readonly hash: unknown };
}

export function explained(suspect: SuspectRow, surroundings: Surroundings): TrailFault {
  const { line, index, id, sealedAs } = suspect;
  const here = { line, index, ...(id !== undefined && { id }) };
  if (sealedAs === undefined) return { kind: unsealedKind(surroundings), ...here };
  if (sealedAs === index) return { kind: 'altered', ...here };
  if (sealedAs < index) return inserted(suspect, here, surroundings);
  return surroundings.isBelow ? { kind: 'reordered', ...here } : { kind: 'missing', line, index };
}

function unsealedKind({ isBelow, isCut }: Surroundings): TrailFault['kind'] {
  if (isBelow) return 'inserted';
  return isCut ? 'missing' : 'altered';
}

/** What made a row move down by one is the row before it, unless it is there twice itself. */
function inserted(
  { index, hash, sealedAs }: SuspectRow,
  here: Omit<TrailFault, 'kind'>,
  { before }: Surroundings,
): TrailFault {
  const isMoved = sealedAs === index - 1 && hash !== before.hash;
  const { line, id } = before;
  return { kind: 'inserted', ...(isMoved ? { line, index: index - 1, id } : here) };
}

/** What a line that cannot stand there may be. */
export function suspectOf(
  row: ExportedLine | undefined,
  place: { readonly line: number; readonly index: number },
  treeSize: number,
): SuspectRow {
  if (row === undefined) return { ...place, id: undefined, hash: undefined, sealedAs: undefined };
  return { ...place, id: idOf(row), hash: row.leafHash, sealedAs: numberOf(row, treeSize) };
}

/** The number a row was sealed under, wherever it stands now. */
function numberOf(row: ExportedLine, treeSize: number): number | undefined {
  const stated = row.index;
  if (Number.isInteger(stated) && isSealedAs(row, stated as number)) return stated as number;
  for (let index = 0; index < treeSize; index += 1) if (isSealedAs(row, index)) return index;
  return undefined;
}
