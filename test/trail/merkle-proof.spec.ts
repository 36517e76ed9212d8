import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyRanges,
  inclusionRanges,
  provesConsistency,
  provesInclusion,
  type ConsistencyProof,
  type InclusionProof,
} from '../../src/audit-trail/domain/merkle-proof.js';
import { leafHash, type Hash, type LeafRange } from '../../src/audit-trail/domain/merkle-tree.js';
import { sha256 } from '../../src/shared/hashing.js';
import { CT_LEAVES, CT_ROOTS, hex, naiveRoot } from './merkle-examples.js';

const CT = CT_LEAVES.map((leaf) => leafHash(sha256, leaf));

const leavesOf = (size: number): Hash[] =>
  Array.from({ length: size }, (_, index) => sha256(Buffer.from(String(index))));

/** Two numbers of which the first is not the greater. */
const ordered = (least: number): fc.Arbitrary<[number, number]> =>
  fc
    .tuple(fc.integer({ min: least, max: 80 }), fc.integer({ min: 1, max: 80 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

function hashesOf(leaves: readonly Hash[], ranges: readonly LeafRange[]): Hash[] {
  return ranges.map(({ start, end }) => naiveRoot(leaves.slice(start, end)));
}

function inclusion(leaves: readonly Hash[], leafIndex: number): InclusionProof {
  return {
    leafHash: leaves[leafIndex] ?? sha256(),
    leafIndex,
    treeSize: leaves.length,
    hashes: hashesOf(leaves, inclusionRanges(leafIndex, leaves.length)),
  };
}

function consistency(leaves: readonly Hash[], from: number): ConsistencyProof {
  return {
    from: { treeSize: from, rootHash: naiveRoot(leaves.slice(0, from)) },
    to: { treeSize: leaves.length, rootHash: naiveRoot(leaves) },
    hashes: hashesOf(leaves, consistencyRanges(from, leaves.length)),
  };
}

/** Every way to take one hash away, change it, or add one. */
function damaged(hashes: readonly Hash[]): Hash[][] {
  const other = sha256(Buffer.from('other'));
  return [
    [...hashes, other],
    [other, ...hashes],
    ...hashes.flatMap((_, at) => [hashes.toSpliced(at, 1), hashes.toSpliced(at, 1, other)]),
  ];
}

describe('a proof of inclusion', () => {
  it('is that of the reference implementation', () => {
    const ranges = inclusionRanges(5, 8);

    expect(hashesOf(CT, ranges).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('leads from every leaf to the root, and from no other leaf or index', () => {
    fc.assert(
      fc.property(ordered(0), fc.nat(79), ([index, size], other) => {
        fc.pre(index < size && other !== index);
        const leaves = leavesOf(size);
        const proof = inclusion(leaves, index);
        const root = naiveRoot(leaves);

        expect(provesInclusion(sha256, proof, root)).toBe(true);
        expect(provesInclusion(sha256, { ...proof, leafIndex: other }, root)).toBe(false);
        const wrongLeaf = leavesOf(80)[other] ?? sha256();
        expect(provesInclusion(sha256, { ...proof, leafHash: wrongLeaf }, root)).toBe(false);
      }),
    );
  });

  it('does not hold with a hash changed, taken away or added', () => {
    fc.assert(
      fc.property(ordered(0), ([index, size]) => {
        fc.pre(index < size);
        const leaves = leavesOf(size);
        const proof = inclusion(leaves, index);
        for (const hashes of damaged(proof.hashes)) {
          expect(provesInclusion(sha256, { ...proof, hashes }, naiveRoot(leaves))).toBe(false);
        }
      }),
    );
  });
});

describe('a proof of consistency', () => {
  it('is that of the reference implementation', () => {
    const ranges = consistencyRanges(6, 8);

    expect(hashesOf(CT, ranges).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(naiveRoot(CT.slice(0, 6)))).toBe(CT_ROOTS[5]);
  });

  it('leads to both roots of every pair of trees', () => {
    fc.assert(
      fc.property(ordered(1), ([from, to]) => {
        expect(provesConsistency(sha256, consistency(leavesOf(to), from))).toBe(true);
      }),
    );
  });

  it('does not hold where an earlier leaf was changed', () => {
    fc.assert(
      fc.property(ordered(1), fc.nat(79), ([from, to], changed) => {
        fc.pre(changed < from);
        const leaves = leavesOf(to);
        const before = consistency(leaves, from).from;
        const now = consistency(leaves.toSpliced(changed, 1, sha256()), from);

        expect(provesConsistency(sha256, { ...now, from: before })).toBe(false);
      }),
    );
  });

  it('does not hold with a hash changed, taken away or added', () => {
    fc.assert(
      fc.property(ordered(1), ([from, to]) => {
        const proof = consistency(leavesOf(to), from);
        for (const hashes of damaged(proof.hashes)) {
          expect(provesConsistency(sha256, { ...proof, hashes })).toBe(false);
        }
      }),
    );
  });

  it('leads from no tree that is empty or greater', () => {
    const [small, great] = [consistency(leavesOf(3), 2), consistency(leavesOf(7), 5)];

    expect(provesConsistency(sha256, { ...great, from: great.to, to: small.to })).toBe(false);
    expect(provesConsistency(sha256, { ...small, from: { treeSize: 0, rootHash: sha256() } })).toBe(
      false,
    );
  });
});
