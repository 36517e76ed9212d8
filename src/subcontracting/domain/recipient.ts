import type { TermsOfContract } from '../../contracts/index.js';
import { searchKey } from '../../shared/domain/japanese-text.js';
import { RecipientNotInChain } from './provision.errors.js';
import { wordOfStanding } from './subcontract-standing.js';
import type { DecidedOutcome, SubcontractStatus } from './subcontract-lifecycle.js';

/** A hop, as far as it matters whether information may be given to its firm. */
export interface HopOfFirm {
  readonly id: string;
  readonly contractId: string;
  readonly vendorId: string;
  readonly status: SubcontractStatus;
  readonly submissions: number;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly voidedReason: string | null;
  readonly wasUnauthorized: boolean;
  readonly dataItemIds: readonly string[];
  readonly flowDown: string | null;
  readonly pledge: string | null;
}

/** What was decided last about a hop. */
export interface LastDecision {
  readonly subcontractId: string;
  /** The application it was decided on. */
  readonly number: number;
  readonly outcome: DecidedOutcome;
  readonly decidedOn: string;
}

/** An item of information that is handed over. */
export interface HandedItem {
  readonly id: string;
  readonly name: string;
  readonly personalInformation: boolean;
}

/** What is handed over, to whom and when. */
export interface Handing {
  readonly vendorId: string;
  readonly deliveredOn: string;
  readonly items: readonly HandedItem[];
}

/** Who does the work of an engagement. */
export interface FirmsOfEngagement<H extends HopOfFirm> {
  /** The firm that was selected; null where none is yet. */
  readonly selectedId: string | null;
  readonly contracts: readonly Binding[];
  readonly hops: readonly H[];
  readonly decisions: readonly LastDecision[];
}

type Binding = Pick<TermsOfContract, 'id' | 'vendorId' | 'status' | 'until'>;

/** In what place a firm receives information. */
export interface Recipient<H extends HopOfFirm> {
  /** The firm under whose contract with the body it is: the recipient itself, but for a firm further down. */
  readonly contractorId: string;
  /** The hop by which the firm stands in the chain; null for the contractor or a candidate. */
  readonly hop: H | null;
}

/**
 * Whether the firm of a hop was at work on a day: started by then, and not ended before. For one that ended
 * since, nothing may show that its approval fell earlier.
 */
export function worksOn(hop: HopOfFirm, last: LastDecision | undefined, day: string): boolean {
  const { status, startedOn, endedOn } = hop;
  if (startedOn === null || day < startedOn) return false;
  if (status === 'effective') return true;
  return endedOn !== null && day <= endedOn && leftAtWork(hop, startedOn, last);
}

/** Whether the approval under which it started stood until it ended. */
function leftAtWork(
  { submissions, voidedReason, wasUnauthorized }: HopOfFirm,
  startedOn: string,
  last: LastDecision | undefined,
): boolean {
  if (voidedReason !== null || wasUnauthorized || last === undefined) return false;
  const { outcome, number, decidedOn } = last;
  return outcome === 'approve' && number === submissions && decidedOn <= startedOn;
}

/**
 * The place in which the firm receives information (9(1)③ア(ア)): as the selected vendor or the contractor,
 * or as a firm of the chain that is at work under an approval. While nobody is selected and nothing signed,
 * any firm may be a candidate. @throws RecipientNotInChain
 */
export function recipientOf<H extends HopOfFirm>(
  handing: Handing,
  firms: FirmsOfEngagement<H>,
): Recipient<H> {
  const { vendorId, deliveredOn } = handing;
  const signed = firms.contracts.filter(({ status }) => status !== 'draft');
  const { selectedId } = firms;
  const contractors = selectedId === null ? signed.map((one) => one.vendorId) : [selectedId];
  if (contractors.length === 0 || contractors.includes(vendorId)) {
    return { contractorId: vendorId, hop: null };
  }
  const ofFirm = firms.hops.filter((hop) => hop.vendorId === vendorId);
  const hop = hopCovering(handing, ofFirm, firms.decisions);
  const contractorId = signed.find(({ id }) => id === hop?.contractId)?.vendorId;
  if (hop === undefined || contractorId === undefined || !contractors.includes(contractorId)) {
    throw new RecipientNotInChain(deliveredOn, ofFirm.map(standingOf));
  }
  return { contractorId, hop };
}

/** Of the hops at work that one which covers what is handed over, else the first. */
function hopCovering<H extends HopOfFirm>(
  { deliveredOn, items }: Handing,
  hops: readonly H[],
  decisions: readonly LastDecision[],
): H | undefined {
  const working = hops.filter((hop) =>
    worksOn(
      hop,
      decisions.find(({ subcontractId }) => subcontractId === hop.id),
      deliveredOn,
    ),
  );
  return working.find((hop) => itemsOutside(hop, items).length === 0) ?? working[0];
}

/** The items that the approval of the hop does not name. */
export function itemsOutside(
  { dataItemIds }: Pick<HopOfFirm, 'dataItemIds'>,
  items: readonly HandedItem[],
): HandedItem[] {
  return items.filter(({ id }) => !dataItemIds.includes(id));
}

/** The contracts with a firm that bind it on a day: signed, and not ended before. */
export function inForce<B extends Binding>(
  contracts: readonly B[],
  contractorId: string,
  day: string,
): B[] {
  return contracts.filter(
    ({ vendorId, status, until }) =>
      vendorId === contractorId && status !== 'draft' && (until === null || day <= until),
  );
}

/** What separates the items that one cell of an access matrix names. */
const BETWEEN_ITEMS = /[、，,;；\r\n]/;

/**
 * The items that an access matrix does not name (CL-05); none where it is empty. Several may stand in one
 * cell; width, kana and the like make no difference. The matrices of contracts that bind at once are read
 * as one, since a contract that amends another says only what changes.
 */
export function itemsOutsideMatrix(
  items: readonly HandedItem[],
  matrix: readonly { readonly dataItem: string }[],
): HandedItem[] {
  if (matrix.length === 0) return [];
  const named = new Set(
    matrix.flatMap(({ dataItem }) =>
      [dataItem, ...dataItem.split(BETWEEN_ITEMS)].map((name) => searchKey(name)),
    ),
  );
  return items.filter(({ name }) => !named.has(searchKey(name)));
}

/**
 * Whether the firm of a hop is bound to secrecy without an agreement with the body itself. It is by what its
 * approval demanded: the duties of the contract, secrecy among them (CL-08), passed on to it (flow-down,
 * CL-09), and for personal information its pledge of secrecy besides. The separate agreement (CL-15) is owed
 * by whoever contracts with the body.
 */
export function isBoundByChain(
  { flowDown, pledge }: Pick<HopOfFirm, 'flowDown' | 'pledge'>,
  items: readonly HandedItem[],
): boolean {
  const isPersonal = items.some(({ personalInformation }) => personalInformation);
  return flowDown !== null && (!isPersonal || pledge !== null);
}

function standingOf({ id, status, startedOn, endedOn }: HopOfFirm) {
  return { id, status, word: wordOfStanding(status), startedOn, endedOn };
}
