import { isApproved, type SubcontractStatus } from './subcontract-lifecycle.js';

/** A hop as the chain is made of: who passes the work on to whom. */
export interface Hop {
  readonly id: string;
  /** The hop whose firm passes the work on (再委託元); null where the contractor itself does. */
  readonly passedOnById: string | null;
  readonly status: SubcontractStatus;
}

/** The rank of the firm that signs with the body (元請); every hop below it adds one. */
export const RANK_OF_CONTRACTOR = 1;

/**
 * The chain in the order of a tree, each hop before those it passes work on to, with its rank (何次). The
 * rank follows from the hops and is kept nowhere. Siblings stand as they were entered.
 */
export function inTreeOrder<H extends Hop>(hops: readonly H[]): (H & { readonly rank: number })[] {
  const below = childrenOf(hops);
  const ordered: (H & { readonly rank: number })[] = [];
  const next = (below.get(null) ?? []).map((hop) => ({ hop, rank: RANK_OF_CONTRACTOR + 1 }));
  next.reverse();
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const { hop, rank } = at;
    ordered.push({ ...hop, rank });
    const passedOn = below.get(hop.id) ?? [];
    next.push(...passedOn.map((child) => ({ hop: child, rank: rank + 1 })).reverse());
  }
  return ordered;
}

/** The hops above, from the one that passes the work on up to the contractor's own. */
export function above<H extends Hop>(hops: readonly H[], passedOnById: string | null): H[] {
  const byId = new Map(hops.map((hop) => [hop.id, hop]));
  const line: H[] = [];
  let at = passedOnById === null ? undefined : byId.get(passedOnById);
  // A row that named itself as its own origin would not end the walk; none is written.
  while (at !== undefined && line.length <= hops.length) {
    line.push(at);
    at = at.passedOnById === null ? undefined : byId.get(at.passedOnById);
  }
  return line;
}

/** The rank of a hop that this one passes work on to, or the contractor where it is null. */
export function rankBelow(hops: readonly Hop[], passedOnById: string | null): number {
  return RANK_OF_CONTRACTOR + 1 + above(hops, passedOnById).length;
}

/** Whether a hop would hang below itself. */
export function makesCircle(
  hops: readonly Hop[],
  id: string,
  passedOnById: string | null,
): boolean {
  return above(hops, passedOnById).some((hop) => hop.id === id);
}

/** The hops below one whose approval falls with it, since its firm must be at work for theirs to hold. */
export function fallingWith(hops: readonly Hop[], id: string): string[] {
  const below = childrenOf(hops);
  const found = [...(below.get(id) ?? [])];
  // Grows while it is walked, so that every rank is reached.
  for (const hop of found) found.push(...(below.get(hop.id) ?? []));
  return found.filter(({ status }) => isApproved(status)).map((hop) => hop.id);
}

function childrenOf<H extends Hop>(hops: readonly H[]): ReadonlyMap<string | null, H[]> {
  const below = new Map<string | null, H[]>();
  for (const hop of hops) {
    const siblings = below.get(hop.passedOnById);
    if (siblings === undefined) below.set(hop.passedOnById, [hop]);
    else siblings.push(hop);
  }
  return below;
}
