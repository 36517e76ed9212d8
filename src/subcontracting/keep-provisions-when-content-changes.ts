import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { MaterialChanges, ObligationLedger, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ProvisionsRepository } from './provisions.repository.js';

/** What was handed over proves the duties that newly arise when an engagement changes, too. */
@Injectable()
export class KeepProvisionsWhenContentChanges implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly provisions: ProvisionsRepository,
    private readonly ledger: ObligationLedger,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.keep(tx, actor, dossier));
  }

  private async keep(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const handed = await this.provisions.ofEngagement(tx, actor, dossier.engagement.id);
    const records = handed.map(({ id }) => ({ kind: 'information-provision', id }) as const);
    await this.ledger.discharge(tx, actor, dossier, ...records);
  }
}
