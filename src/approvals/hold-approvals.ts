import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { hasBegun, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ApprovalBooks } from './approval-books.js';
import { MaterialContent } from './material-content.js';
import { concernedBy, StandingApprovals } from './standing-approvals.js';

const CHANGED = '承認の根拠とした内容が変わったため（what was approved has changed）';

/**
 * An approval holds for what was read. When that changes it is void before go-live; after go-live
 * it goes to re-review, and use continues meanwhile. Whoever applied and decided, who manages the service
 * and those responsible for the engagement are told.
 */
@Injectable()
export class HoldApprovals {
  constructor(
    private readonly books: ApprovalBooks,
    private readonly content: MaterialContent,
    private readonly approvals: StandingApprovals,
  ) {}

  /** Holds the approval of a locked dossier to its content. */
  async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const { id, status } = dossier.engagement;
    const approval = await this.approvals.of(tx, actor, id);
    const isReviewed = hasBegun(status);
    if (approval === undefined || (isReviewed && approval.standing === 're-review')) return;
    const application = await this.approvals.application(tx, actor, approval);
    const hash = await this.content.hash(tx, actor, dossier, application);
    if (hash === approval.contentHash) return;
    if (isReviewed) await this.approvals.sendToReview(tx, actor, approval, CHANGED);
    else await this.approvals.void(tx, actor, approval, CHANGED);
    await this.books.notices.tell(tx, actor, dossier, {
      code: isReviewed ? 'use-approval.under-re-review' : 'use-approval.voided',
      subject: { kind: 'use-application', id: application.id },
      people: concernedBy(application, approval),
    });
  }
}
