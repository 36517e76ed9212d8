import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { DataItemRow } from './engagements.repository.js';
import type { Dossier, ProvingRecord } from './dossier.js';
import { ObligationLedger } from './obligation-ledger.js';
import type { RecordResponseDto } from './dto/record.dto.js';
import { RecordsRepository } from './records.repository.js';
import { RuleDocumentsRepository, type RuleDocumentRow } from './rule-documents.repository.js';

/** What already stands and can prove a duty that newly arises: classification, rules, records. */
@Injectable()
export class StandingProofs {
  constructor(
    private readonly ledger: ObligationLedger,
    private readonly records: RecordsRepository,
    private readonly ruleDocuments: RuleDocumentsRepository,
  ) {}

  /** Lets everything that stands take effect; what already does is left as it is. */
  async prove(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    dataItems: readonly Pick<DataItemRow, 'id'>[],
  ): Promise<void> {
    const documents = await this.ruleDocuments.list(tx, actor);
    const records = await this.records.list(tx, actor, dossier.engagement.id);
    await this.ledger.discharge(
      tx,
      actor,
      dossier,
      ...dataItems.map(({ id }) => ({ kind: 'data-items', id }) as const),
      ...documents.map(ruleDocumentProof),
      ...records.filter(({ voidedOn }) => voidedOn === null).map(recordProof),
    );
  }
}

/** What a rule document proves: for as long as it is in force. */
export function ruleDocumentProof(document: RuleDocumentRow): ProvingRecord {
  const { id, kinds, effectiveFrom, effectiveUntil } = document;
  return {
    kind: 'rule-document',
    id,
    of: kinds,
    validFrom: effectiveFrom,
    validUntil: effectiveUntil,
  };
}

/** What a filed record proves: from the day it speaks of. */
export function recordProof(
  record: Pick<RecordResponseDto, 'id' | 'kind' | 'statedOn' | 'validUntil'>,
): ProvingRecord {
  const { id, kind, statedOn, validUntil } = record;
  return { kind: 'record', id, of: [kind], validFrom: statedOn, validUntil };
}
