/**
 * The tree a trail is sealed into: the Merkle tree of RFC 6962, section 2.1, as RFC 9162 keeps it.
 * Leaves and nodes are hashed under different first octets, so that none passes for the other.
 */

export type Hash = Uint8Array;

/** SHA-256 over its arguments one after the other. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Hash;

/** A subtree all of whose leaves are there: 2^level of them, from position × 2^level on. It never changes. */
export interface Subtree {
  readonly level: number;
  readonly position: number;
}

export interface TreeNode extends Subtree {
  readonly hash: Hash;
}

/** The leaves from `start` up to, and without, `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function leafHash(sha256: Sha256, data: Uint8Array): Hash {
  return sha256(LEAF, data);
}

export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right);
}

/** The fewest complete subtrees that hold a range as the tree divides it, left to right. */
export function subtreesOf({ start, end }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let at = start;
  while (at < end) {
    const level = levelWithin(end - at);
    subtrees.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** The tree hash of a range by the hashes of its `subtreesOf`; of no leaf, the hash of nothing. */
export function rangeHash(sha256: Sha256, subtrees: readonly Hash[]): Hash {
  if (subtrees.length === 0) return sha256();
  return subtrees.reduceRight((right, left) => nodeHash(sha256, left, right));
}

/** Where a tree of two or more leaves is divided: the largest power of two below its size. */
export function divisionOf({ start, end }: LeafRange): readonly [LeafRange, LeafRange] {
  const middle = start + 2 ** levelWithin(end - start - 1);
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

function levelWithin(leaves: number): number {
  return 31 - Math.clz32(leaves);
}

/** A tree that leaves are added to. It holds its complete subtrees alone, some twenty for a million leaves. */
export class GrowingTree {
  private readonly peaks: TreeNode[];

  /** @param peaks the nodes of `subtreesOf` all leaves there are already */
  constructor(
    private readonly sha256: Sha256,
    peaks: readonly TreeNode[] = [],
  ) {
    this.peaks = [...peaks];
  }

  get size(): number {
    const last = this.peaks.at(-1);
    return last === undefined ? 0 : (last.position + 1) * 2 ** last.level;
  }

  /** Adds a leaf and tells the nodes above leaves that are complete with it, lowest first. */
  append(leaf: Hash): readonly TreeNode[] {
    const completed: TreeNode[] = [];
    let node: TreeNode = { level: 0, position: this.size, hash: leaf };
    for (let left = this.sibling(node); left !== undefined; left = this.sibling(node)) {
      this.peaks.pop();
      node = {
        level: node.level + 1,
        position: left.position / 2,
        hash: nodeHash(this.sha256, left.hash, node.hash),
      };
      completed.push(node);
    }
    this.peaks.push(node);
    return completed;
  }

  root(): Hash {
    return rangeHash(
      this.sha256,
      this.peaks.map(({ hash }) => hash),
    );
  }

  private sibling({ level }: TreeNode): TreeNode | undefined {
    const left = this.peaks.at(-1);
    return left?.level === level ? left : undefined;
  }
}
