import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import {
  DossierNotices,
  EngagementContent,
  ObligationLedger,
  type Dossier,
} from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { termsOf, type ExceptionTerms } from './domain/policy-exception.js';
import { ExceptionsRepository, type ExceptionRow } from './exceptions.repository.js';

/** Everything that is written when an exception is asked for, decided or ended. */
@Injectable()
export class ExceptionBooks {
  constructor(
    readonly exceptions: ExceptionsRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
    readonly notices: DossierNotices,
    private readonly content: EngagementContent,
  ) {}

  /** SHA-256 of what a decision on it rests on. Another one means that something else was decided. */
  async contentHash(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    asked: ExceptionTerms,
  ): Promise<string> {
    return (await this.contentHashing(tx, scope, dossier))(asked);
  }

  /** The same for any number of exceptions of an engagement. */
  async contentHashing(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
  ): Promise<(asked: ExceptionTerms) => string> {
    const hash = await this.content.hashing(tx, scope, dossier);
    return (asked) => hash({ exception: termsOf(asked) });
  }
}

/** Who asked for it, and who decided on it or recorded that it was decided elsewhere. */
export function concernedBy(row: ExceptionRow): readonly (string | null)[] {
  return [row.requestedBy, row.decidedBy, row.madeElsewhere?.deciderId ?? null];
}
