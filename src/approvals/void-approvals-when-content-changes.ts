import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { hasBegun, MaterialChanges, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { MaterialContent } from './material-content.js';
import { StandingApprovals } from './standing-approvals.js';

const CHANGED = '承認の根拠とした内容が変わったため（what was approved has changed）';

/**
 * An approval holds for what was read. When that changes it is void before go-live; after go-live
 * it goes to re-review, and use continues meanwhile.
 */
@Injectable()
export class VoidApprovalsWhenContentChanges implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly content: MaterialContent,
    private readonly approvals: StandingApprovals,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.hold(tx, actor, dossier));
  }

  private async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const { id, status } = dossier.engagement;
    const approval = await this.approvals.of(tx, actor, id);
    if (approval === undefined) return;
    const application = await this.approvals.application(tx, actor, approval);
    const hash = await this.content.hash(tx, actor, dossier, application);
    if (hash === approval.contentHash) return;
    if (hasBegun(status)) await this.approvals.sendToReview(tx, actor, approval, CHANGED);
    else await this.approvals.void(tx, actor, approval, CHANGED);
  }
}
