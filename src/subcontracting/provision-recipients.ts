import { Injectable } from '@nestjs/common';
import type { AccessRow, TermsOfContract } from '../contracts/index.js';
import type { Dossier } from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ndaInForce } from './domain/provision.js';
import {
  ItemsNotApproved,
  NdaMissing,
  NoContractInForce,
  OutsideAccessMatrix,
} from './domain/provision.errors.js';
import {
  inForce,
  isBoundByChain,
  itemsOutside,
  itemsOutsideMatrix,
  recipientOf,
  type HandedItem,
  type Handing,
  type Recipient,
} from './domain/recipient.js';
import { ProvisionBooks } from './provision-books.js';
import { SubcontractsRepository, type NamedSubcontract } from './subcontracts.repository.js';

type Firm = Recipient<NamedSubcontract>;

/** By what information is handed to a firm: its place in the chain and its agreement on secrecy. */
export interface Entitlement {
  /** Null for the contractor or a candidate. */
  readonly subcontractId: string | null;
  /** Null where none was called for, or where the chain binds the firm. */
  readonly ndaId: string | null;
}

/** Who may be given information: the contractor, and the firms of the chain that are at work. */
@Injectable()
export class ProvisionRecipients {
  constructor(
    readonly books: ProvisionBooks,
    private readonly subcontracts: SubcontractsRepository,
  ) {}

  /**
   * Asks the gate `provide`, the chain, the contract and the agreements on secrecy.
   * @throws RecipientNotInChain, GateClosed, NoContractInForce, ItemsNotApproved, OutsideAccessMatrix, NdaMissing
   */
  async admit(tx: Tx, scope: Scope, dossier: Dossier, handing: Handing): Promise<Entitlement> {
    const { id, vendorId: selectedId } = dossier.engagement;
    const { terms } = this.books.chain;
    const contracts = await terms.ofEngagement(tx, scope, id);
    const hops = await this.subcontracts.ofEngagement(tx, scope, id);
    const ofFirm = hops.filter(({ vendorId }) => vendorId === handing.vendorId);
    const decisions = await this.subcontracts.lastDecisions(tx, scope, ofFirm);
    const firm = recipientOf(handing, { selectedId, contracts, hops: ofFirm, decisions });
    await this.books.ledger.require(tx, scope, dossier, ['provide']);
    const binding = bindingContracts(contracts, firm, handing.deliveredOn);
    const matrix = await terms.accessMatrix(tx, scope, id);
    refuseUnagreed(
      handing.items,
      firm,
      matrix.filter(({ contractId }) => binding.has(contractId)),
    );
    const ndaId = await this.bindingNda(tx, scope, dossier, handing, firm);
    return { subcontractId: firm.hop?.id ?? null, ndaId };
  }

  /**
   * The agreement that binds the recipient. None is called for where no duty asks for one, where an exception
   * stands in for it, or where the chain binds a firm of it. @throws NdaMissing
   */
  private async bindingNda(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    { vendorId, deliveredOn, items }: Handing,
    { hop }: Firm,
  ): Promise<string | null> {
    const { ledger, ndas } = this.books;
    const agreements = await ndas.ofEngagement(tx, scope, dossier.engagement.id);
    const nda = ndaInForce(agreements, vendorId, deliveredOn);
    if (nda !== undefined) return nda.id;
    if (hop !== null && isBoundByChain(hop, items)) return null;
    const entries = await ledger.entries(tx, scope, dossier);
    const isCalledFor = entries.some(
      ({ rule, state }) => rule.proof.kind === 'nda' && state === 'met',
    );
    if (isCalledFor) throw new NdaMissing(deliveredOn);
    return null;
  }
}

/** The contracts under which the recipient works on the day; none where none was signed yet. @throws NoContractInForce */
function bindingContracts(
  contracts: readonly TermsOfContract[],
  { contractorId, hop }: Firm,
  day: string,
): ReadonlySet<string> {
  const wasSigned = contracts.some(
    ({ vendorId, status }) => vendorId === contractorId && status !== 'draft',
  );
  const binding = new Set(inForce(contracts, contractorId, day).map(({ id }) => id));
  const works = hop === null ? binding.size > 0 : binding.has(hop.contractId);
  if (wasSigned && !works) throw new NoContractInForce(day);
  return binding;
}

/** @throws ItemsNotApproved, OutsideAccessMatrix */
function refuseUnagreed(
  items: readonly HandedItem[],
  { hop }: Firm,
  matrix: readonly AccessRow[],
): void {
  const unapproved = hop === null ? [] : itemsOutside(hop, items);
  if (hop !== null && unapproved.length > 0) {
    throw new ItemsNotApproved(unapproved.map(idAndName), hop.id);
  }
  const outside = itemsOutsideMatrix(items, matrix);
  if (outside.length > 0) throw new OutsideAccessMatrix(outside.map(idAndName));
}

function idAndName({ id, name }: HandedItem): { readonly id: string; readonly name: string } {
  return { id, name };
}
