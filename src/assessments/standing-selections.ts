import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { hasBegun, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AssessmentBooks } from './assessment-books.js';
import { SelectionsRepository, type SelectionRow } from './selections.repository.js';

/** The selection an engagement has, and how it ends or comes up for review. */
@Injectable()
export class StandingSelections {
  constructor(
    private readonly books: AssessmentBooks,
    private readonly selections: SelectionsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** Undefined where the engagement has none. */
  async of(tx: Tx, actor: Actor, engagementId: string): Promise<SelectionRow | undefined> {
    const last = await this.selections.last(tx, actor, engagementId);
    return last?.voidedOn === null ? last : undefined;
  }

  /** Lets the selection fall if it rests on the outcome. */
  async fallWith(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    outcomeId: string,
    reason: string,
  ): Promise<void> {
    const standing = await this.of(tx, actor, dossier.engagement.id);
    if (standing?.outcomeId === outcomeId) await this.fall(tx, actor, dossier, standing, reason);
  }

  /**
   * What was decided on has changed: before the work it ends the selection, later it sends it to re-review.
   * Whoever decided on it and those responsible for the engagement are told.
   */
  async fall(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    standing: SelectionRow,
    reason: string,
  ): Promise<void> {
    const isReviewed = hasBegun(dossier.engagement.status);
    if (isReviewed && standing.reReviewSince !== null) return;
    if (isReviewed) await this.sendToReview(tx, actor, standing, reason);
    else await this.void(tx, actor, standing, reason);
    const { id, decidedBy, recordedBy, madeElsewhere } = standing;
    await this.books.notices.tell(tx, actor, dossier, {
      code: isReviewed ? 'selection.under-re-review' : 'selection.voided',
      subject: { kind: 'selection', id },
      people: [decidedBy, recordedBy, madeElsewhere?.deciderId ?? null],
    });
  }

  /** What the engagement says of its vendor once its selection has ended; nothing new while one stands. */
  async vendorPatch(
    tx: Tx,
    actor: Actor,
    { engagement }: Dossier,
  ): Promise<{ readonly vendorId?: null; readonly cloudServiceId?: null }> {
    const last = await this.selections.last(tx, actor, engagement.id);
    const hasFallen = last !== undefined && last.voidedOn !== null;
    return hasFallen ? { vendorId: null, cloudServiceId: null } : {};
  }

  /** Ends a selection; what it proved is open again from today. */
  async void(tx: Tx, actor: Actor, before: SelectionRow, reason: string): Promise<void> {
    const patch = { voidedOn: this.clock.today(), voidedReason: reason };
    const after = await this.selections.update(tx, actor, before, patch);
    await this.books.ledger.void(tx, actor, { kind: 'selection', id: before.id }, reason);
    const subject = { kind: 'selection', id: before.id };
    const change = { action: 'selection.voided', subject, before, after };
    await this.books.trail.append(tx, actor, { ...change, facts: { reason } });
  }

  /** Sends a selection to re-review; the work goes on meanwhile. */
  private async sendToReview(
    tx: Tx,
    actor: Actor,
    before: SelectionRow,
    reason: string,
  ): Promise<void> {
    const patch = { reReviewSince: this.clock.today() };
    const after = await this.selections.update(tx, actor, before, patch);
    const subject = { kind: 'selection', id: before.id };
    const change = { action: 'selection.sent-to-re-review', subject, before, after };
    await this.books.trail.append(tx, actor, { ...change, facts: { reason } });
  }
}
