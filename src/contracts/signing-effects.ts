import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ContractFiles, type ContractFile } from './contract-files.js';
import { ContractProofs } from './contract-proofs.js';
import { ContractSignatures } from './contract-signatures.js';

/** What a signature does beside the contract itself: proofs, the gate, and what other features make of it. */
@Injectable()
export class SigningEffects {
  constructor(
    private readonly files: ContractFiles,
    private readonly proofs: ContractProofs,
    private readonly signatures: ContractSignatures,
  ) {}

  /** Lets the clauses prove their duties and asks whether that opens the gate. @throws GateClosed */
  async open(tx: Tx, caller: Caller, file: ContractFile): Promise<void> {
    const { signedOn } = file.contract;
    await this.proofs.takeEffect(tx, caller, file, signedOn ?? undefined);
    await this.files.books.ledger.require(tx, caller, file.dossier, ['sign']);
  }

  /** Proves the signature and tells of it. */
  async conclude(tx: Tx, caller: Caller, file: ContractFile): Promise<void> {
    const { contract, clauses, dossier } = file;
    const { id, vendorId, cloudServiceId, fromOn: from, untilOn: until, signedOn } = contract;
    if (signedOn === null) return;
    const record = { kind: 'contract-signature', id, validFrom: signedOn } as const;
    await this.files.books.ledger.discharge(tx, caller, dossier, record);
    await this.proofs.limit(tx, caller, file);
    const included = clauses.filter(({ decision }) => decision === 'included');
    await this.signatures.announce(tx, caller, dossier, {
      ...{ id, vendorId, cloudServiceId, signedOn, from, until },
      clauses: included.map(({ clauseId, values }) => ({ clauseId, values })),
    });
  }
}
