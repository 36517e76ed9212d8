import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AllowedPlacesChanges } from '../vendors/index.js';
import { ApprovalBooks } from './approval-books.js';
import { ApprovedCloudServicesRepository } from './approved-cloud-services.repository.js';
import { HoldApprovals } from './hold-approvals.js';
import { WithdrawnPlaces } from './withdrawn-places.js';

/**
 * When the body lets information be handled in fewer places, approvals of services that handle some where it
 * may be handled no more are held. Where it may be handled in more, none is.
 */
@Injectable()
export class HoldApprovalsToAllowedPlaces implements OnModuleInit {
  constructor(
    private readonly changes: AllowedPlacesChanges,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly places: WithdrawnPlaces,
    private readonly books: ApprovalBooks,
    private readonly approvals: HoldApprovals,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      before: (tx, actor) => this.entries.lockUsingAny(tx, actor),
      after: (tx, actor) => this.holdAll(tx, actor),
    });
  }

  /** Each is another than before, for whoever is about to decide on it too. */
  private async holdAll(tx: Tx, actor: Actor): Promise<void> {
    const { dossiers } = this.books;
    for (const id of await this.places.engagements(tx, actor)) {
      const dossier = await dossiers.lock(tx, actor, id);
      await this.approvals.holdToPlaces(tx, actor, dossier);
      await dossiers.touch(tx, actor, dossier);
    }
  }
}
