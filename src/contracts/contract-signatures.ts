import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { ClauseValues } from './domain/clause-value.js';

/** A contract that has just been signed, with the terms its clauses set. */
export interface SignedContract {
  readonly id: string;
  readonly vendorId: string;
  readonly cloudServiceId: string | null;
  readonly signedOn: string;
  /** First and last day; without a last one it runs until it is ended. */
  readonly from: string;
  readonly until: string | null;
  /** The clauses it includes, by their id in the policy, with what their parameters are filled with. */
  readonly clauses: readonly { readonly clauseId: string; readonly values: ClauseValues }[];
}

/** What must follow, in the same transaction, when a contract is signed. */
export type ContractSignatureListener = (
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  contract: SignedContract,
) => Promise<void>;

/** Tells higher features that a contract was signed, so that its terms take effect with it. */
@Injectable()
export class ContractSignatures {
  private readonly listeners: ContractSignatureListener[] = [];

  subscribe(listener: ContractSignatureListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Tx, actor: Actor, dossier: Dossier, contract: SignedContract): Promise<void> {
    for (const listener of this.listeners) await listener(tx, actor, dossier, contract);
  }
}
