import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { FileAttachments, FileHandover } from '../files/index.js';
import { FirmAccounts } from '../firms/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswerLibrary } from './answer-library.js';

/** What a firm keeps of its answers in its own account: its people, its files, its library, its trail. */
@Injectable()
export class FirmBooks {
  constructor(
    private readonly accounts: FirmAccounts,
    readonly handover: FileHandover,
    readonly attachments: FileAttachments,
    readonly library: AnswerLibrary,
    private readonly trail: AuditTrail,
  ) {}

  /** The caller as bodies know them. */
  async person(tx: Tx, caller: Caller): Promise<VendorPerson> {
    const { firm, acceptedBy } = await this.accounts.party(tx, caller, caller.personId);
    return { kind: 'firm', name: acceptedBy.name, email: acceptedBy.email, firmId: firm.id };
  }

  /** Tells the trail of the firm what its person did with an assessment of a body. */
  async record(
    tx: Tx,
    caller: Caller,
    id: string,
    action: string,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const subject = { kind: 'assessment', id };
    await this.trail.append(tx, caller, { action, subject, facts });
  }
}
