import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { LeftOutByClause } from './domain/engagement.errors.js';
import {
  ObligationsRepository,
  type NotApplicable,
  type TakenBack,
} from './obligations.repository.js';

/** The part of the ledger that keeps which duties do not arise in an engagement, and why. */
@Injectable()
export class NotApplicableDuties {
  constructor(
    private readonly obligations: ObligationsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** Sets duties aside. A decision that stands is left as it is, unless it is under re-review. */
  async set(
    tx: Tx,
    actor: Actor,
    obligationIds: readonly string[],
    decision: NotApplicable,
  ): Promise<void> {
    const { reason, by, contentHash } = decision;
    const written = { ...decision, on: this.clock.today() };
    const decided = await this.obligations.setNotApplicable(tx, actor, obligationIds, written);
    // What follows from another record has its entry there.
    if (by === null) return;
    const facts = { reason, ...(contentHash !== undefined && { contentHash }) };
    await this.record(tx, actor, decided, { action: 'obligation.not-applicable', facts });
  }

  /** Takes back that duties do not arise, because a change of the engagement made them arise after all. */
  async lift(
    tx: Tx,
    actor: Actor,
    obligationIds: readonly string[],
    reason: string,
  ): Promise<void> {
    await this.obligations.setApplicable(tx, actor, obligationIds);
    const facts = { reason };
    await this.record(tx, actor, obligationIds, { action: 'obligation.applicable', facts });
  }

  /** Takes a decision back on purpose. @throws LeftOutByClause */
  async takeBack(
    tx: Tx,
    actor: Actor,
    obligationId: string,
    given: Omit<TakenBack, 'on'>,
  ): Promise<void> {
    if (await this.obligations.followsFromClause(tx, actor, obligationId)) {
      throw new LeftOutByClause();
    }
    await this.obligations.setApplicable(tx, actor, [obligationId]);
    const takenBack = { ...given, on: this.clock.today() };
    await this.obligations.recordTakenBack(tx, actor, obligationId, takenBack);
    const { reason } = given;
    const action = 'obligation.not-applicable-taken-back';
    await this.record(tx, actor, [obligationId], { action, facts: { reason } });
  }

  /** Sends the decision that a duty does not arise to re-review; it counts meanwhile. */
  async review(tx: Tx, actor: Actor, obligationId: string, reason: string): Promise<void> {
    await this.obligations.reviewNotApplicable(tx, actor, obligationId, this.clock.today());
    const action = 'obligation.sent-to-re-review';
    await this.record(tx, actor, [obligationId], { action, facts: { reason } });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    obligationIds: readonly string[],
    change: { readonly action: string; readonly facts: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    for (const id of obligationIds) {
      await this.trail.append(tx, actor, { ...change, subject: { kind: 'obligation', id } });
    }
  }
}
