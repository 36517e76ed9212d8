import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/shared/hashing.js';
import {
  GrowingTree,
  leafHash,
  nodeHash,
  rangeHash,
  subtreesOf,
  type Hash,
  type TreeNode,
} from '../../src/audit-trail/domain/merkle-tree.js';
import { CT_LEAVES, CT_ROOTS, hex, naiveRoot } from './merkle-examples.js';

const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 });

function grown(leaves: readonly Hash[]): { tree: GrowingTree; nodes: TreeNode[] } {
  const tree = new GrowingTree(sha256);
  const nodes = leaves.flatMap((hash, position) => [
    { level: 0, position, hash },
    ...tree.append(hash),
  ]);
  return { tree, nodes };
}

function hashIn(nodes: readonly TreeNode[], level: number, position: number): Hash {
  const found = nodes.find((node) => node.level === level && node.position === position);
  if (found === undefined) throw new Error(`No node ${String(level)}/${String(position)}`);
  return found.hash;
}

describe('the tree of RFC 6962', () => {
  it.each(CT_ROOTS.map((root, index) => [index + 1, root] as const))(
    'of %i leaves of the reference implementation has its root',
    (size, root) => {
      const { tree } = grown(CT_LEAVES.slice(0, size).map((leaf) => leafHash(sha256, leaf)));

      expect(hex(tree.root())).toBe(root);
      expect(tree.size).toBe(size);
    },
  );

  it('without a leaf is the hash of nothing', () => {
    const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

    expect(hex(new GrowingTree(sha256).root())).toBe(nothing);
  });

  it('hashes a leaf and a node of the same octets differently', () => {
    const [a, b] = [sha256(Buffer.from('a')), sha256(Buffer.from('b'))];

    expect(leafHash(sha256, Buffer.concat([a, b]))).not.toEqual(nodeHash(sha256, a, b));
  });

  it('has the root of the definition, whatever the leaves', () => {
    fc.assert(
      fc.property(hashes, (leaves) => {
        expect(hex(grown(leaves).tree.root())).toBe(hex(naiveRoot(leaves)));
      }),
    );
  });

  it('keeps every complete subtree for good: they make the root of every earlier tree', () => {
    fc.assert(
      fc.property(hashes, fc.nat(70), (leaves, cut) => {
        const size = Math.min(cut, leaves.length);
        const { nodes } = grown(leaves);
        const parts = subtreesOf({ start: 0, end: size }).map(({ level, position }) =>
          hashIn(nodes, level, position),
        );

        expect(hex(rangeHash(sha256, parts))).toBe(hex(naiveRoot(leaves.slice(0, size))));
      }),
    );
  });

  it('grows on from its complete subtrees alone', () => {
    fc.assert(
      fc.property(hashes, fc.nat(70), (leaves, cut) => {
        const size = Math.min(cut, leaves.length);
        const { nodes } = grown(leaves);
        const peaks = subtreesOf({ start: 0, end: size }).map(({ level, position }) => ({
          ...{ level, position },
          hash: hashIn(nodes, level, position),
        }));
        const tree = new GrowingTree(sha256, peaks);
        for (const leaf of leaves.slice(size)) tree.append(leaf);

        expect(tree.size).toBe(leaves.length);
        expect(hex(tree.root())).toBe(hex(naiveRoot(leaves)));
      }),
    );
  });
});
