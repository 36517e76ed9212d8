import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import { obligationsFor, type Gate, type ProofKind } from '../policies/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { Dossier, LedgerEntry, ProvingRecord, Settings } from './dossier.js';
import { unmetOf } from './unmet.js';
import { GateClosed, type UnmetObligation } from './domain/engagement.errors.js';
import {
  dueDay,
  isProvedBy,
  ledgerChange,
  redatedLines,
  rulesOf,
} from './domain/obligation-plan.js';
import { phasesBegun } from './domain/engagement-lifecycle.js';
import { ledgerDay, opensGate, stateOn, type ProofEffect } from './domain/obligation-state.js';
import { NotApplicableDuties } from './not-applicable-duties.js';
import { ObligationsRepository, type NewProof } from './obligations.repository.js';

/**
 * The obligation ledger: what the policy puts on an engagement, what proves it, and whether a gate
 * is open. Every feature discharges obligations here, in the transaction of its own record.
 */
@Injectable()
export class ObligationLedger {
  constructor(
    private readonly obligations: ObligationsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
    readonly notApplicable: NotApplicableDuties,
  ) {}

  /** Brings the ledger to what the policy demands of the engagement as it is now. */
  async instantiate(tx: Tx, actor: Actor, dossier: Dossier, settings: Settings): Promise<void> {
    const { engagement, pack } = dossier;
    const owed = obligationsFor(pack, new Set(engagement.facts));
    const ledger = await this.obligations.ofEngagement(tx, actor, engagement.id);
    const { added, revived, withdrawn } = ledgerChange(owed, ledger);
    await this.obligations.insert(
      tx,
      actor,
      added.map((rule) => ({
        id: uuidv7(),
        engagementId: engagement.id,
        ruleId: rule.id,
        articleKey: rule.article,
        openedOn: null,
        dueOn: dueDay(rule, engagement, settings),
      })),
    );
    const redated = redatedLines(owed, ledger, engagement, settings);
    if (redated.length > 0) await this.obligations.redate(tx, actor, redated);
    if (revived.length > 0) await this.obligations.withdraw(tx, actor, revived, null);
    if (withdrawn.length > 0) {
      await this.obligations.withdraw(tx, actor, withdrawn, this.clock.today());
    }
    await this.openPhases(tx, actor, dossier);
    await this.trail.append(tx, actor, {
      action: 'obligations.instantiated',
      subject: { kind: 'engagement', id: engagement.id },
      facts: { added: added.map(({ id }) => id), revived, withdrawn },
    });
  }

  /** Lets records prove every obligation they can. @returns the rules newly proved */
  async discharge(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    ...records: readonly ProvingRecord[]
  ): Promise<readonly string[]> {
    const entries = await this.entries(tx, actor, dossier);
    const pairs = records.flatMap((record) =>
      entries.filter(({ rule }) => isProvedBy(rule, record)).map((entry) => ({ entry, record })),
    );
    return this.apply(tx, actor, 'proves', pairs);
  }

  /** Lets a permitted exception stand in for the obligations of articles. */
  async except(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    exception: ProvingRecord & { readonly articles: readonly string[] },
  ): Promise<readonly string[]> {
    return this.applyToArticles(tx, actor, dossier, 'excepts', exception);
  }

  /** Marks the obligations of articles as violated until the record is voided as remedied. */
  async breach(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    breach: ProvingRecord & { readonly articles: readonly string[] },
  ): Promise<readonly string[]> {
    return this.applyToArticles(tx, actor, dossier, 'breaches', breach);
  }

  /** Ends the effect of a record from today; the obligations it proved open again. */
  async void(
    tx: Tx,
    actor: Actor,
    record: { readonly kind: ProofKind; readonly id: string },
    reason: string,
  ): Promise<void> {
    const on = this.clock.today();
    const voided = await this.obligations.voidProofs(tx, actor, record, { on, reason });
    if (voided === 0) return;
    await this.trail.append(tx, actor, {
      action: 'proof.voided',
      subject: { kind: record.kind, id: record.id },
      facts: { reason, proofs: voided },
    });
  }

  /** Sets the last day of a record's effect, e.g. when a rule document is repealed. */
  async limit(
    tx: Tx,
    actor: Actor,
    record: { readonly kind: ProofKind; readonly id: string },
    validUntil: string | null,
  ): Promise<void> {
    await this.obligations.limitProofs(tx, actor, record, validUntil);
  }

