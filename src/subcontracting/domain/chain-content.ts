import type { Text } from '../../shared/domain/text.js';
import { inTreeOrder, RANK_OF_CONTRACTOR, type Hop } from './chain.js';
import type { SubcontractStatus } from './subcontract-lifecycle.js';

/** A hop as a chart shows it. */
export interface ChartedHop extends Hop {
  readonly contractId: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly corporateNumber: string | null;
  readonly work: string;
  readonly dataItemIds: readonly string[];
  readonly place: string | null;
  readonly country: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** A contract at the top of a chain. */
export interface ChartedContract {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly corporateNumber: string | null;
}

/** Everything that the chain of an engagement is drawn and listed from, as it stands on a day. */
export interface ChainContent {
  readonly body: Text;
  readonly engagementTitle: string;
  readonly asOf: string;
  readonly contracts: readonly ChartedContract[];
  readonly hops: readonly ChartedHop[];
  /** Names of the information by id. */
  readonly items: ReadonlyMap<string, string>;
}

/** A firm in the chain of a contract: the contractor, or that of a hop. */
export interface ChartedFirm {
  readonly rank: number;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly corporateNumber: string | null;
  /** The hop; null for the contractor. */
  readonly hop: ChartedHop | null;
  /** Where the firm that passes the work on stands in the list; null for the contractor. */
  readonly origin: number | null;
}

/** A hop that nothing came of stands in no chart. */
const NOTHING_CAME: readonly SubcontractStatus[] = ['draft', 'withdrawn', 'rejected', 'ended'];

/**
 * The firms of the chain of a contract, each before those it passes work on to. Left out are hops that
 * nothing came of or that ended, unless one below them is still shown.
 */
export function firmsOf(contract: ChartedContract, hops: readonly ChartedHop[]): ChartedFirm[] {
  const ordered = inTreeOrder(hops.filter(({ contractId }) => contractId === contract.id));
  const shown = new Set<string>();
  for (const { id, passedOnById, status } of ordered.toReversed()) {
    if (NOTHING_CAME.includes(status) && !shown.has(id)) continue;
    shown.add(id);
    if (passedOnById !== null) shown.add(passedOnById);
  }
  const { vendorId, vendorName, corporateNumber } = contract;
  const firms: ChartedFirm[] = [
    { rank: RANK_OF_CONTRACTOR, vendorId, vendorName, corporateNumber, hop: null, origin: null },
  ];
  const at = new Map<string | null, number>([[null, 0]]);
  for (const { rank, ...hop } of ordered.filter(({ id }) => shown.has(id))) {
    at.set(hop.id, firms.length);
    firms.push({ ...named(hop), rank, hop, origin: at.get(hop.passedOnById) ?? 0 });
  }
  return firms;
}

function named(hop: ChartedHop): Pick<ChartedFirm, 'vendorId' | 'vendorName' | 'corporateNumber'> {
  const { vendorId, vendorName, corporateNumber } = hop;
  return { vendorId, vendorName, corporateNumber };
}

/** Whether the firm is doing the work, approved or not. */
export function isAtWork({ status, startedOn, endedOn }: ChartedHop): boolean {
  if (status === 'effective' || status === 'unauthorized') return true;
  return startedOn !== null && endedOn === null;
}
