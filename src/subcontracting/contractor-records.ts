import { Injectable } from '@nestjs/common';
import { RecordBooks, type Dossier } from '../engagements/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SubcontractBooks } from './subcontract-books.js';

/** What a record that proves a duty says. */
interface ProvingRecord {
  /** Kind of record in the policy. */
  readonly kind: string;
  readonly statedOn: string;
  readonly statement: string;
  readonly evidence: string[];
  readonly recordedAs: string;
  readonly recordedIn: HeldPost;
}

/** Records by which what is done with the contractor proves a duty of the body. */
@Injectable()
export class ContractorRecords {
  constructor(
    private readonly books: SubcontractBooks,
    private readonly records: RecordBooks,
  ) {}

  /** The firms that contract with the body: the selected one and those of its contracts. */
  async contractors(tx: Tx, scope: Scope, { engagement }: Dossier): Promise<(string | null)[]> {
    const contracts = await this.books.terms.ofEngagement(tx, scope, engagement.id);
    return [engagement.vendorId, ...contracts.map((terms) => terms.vendorId)];
  }

  /** Files the record where the firm is the contractor and the policy knows the kind. */
  async file(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    vendorId: string,
    record: ProvingRecord,
  ): Promise<void> {
    if (!dossier.pack.recordKinds.some(({ id }) => id === record.kind)) return;
    const contractors = await this.contractors(tx, caller, dossier);
    if (!contractors.includes(vendorId)) return;
    await this.records.file(tx, caller, dossier, { ...record, validUntil: null });
  }
}
