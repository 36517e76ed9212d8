import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ApprovalBooks } from './approval-books.js';
import {
  ApprovedCloudServicesRepository,
  type StandingApproval,
} from './approved-cloud-services.repository.js';
import {
  UseApplicationsRepository,
  type UseApplicationRow,
} from './use-applications.repository.js';

/** The approval an engagement has, and how it ends or comes up for review. */
@Injectable()
export class StandingApprovals {
  constructor(
    private readonly books: ApprovalBooks,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly applications: UseApplicationsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** Undefined where the engagement has none. */
  of(tx: Tx, scope: Scope, engagementId: string): Promise<StandingApproval | undefined> {
    return this.entries.standing(tx, scope, engagementId);
  }

  /** The application that was approved. */
  application(tx: Tx, scope: Scope, approval: StandingApproval): Promise<UseApplicationRow> {
    return this.applications.read(tx, scope, approval.applicationId);
  }

  /** Ends an approval whose ground fell away; what it proved is open again from today. */
  void(tx: Tx, actor: Actor, approval: StandingApproval, reason: string): Promise<void> {
    return this.end(tx, actor, approval, { status: 'voided', voidedReason: reason }, reason);
  }

  /** Ends an approval that was taken back; what it proved is open again from today. */
  revoke(tx: Tx, actor: Actor, approval: StandingApproval, reason: string): Promise<void> {
    return this.end(tx, actor, approval, { status: 'revoked' }, reason);
  }

  private async end(
    tx: Tx,
    actor: Actor,
    approval: StandingApproval,
    patch: Pick<UseApplicationRow, 'status'> & Partial<UseApplicationRow>,
    reason: string,
  ): Promise<void> {
    const { entryId, applicationId, decisionId } = approval;
    const { ledger, trail } = this.books;
    const ended = { standing: 'voided', voidedOn: this.clock.today() } as const;
    await this.entries.update(tx, actor, entryId, ended);
    const before = await this.application(tx, actor, approval);
    const after = await this.applications.update(tx, actor, before, patch);
    await ledger.void(tx, actor, { kind: 'use-decision', id: decisionId }, reason);
    await ledger.void(tx, actor, { kind: 'cloud-service-entry', id: entryId }, reason);
    const subject = { kind: 'use-application', id: applicationId };
    const change = { action: `use-application.${patch.status}`, subject, before, after };
    await trail.append(tx, actor, { ...change, facts: { reason } });
  }

  /** Sends an approval to re-review; use goes on meanwhile. */
  async sendToReview(
    tx: Tx,
    actor: Actor,
    { entryId, applicationId }: StandingApproval,
    reason: string,
  ): Promise<void> {
    await this.entries.update(tx, actor, entryId, { standing: 're-review', voidedOn: null });
    await this.books.trail.append(tx, actor, {
      action: 'cloud-service-entry.sent-to-re-review',
      subject: { kind: 'cloud-service-entry', id: entryId },
      facts: { applicationId, reason, useContinues: true },
    });
  }
}

/** Who is told when an approval ends or comes up for review: who applied, who decided, who manages the service. */
export function concernedBy(
  { authorId, applicantId }: UseApplicationRow,
  { decidedBy, recordedBy, managerId }: StandingApproval,
): readonly (string | null)[] {
  return [authorId, applicantId, decidedBy, recordedBy, managerId];
}
