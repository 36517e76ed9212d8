import { Injectable } from '@nestjs/common';
import {
  Dossiers,
  ObligationLedger,
  type Dossier,
  type LedgerEntry,
} from '../engagements/index.js';
import type { Gate, ProofKind } from '../policies/index.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { materialOf, type ApplicationContent } from './domain/application-content.js';
import { ServiceContent } from './service-content.js';

const GATES: readonly (Gate | undefined)[] = ['select', 'apply'];
const PROOFS: readonly string[] = [
  'specification',
  'assessment',
  'selection',
  'trust-judgement',
] satisfies ProofKind[];

/** What an approval rests on. Another hash of it means that something else was approved. */
@Injectable()
export class MaterialContent {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly ledger: ObligationLedger,
    private readonly service: ServiceContent,
    private readonly clock: BusinessClock,
  ) {}

  /** SHA-256 of the canonical JSON (RFC 8785) of the content as it is now. */
  async hash(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    application: ApplicationContent,
  ): Promise<string> {
    const { facts, kinds, segment } = dossier.engagement;
    const day = this.clock.today();
    const entries = await this.ledger.entries(tx, scope, dossier);
    return sha256Hex(
      canonicalJson({
        facts: [...facts].sort(),
        kinds: [...kinds].sort(),
        segment,
        dataItems: await this.dossiers.dataItems(tx, scope, dossier),
        records: recordsOf(entries, day),
        application: materialOf(application),
        ...(await this.service.of(tx, scope, application, day)),
      }),
    );
  }
}

/** The records that prove the obligations before the application, each once. */
function recordsOf(entries: readonly LedgerEntry[], day: string): string[] {
  const proofs = entries
    .filter(({ rule }) => GATES.includes(rule.gate))
    .flatMap(({ row }) => row.proofs)
    .filter(({ recordKind, voidedOn }) => {
      const stands = voidedOn === null || voidedOn > day;
      return stands && PROOFS.includes(recordKind);
    });
  return [...new Set(proofs.map(({ recordKind, recordId }) => `${recordKind}:${recordId}`))].sort();
}
