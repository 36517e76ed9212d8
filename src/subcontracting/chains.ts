import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { TermsOfContract } from '../contracts/index.js';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { Caller } from '../shared/authorization/caller.js';
import {
  NotFound,
  refuse,
  unknownIdFault,
  type InputFault,
} from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { fallingWith, inTreeOrder } from './domain/chain.js';
import { placingFaults, type ChainOfContract, type Placing } from './domain/subcontract-input.js';
import { subcontractNotThere } from './domain/subcontract-standing.js';
import { SUBCONTRACT, type SubcontractStatus } from './domain/subcontract-lifecycle.js';
import {
  materialOf,
  submittedContent,
  type SubmittedContent,
  type SubmittedItem,
} from './domain/submitted-content.js';
import type { SubcontractDetailDto, SubcontractDto } from './dto/subcontract.dto.js';
import { VendorsRepository } from '../vendors/index.js';
import { SubcontractBooks } from './subcontract-books.js';
import {
  SubcontractsRepository,
  type NamedSubcontract,
  type SubcontractRow,
} from './subcontracts.repository.js';

/** A hop with the whole chain of its engagement, its contract and the dossier they belong to, locked. */
export interface ChainFile {
  readonly hop: NamedSubcontract;
  /** The hops of the same contract, this one included. */
  readonly hops: readonly NamedSubcontract[];
  readonly terms: TermsOfContract;
  readonly dossier: Dossier;
  /** The information handled today. */
  readonly handled: readonly SubmittedItem[];
}

/** Chains of re-subcontracting together with the dossiers they belong to. */
@Injectable()
export class Chains {
  constructor(
    readonly subcontracts: SubcontractsRepository,
    readonly books: SubcontractBooks,
    private readonly vendors: VendorsRepository,
  ) {}