  /** The obligations in force today, or on the day the engagement ended, in the order of the policy. */
  async entries(tx: Tx, scope: Scope, { engagement, pack }: Dossier): Promise<LedgerEntry[]> {
    const rows = await this.obligations.ofEngagement(tx, scope, engagement.id);
    const byRule = new Map(
      rows.filter(({ withdrawnOn }) => withdrawnOn === null).map((row) => [row.ruleId, row]),
    );
    const day = ledgerDay(this.clock.today(), engagement.closedOn);
    return [...rulesOf(pack).values()].flatMap((rule) => {
      const row = byRule.get(rule.id);
      return row === undefined ? [] : [{ row, rule, state: stateOn(day, row) }];
    });
  }

  /** What keeps gates shut today. */
  async unmet(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    gates: readonly Gate[],
  ): Promise<UnmetObligation[]> {
    const entries = await this.entries(tx, scope, dossier);
    return entries.flatMap((entry) => {
      const { gate } = entry.rule;
      const shuts = gate !== undefined && gates.includes(gate) && !opensGate(entry.state);
      return shuts ? [unmetOf(dossier.pack, entry, gate)] : [];
    });
  }

  /** @throws GateClosed naming every obligation in the way */
  async require(tx: Tx, scope: Scope, dossier: Dossier, gates: readonly Gate[]): Promise<void> {
    const unmet = await this.unmet(tx, scope, dossier, gates);
    if (unmet.length > 0) throw new GateClosed(unmet);
  }

  /** Opens, from today, the duties of every phase that has begun. */
  async openPhases(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const begun = phasesBegun(dossier.engagement.status);
    const entries = await this.entries(tx, actor, dossier);
    const ids = entries
      .filter(({ rule, row }) => row.openedOn === null && begun.includes(rule.phase))
      .map(({ row }) => row.id);
    if (ids.length > 0) await this.obligations.open(tx, actor, ids, this.clock.today());
  }

  private async applyToArticles(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    effect: ProofEffect,
    record: ProvingRecord & { readonly articles: readonly string[] },
  ): Promise<readonly string[]> {
    const entries = await this.entries(tx, actor, dossier);
    const pairs = entries
      .filter(({ rule }) => record.articles.includes(rule.article))
      .map((entry) => ({ entry, record }));
    return this.apply(tx, actor, effect, pairs);
  }

  private async apply(
    tx: Tx,
    actor: Actor,
    effect: ProofEffect,
    pairs: readonly Pair[],
  ): Promise<readonly string[]> {
    if (pairs.length === 0) return [];
    const today = this.clock.today();
    const added = await this.obligations.insertProofs(
      tx,
      actor,
      pairs.map(({ entry, record }) => ({
        obligationId: entry.row.id,
        effect,
        recordKind: record.kind,
        recordId: record.id,
        validFrom: record.validFrom ?? today,
        validUntil: record.validUntil ?? null,
      })),
    );
    return this.recordEffects(tx, actor, effect, pairs, added);
  }

  /** One trail entry per record, naming the obligations it newly takes effect on. */
  private async recordEffects(
    tx: Tx,
    actor: Actor,
    effect: ProofEffect,
    pairs: readonly Pair[],
    added: readonly NewProof[],
  ): Promise<readonly string[]> {
    const isNew = ({ entry, record }: Pair): boolean =>
      added.some((proof) => proof.obligationId === entry.row.id && proof.recordId === record.id);
    const touched = pairs.filter(isNew);
    for (const record of new Set(touched.map((pair) => pair.record))) {
      const rules = touched.filter((pair) => pair.record === record).map(({ entry }) => entry.rule);
      await this.trail.append(tx, actor, {
        action: ACTIONS[effect],
        subject: { kind: record.kind, id: record.id },
        facts: { obligations: rules.map(({ id }) => id) },
      });
    }
    return [...new Set(touched.map(({ entry }) => entry.rule.id))];
  }
}

/** A record and an obligation it takes effect on. */
interface Pair {
  readonly entry: LedgerEntry;
  readonly record: ProvingRecord;
}

const ACTIONS: Record<ProofEffect, string> = {
  proves: 'obligation.discharged',
  excepts: 'obligation.excepted',
  breaches: 'obligation.breached',
};
