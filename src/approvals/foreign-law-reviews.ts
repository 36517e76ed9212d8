import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { RecordBooks, type Dossier } from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { OwnershipDisclosuresRepository } from '../vendors/index.js';

/** Record kind of the base pack: the risk that foreign law applies to the information (9(2)③オ). */
const RECORD = 'foreign-law-risk';
const REASON =
  '事業者が国外の支配下に入ったため（control of the vendor came into another country）';

/** Assessments of foreign law, which are made anew once a vendor comes under control from abroad. */
@Injectable()
export class ForeignLawReviews {
  constructor(
    private readonly disclosures: OwnershipDisclosuresRepository,
    private readonly records: RecordBooks,
  ) {}

  /** Whether control of the vendor came into another country by the disclosure in force. */
  async areDue(tx: Tx, scope: Scope, vendorId: string): Promise<boolean> {
    const disclosed = await this.disclosures.inForce(tx, scope, vendorId);
    return disclosed?.controlChanges.includes('foreign') === true;
  }

  /** Ends what was assessed before, so that the duty to assess opens again. */
  async reopen(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    await this.records.lapse(tx, actor, dossier, { kind: RECORD, reason: REASON });
  }
}