  /** Locks the dossier, for a step of which the caller saw hop and dossier. @throws NotFound, Stale, WrongStage, SubcontractNotThere */
  async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    expected: ExpectedVersion,
    to?: SubcontractStatus,
  ): Promise<ChainFile> {
    expected.require();
    const { engagementId } = await this.subcontracts.read(tx, scope, id);
    const dossier = await this.books.dossiers.lock(tx, scope, engagementId);
    const file = await this.fileOf(tx, scope, id, dossier);
    expected.compare(versionOf(file.hop, dossier));
    refuseEnded(dossier.engagement.status);
    const { status } = file.hop;
    if (to !== undefined && !SUBCONTRACT.canMove(status, to)) throw subcontractNotThere(status);
    return file;
  }

  /**
   * Refuses a new hop that cannot stand where the body of a request puts it, every fault at once; the
   * dossier is locked. @throws InvalidInput
   */
  async refuseMisplacedNew(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    hop: SubcontractRow,
    faultsOf: (hop: Placing, chain: ChainOfContract) => InputFault[] = placingFaults,
  ): Promise<void> {
    const { id: engagementId } = dossier.engagement;
    const contracts = await this.books.terms.ofEngagement(tx, scope, engagementId);
    const terms = contracts.find(({ id }) => id === hop.contractId);
    const all = await this.subcontracts.ofEngagement(tx, scope, engagementId);
    const hops = all.filter(({ contractId }) => contractId === hop.contractId);
    const handled = await this.books.dossiers.dataItems(tx, scope, dossier);
    const contractorId = terms?.vendorId ?? null;
    refuse([
      ...(terms === undefined ? [unknownIdFault('#/contractId')] : []),
      ...(await this.strangerFaults(tx, scope, hop.vendorId)),
      ...faultsOf(hop, { contractorId, hops, handled: new Set(handled.map(({ id }) => id)) }),
    ]);
  }

  /** @throws InvalidInput where the hop cannot stand where it is put, every fault at once */
  async refuseMisplaced(tx: Tx, scope: Scope, hop: Placing, file: ChainFile): Promise<void> {
    const handled = new Set(file.handled.map(({ id }) => id));
    const { hops, terms } = file;
    refuse([
      ...(await this.strangerFaults(tx, scope, hop.vendorId)),
      ...placingFaults(hop, { contractorId: terms.vendorId, hops, handled }),
    ]);
  }

  /** What is applied for, with the information as it is classified today. */
  contentOf(hop: SubcontractRow, { handled }: Pick<ChainFile, 'handled'>): SubmittedContent {
    return submittedContent(hop, handled);
  }

  /** SHA-256 of what an approval of the hop is bound to, as it is now. */
  hashOf(hop: SubcontractRow, file: Pick<ChainFile, 'handled'>): string {
    return sha256Hex(canonicalJson(materialOf(hop.contractId, this.contentOf(hop, file))));
  }

  /**
   * Ends the approvals that fall with a hop, since its firm passes nothing on any more; whoever is concerned
   * is told. The hop itself is left to the caller.
   */
  async letFallBelow(
    tx: Tx,
    actor: Actor,
    { hop: { id }, hops, dossier }: ChainFile,
    reason: string,
  ): Promise<void> {
    await this.letFall(tx, actor, dossier, fallingWith(hops, id), reason);
  }

  /** Ends approvals. One entry of the trail and one notice tell of all of them. */
  async letFall(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    ids: readonly string[],
    reason: string,
  ): Promise<void> {
    const [first] = ids;
    if (first === undefined) return;
    await this.subcontracts.void(tx, actor, ids, reason);
    const subject = { kind: 'subcontract', id: first };
    const facts = { subcontracts: ids, reason };
    await this.books.trail.append(tx, actor, { action: 'subcontract.voided', subject, facts });
    const event = { code: 'subcontract.voided', subject, people: [] } as const;
    await this.books.notices.tell(tx, actor, dossier, event);
  }

  /** Records a step, raises the version of the dossier and answers with what stands. */
  async close(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    change: { action: string; before?: SubcontractRow; after: SubcontractRow; facts?: object },
  ): Promise<SubcontractDetailDto> {
    const { facts, ...rest } = change;
    const { id } = change.after;
    await this.books.dossiers.touch(tx, caller, dossier);
    const subject = { kind: 'subcontract', id };
    const told = facts === undefined ? rest : { ...rest, facts: { ...facts } };
    await this.books.trail.append(tx, caller, { ...told, subject });
    return this.show(tx, caller, id);
  }

  /** @throws NotFound */
  async show(tx: Tx, scope: Scope, id: string): Promise<SubcontractDetailDto> {
    const { engagementId } = await this.subcontracts.read(tx, scope, id);
    const dossier = await this.books.dossiers.read(tx, scope, engagementId);
    const hops = await this.shown(tx, scope, dossier);
    const history = await this.subcontracts.history(tx, scope, id);
    const hop = hops.find((one) => one.id === id);
    if (hop === undefined) throw new Error('A hop stands in the chain of its engagement');
    return { ...hop, ...history };
  }

  /** The chain of an engagement in the order of a tree. */
  async shown(tx: Tx, scope: Scope, dossier: Dossier): Promise<SubcontractDto[]> {
    const hops = await this.subcontracts.ofEngagement(tx, scope, dossier.engagement.id);
    return inTreeOrder(hops).map(
      ({ submissions: _, approvedHash: _hash, fromOn, untilOn, ...hop }) => ({
        ...hop,
        ...{ from: fromOn, until: untilOn, version: versionOf(hop, dossier) },
      }),
    );
  }

  /** That the body has no record of a firm. */
  private async strangerFaults(tx: Tx, scope: Scope, vendorId: string): Promise<InputFault[]> {
    try {
      await this.vendors.read(tx, scope, vendorId);
      return [];
    } catch (error) {
      if (error instanceof NotFound) return [unknownIdFault('#/vendorId')];
      throw error;
    }
  }

  private async fileOf(tx: Tx, scope: Scope, id: string, dossier: Dossier): Promise<ChainFile> {
    const all = await this.subcontracts.ofEngagement(tx, scope, dossier.engagement.id);
    const hop = all.find((one) => one.id === id);
    if (hop === undefined) throw new Error('A hop stands in the chain of its engagement');
    const hops = all.filter(({ contractId }) => contractId === hop.contractId);
    const terms = await this.books.terms.read(tx, scope, hop.contractId);
    const handled = await this.books.dossiers.dataItems(tx, scope, dossier);
    return { hop, hops, terms, dossier, handled };
  }
}

/** What a step must name: the hop and everything it rests on. */
function versionOf({ version }: { readonly version: number }, { engagement }: Dossier): string {
  return `${String(version)}.${String(engagement.version)}`;
}
