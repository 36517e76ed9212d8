import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { above, fallingWith, inTreeOrder, makesCircle, rankBelow, type Hop } from './chain.js';
import { SUBCONTRACT_STATUSES } from './subcontract-lifecycle.js';

/** Chains as they grow: every hop is passed work by the contractor or by a hop that was there before. */
const chains = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...SUBCONTRACT_STATUSES)), { maxLength: 40 })
  .map((entered) =>
    entered.map(([pick, status], at): Hop => {
      const origin = pick % (at + 1);
      return {
        id: `h${String(at)}`,
        passedOnById: origin === at ? null : `h${String(origin)}`,
        status,
      };
    }),
  );

const line = (length: number): Hop[] =>
  Array.from({ length }, (_, at) => ({
    ...{ id: `h${String(at)}`, status: 'effective' as const },
    passedOnById: at === 0 ? null : `h${String(at - 1)}`,
  }));

describe('the order of a chain', () => {
  it('holds every hop once, after the one that passes work on to it and one rank below', () => {
    fc.assert(
      fc.property(chains, (hops) => {
        const ordered = inTreeOrder(hops);
        const ranks = new Map(ordered.map(({ id, rank }) => [id, rank]));

        expect(ordered.map(({ id }) => id).sort()).toEqual(hops.map(({ id }) => id).sort());
        for (const [at, { passedOnById, rank }] of ordered.entries()) {
          const origin = ordered.findIndex(({ id }) => id === passedOnById);
          expect(origin).toBeLessThan(at);
          expect(rank).toBe(passedOnById === null ? 2 : Number(ranks.get(passedOnById)) + 1);
        }
      }),
    );
  });

  it('gives the rank that a hop has by those above it', () => {
    fc.assert(
      fc.property(chains, (hops) => {
        for (const { passedOnById, rank } of inTreeOrder(hops)) {
          expect(rankBelow(hops, passedOnById)).toBe(rank);
        }
      }),
    );
  });

  it('is found for two thousand ranks', () => {
    expect(inTreeOrder(line(2_000)).at(-1)).toMatchObject({ id: 'h1999', rank: 2_001 });
  });
});

describe('a hop', () => {
  it('makes a circle below itself and below what hangs from it, nowhere else', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), (hops, one, other) => {
        fc.pre(hops.length > 0);
        const moved = hops[one % hops.length]?.id ?? '';
        const below = hops[other % hops.length]?.id ?? '';
        const hangs = [below, ...above(hops, below).map(({ id }) => id)].includes(moved);
        expect(makesCircle(hops, moved, below)).toBe(hangs);
        expect(makesCircle(hops, moved, null)).toBe(false);
      }),
    );
  });

  it('takes with it every approval below, and no other', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (hops, pick) => {
        fc.pre(hops.length > 0);
        const id = hops[pick % hops.length]?.id ?? '';
        const expected = hops.filter(
          ({ status, passedOnById }) =>
            ['approved', 'effective'].includes(status) &&
            above(hops, passedOnById).some((hop) => hop.id === id),
        );
        expect(fallingWith(hops, id).sort()).toEqual(expected.map((hop) => hop.id).sort());
      }),
    );
  });

  it('below a row that names itself is found all the same', () => {
    const broken = [{ id: 'a', passedOnById: 'a', status: 'draft' as const }];
    expect(above(broken, 'a').length).toBeLessThan(4);
  });
});
