import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  consistencyRanges,
  inclusionRanges,
  provesConsistency,
  provesInclusion,
} from '../../src/audit-trail/domain/merkle-proof.js';
import {
  GrowingTree,
  rangeHash,
  subtreesOf,
  type Hash,
  type LeafRange,
  type TreeNode,
} from '../../src/audit-trail/domain/merkle-tree.js';
import { sha256 } from '../../src/shared/hashing.js';
import { naiveRoot } from './merkle-examples.js';

/** What an export after a cut has: the complete subtrees of what went, and every later leaf. */
function leftOf(leaves: readonly Hash[], cut: number): { tree: GrowingTree; nodes: TreeNode[] } {
  const peaks = subtreesOf({ start: 0, end: cut }).map(({ level, position }) => {
    const start = position * 2 ** level;
    return { level, position, hash: naiveRoot(leaves.slice(start, start + 2 ** level)) };
  });
  const tree = new GrowingTree(sha256, peaks);
  const later = leaves
    .slice(cut)
    .flatMap((hash, at) => [{ level: 0, position: cut + at, hash }, ...tree.append(hash)]);
  return { tree, nodes: [...peaks, ...later] };
}

function hashOf(nodes: readonly TreeNode[], range: LeafRange): Hash {
  const parts = subtreesOf(range).map(({ level, position }) => {
    const found = nodes.find((node) => node.level === level && node.position === position);
    if (found === undefined) throw new Error(`No node ${String(level)}/${String(position)}`);
    return found.hash;
  });
  return rangeHash(sha256, parts);
}

const trees = fc
  .array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 2, maxLength: 70 })
  .chain((leaves) =>
    fc.record({
      leaves: fc.constant(leaves),
      cut: fc.integer({ min: 1, max: leaves.length - 1 }),
      size: fc.nat(),
      at: fc.nat(),
    }),
  );

it('a tree cut anywhere has the root it would have had', () => {
  fc.assert(
    fc.property(trees, ({ leaves, cut }) => {
      const { tree } = leftOf(leaves, cut);

      expect(tree.size).toBe(leaves.length);
      expect(tree.root()).toEqual(naiveRoot(leaves));
    }),
  );
});

it('what is left of a tree proves every later leaf and that it only grew', () => {
  fc.assert(
    fc.property(trees, ({ leaves, cut, size, at }) => {
      const { nodes } = leftOf(leaves, cut);
      const to = leaves.length;
      const root = naiveRoot(leaves);
      const index = cut + (at % (to - cut));
      const from = cut + (size % (to - cut + 1));
      const hashes = (ranges: readonly LeafRange[]): Hash[] =>
        ranges.map((range) => hashOf(nodes, range));

      const leafHash = leaves[index] ?? Buffer.alloc(0);
      const path = hashes(inclusionRanges(index, to));
      const inclusion = { leafHash, leafIndex: index, treeSize: to, hashes: path };
      expect(provesInclusion(sha256, inclusion, root)).toBe(true);
      const growth = {
        from: { treeSize: from, rootHash: naiveRoot(leaves.slice(0, from)) },
        to: { treeSize: to, rootHash: root },
        hashes: hashes(consistencyRanges(from, to)),
      };
      expect(provesConsistency(sha256, growth)).toBe(true);
    }),
  );
});
