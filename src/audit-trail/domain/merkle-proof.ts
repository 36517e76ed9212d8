import { divisionOf, nodeHash, type Hash, type LeafRange, type Sha256 } from './merkle-tree.js';

/** That a leaf stands at an index of a tree (RFC 9162, section 2.1.3). */
export interface InclusionProof {
  readonly leafHash: Hash;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly hashes: readonly Hash[];
}

/** That a later tree holds an earlier one unchanged (RFC 9162, section 2.1.4). */
export interface ConsistencyProof {
  readonly from: { readonly treeSize: number; readonly rootHash: Hash };
  readonly to: { readonly treeSize: number; readonly rootHash: Hash };
  readonly hashes: readonly Hash[];
}

/** The ranges whose tree hashes prove a leaf, lowest first: PATH of RFC 9162, section 2.1.3.1. */
export function inclusionRanges(leafIndex: number, treeSize: number): readonly LeafRange[] {
  return pathIn({ start: 0, end: treeSize }, leafIndex);
}

function pathIn(range: LeafRange, leafIndex: number): readonly LeafRange[] {
  if (range.end - range.start <= 1) return [];
  const [left, right] = divisionOf(range);
  return leafIndex < left.end
    ? [...pathIn(left, leafIndex), right]
    : [...pathIn(right, leafIndex), left];
}

/** The ranges whose tree hashes prove an earlier tree: PROOF of RFC 9162, section 2.1.4.1. */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  return subproofIn({ start: 0, end: to }, from);
}

function subproofIn(range: LeafRange, from: number): readonly LeafRange[] {
  // The whole of the earlier tree is known to who asks; a part of it is not.
  if (from === range.end) return range.start === 0 ? [] : [range];
  const [left, right] = divisionOf(range);
  return from <= left.end ? [...subproofIn(left, from), right] : [...subproofIn(right, from), left];
}

/** Whether a proof leads from its leaf to the root (RFC 9162, section 2.1.3.2). */
export function provesInclusion(sha256: Sha256, proof: InclusionProof, root: Hash): boolean {
  if (proof.leafIndex >= proof.treeSize) return false;
  const place = { index: proof.leafIndex, last: proof.treeSize - 1 };
  const steps = stepsFrom(place, proof.hashes);
  return steps !== undefined && isSame(climbed(sha256, proof.leafHash, steps), root);
}

/** Whether a proof leads from one part to both roots (RFC 9162, section 2.1.4.2). */
export function provesConsistency(sha256: Sha256, proof: ConsistencyProof): boolean {
  const { from, to, hashes } = proof;
  if (from.treeSize === to.treeSize) {
    return hashes.length === 0 && isSame(from.rootHash, to.rootHash);
  }
  return from.treeSize >= 1 && from.treeSize < to.treeSize && provesGrowth(sha256, proof);
}

function provesGrowth(sha256: Sha256, { from, to, hashes }: ConsistencyProof): boolean {
  const isComplete = Number.isInteger(Math.log2(from.treeSize));
  const [part, ...others] = isComplete ? [from.rootHash, ...hashes] : hashes;
  let place: Place = { index: from.treeSize - 1, last: to.treeSize - 1 };
  while (place.index % 2 === 1) place = above(place);
  const steps = stepsFrom(place, others);
  if (part === undefined || steps === undefined) return false;
  const within = steps.filter(({ isLeft }) => isLeft);
  return (
    isSame(climbed(sha256, part, within), from.rootHash) &&
    isSame(climbed(sha256, part, steps), to.rootHash)
  );
}

/** A hash of a proof, and whether it stands to the left of what is climbed from. */
interface Step {
  readonly sibling: Hash;
  readonly isLeft: boolean;
}

function climbed(sha256: Sha256, from: Hash, steps: readonly Step[]): Hash {
  return steps.reduce(
    (hash, { sibling, isLeft }) =>
      isLeft ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling),
    from,
  );
}

/** The side of each hash; undefined where they are not as many as lead to the root. */
function stepsFrom(start: Place, hashes: readonly Hash[]): readonly Step[] | undefined {
  let place = start;
  const steps: Step[] = [];
  for (const sibling of hashes) {
    if (place.last === 0) return undefined;
    const isLeft = place.index % 2 === 1 || place.index === place.last;
    steps.push({ sibling, isLeft });
    place = above(isLeft ? risen(place) : place);
  }
  return place.last === 0 ? steps : undefined;
}

/** A node among those of its level: `fn` and `sn` of RFC 9162. */
interface Place {
  readonly index: number;
  readonly last: number;
}

function above({ index, last }: Place): Place {
  return { index: Math.floor(index / 2), last: Math.floor(last / 2) };
}

/** The last node of a level without a sibling rises until it is the right one of two. */
function risen(place: Place): Place {
  let higher = place;
  while (higher.index % 2 === 0 && higher.index !== 0) higher = above(higher);
  return higher;
}

function isSame(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}
