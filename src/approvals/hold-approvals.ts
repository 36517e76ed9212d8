import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { hasBegun, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ApprovalBooks } from './approval-books.js';
import type { StandingApproval } from './approved-cloud-services.repository.js';
import { MaterialContent } from './material-content.js';
import { concernedBy, StandingApprovals } from './standing-approvals.js';

const CHANGED = '承認の根拠とした内容が変わったため（what was approved has changed）';
const PLACES =
  'サービスが情報を取り扱う場所が許可されなくなったため（information may not be handled any more where the service does）';

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
    const approval = await this.standing(tx, actor, dossier);
    if (approval === undefined) return;
    const application = await this.approvals.application(tx, actor, approval);
    const hash = await this.content.hash(tx, actor, dossier, application);
    if (hash !== approval.contentHash) await this.end(tx, actor, dossier, approval, CHANGED);
  }

  /** The same where a place of the service is taken away, whatever else was read. */
  async holdToPlaces(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const approval = await this.standing(tx, actor, dossier);
    if (approval !== undefined) await this.end(tx, actor, dossier, approval, PLACES);
  }

  /** Undefined where there is none, or it is under re-review already. */
  private async standing(
    tx: Tx,
    actor: Actor,
    { engagement: { id, status } }: Dossier,
  ): Promise<StandingApproval | undefined> {
    const approval = await this.approvals.of(tx, actor, id);
    return hasBegun(status) && approval?.standing === 're-review' ? undefined : approval;
  }

  private async end(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    approval: StandingApproval,
    reason: string,
  ): Promise<void> {
    const isReviewed = hasBegun(dossier.engagement.status);
    const application = await this.approvals.application(tx, actor, approval);
    if (isReviewed) await this.approvals.sendToReview(tx, actor, approval, reason);
    else await this.approvals.void(tx, actor, approval, reason);
    await this.books.notices.tell(tx, actor, dossier, {
      code: isReviewed ? 'use-approval.under-re-review' : 'use-approval.voided',
      subject: { kind: 'use-application', id: application.id },
      people: concernedBy(application, approval),
    });
  }
}
