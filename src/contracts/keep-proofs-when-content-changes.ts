import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { MaterialChanges, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ContractFiles } from './contract-files.js';
import { isAnotherSelected } from './domain/selected-vendor.js';
import { ContractProofs } from './contract-proofs.js';
import { NdaProofs } from './nda-proofs.js';
import { SpecificationFiles } from './specification-files.js';

/**
 * When kind, classification or vendor of an engagement change, what was agreed proves what it still
 * can: duties that newly arise where it covers them, and no longer those it does not.
 */
@Injectable()
export class KeepProofsWhenContentChanges implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly specifications: SpecificationFiles,
    private readonly ndas: NdaProofs,
    private readonly contracts: ContractFiles,
    private readonly proofs: ContractProofs,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.keep(tx, actor, dossier));
  }

  private async keep(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const { id } = dossier.engagement;
    const specification = await this.specifications.books.specifications.confirmed(tx, actor, id);
    if (specification !== undefined) {
      await this.specifications.prove(tx, actor, dossier, specification);
    }
    const agreements = await this.ndas.ndas.ofEngagement(tx, actor, id);
    await this.ndas.restate(tx, actor, dossier, agreements);
    const { contracts, ledger } = this.contracts.books;
    for (const contract of await contracts.signed(tx, actor, id)) {
      if (isAnotherSelected(dossier.engagement, contract.vendorId)) {
        await this.proofs.void(tx, actor, contract.id);
        continue;
      }
      const clauses = await contracts.clauses(tx, actor, contract.id);
      await this.proofs.takeEffect(tx, actor, { contract, clauses, dossier });
      await ledger.discharge(tx, actor, dossier, { kind: 'contract-signature', id: contract.id });
      await this.proofs.limit(tx, actor, { contract, dossier });
    }
  }
}
