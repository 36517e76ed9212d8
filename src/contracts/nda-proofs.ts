import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { ObligationLedger, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { isAnotherSelected, OTHER_SELECTED } from './domain/selected-vendor.js';
import { NdasRepository, type NdaRow } from './ndas.repository.js';

/** What agreements on secrecy prove: those with candidates until one is selected, then that one's. */
@Injectable()
export class NdaProofs {
  constructor(
    readonly ndas: NdasRepository,
    private readonly ledger: ObligationLedger,
  ) {}

  /** Lets agreements prove what they can as the engagement now stands, from a day or from today. */
  async restate(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    ndas: readonly NdaRow[],
    validFrom?: string,
  ): Promise<void> {
    for (const { id, vendorId, validUntil } of ndas) {
      const record = { kind: 'nda', id } as const;
      if (isAnotherSelected(dossier.engagement, vendorId)) {
        await this.ledger.void(tx, actor, record, OTHER_SELECTED);
      } else {
        const effect = { validUntil, ...(validFrom !== undefined && { validFrom }) };
        await this.ledger.discharge(tx, actor, dossier, { ...record, ...effect });
      }
    }
  }
}
