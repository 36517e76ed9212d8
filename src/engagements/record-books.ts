import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import { FileAttachments, type NamedFile } from '../files/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { RecordResponseDto } from './dto/record.dto.js';
import type { Dossier } from './dossier.js';
import { ObligationLedger } from './obligation-ledger.js';
import { RecordsRepository, type NewRecord } from './records.repository.js';
import { recordProof } from './standing-proofs.js';

/** Everything that is written when a record is filed. */
@Injectable()
export class RecordBooks {
  constructor(
    readonly records: RecordsRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
    readonly files: FileAttachments,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Files a record; it proves what it can. The dossier is locked and touched by the caller.
   *
   * @param fileIds the files that bear it out, from `#/fileIds` of the body
   * @throws InvalidInput, FileQuarantined
   */
  async file(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    record: Omit<NewRecord, 'id' | 'engagementId'>,
    fileIds: string[] = [],
  ): Promise<RecordResponseDto> {
    const row = { ...record, id: uuidv7(), engagementId: dossier.engagement.id };
    const filed = await this.records.insert(tx, caller, row);
    const subject = { kind: 'record', id: row.id };
    await this.files.attach(tx, caller, subject, fileIds.map(inFileIds));
    const discharges = await this.ledger.discharge(tx, caller, dossier, recordProof(row));
    const after = { ...filed, fileIds, discharges: [...discharges] };
    await this.trail.append(tx, caller, { action: 'record.filed', subject, after });
    return after;
  }

  /**
   * Ends the effect of every record of a kind, since what they tell of is not so any more; their duties open
   * again. The dossier is locked and touched by the caller.
   */
  async lapse(
    tx: Tx,
    actor: Actor,
    { engagement: { id: engagementId } }: Dossier,
    { kind, reason }: { readonly kind: string; readonly reason: string },
  ): Promise<void> {
    const records = await this.records.list(tx, actor, engagementId);
    const patch = { voidedOn: this.clock.today(), voidedReason: reason };
    for (const { id } of records.filter((one) => one.kind === kind && one.voidedOn === null)) {
      await this.records.void(tx, actor, { engagementId, id }, patch);
      await this.ledger.void(tx, actor, { kind: 'record', id }, reason);
    }
  }
}

function inFileIds(id: string, index: number): NamedFile {
  return { id, pointer: `#/fileIds/${String(index)}` };
}
