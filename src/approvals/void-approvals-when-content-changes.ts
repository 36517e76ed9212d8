import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { MaterialChanges } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { CloudServiceChanges } from '../vendors/index.js';
import { ApprovalBooks } from './approval-books.js';
import { ApprovedCloudServicesRepository } from './approved-cloud-services.repository.js';
import { HoldApprovals } from './hold-approvals.js';

/** Approvals are held to their content when an engagement changes, and when the service itself does. */
@Injectable()
export class VoidApprovalsWhenContentChanges implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly services: CloudServiceChanges,
    private readonly books: ApprovalBooks,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly approvals: HoldApprovals,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.approvals.hold(tx, actor, dossier));
    this.services.subscribe({
      before: (tx, actor, id) => this.entries.lockUsing(tx, actor, id),
      after: (tx, actor, id) => this.holdAll(tx, actor, id),
    });
  }

  /**
   * Their dossiers are locked already, but for one applied for since, which is locked now. Each is another
   * than before, for whoever is about to decide on it too.
   */
  private async holdAll(tx: Tx, actor: Actor, cloudServiceId: string): Promise<void> {
    const { dossiers } = this.books;
    for (const id of await this.entries.engagementsUsing(tx, actor, cloudServiceId)) {
      const dossier = await dossiers.lock(tx, actor, id);
      await this.approvals.hold(tx, actor, dossier);
      await dossiers.touch(tx, actor, dossier);
    }
  }
}
