import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
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
  ) {}

  /** Files a record; it proves what it can. The dossier is locked and touched by the caller. */
  async file(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    record: Omit<NewRecord, 'id' | 'engagementId'>,
  ): Promise<RecordResponseDto> {
    const row = { ...record, id: uuidv7(), engagementId: dossier.engagement.id };
    const filed = await this.records.insert(tx, caller, row);
    const discharges = await this.ledger.discharge(tx, caller, dossier, recordProof(row));
    const after = { ...filed, discharges: [...discharges] };
    const subject = { kind: 'record', id: row.id };
    await this.trail.append(tx, caller, { action: 'record.filed', subject, after });
    return after;
  }
}
