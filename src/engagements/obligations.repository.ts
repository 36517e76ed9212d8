import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { HeldPost } from '../shared/authorization/caller.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ObligationFacts, ProofEffect, ProofInterval } from './domain/obligation-state.js';
import { Obligation } from './obligation.entity.js';
import { FOLLOWS_FROM_CLAUSE } from './separated-acts.js';

/** A proof as it is listed with its obligation. */
export interface ProofRow extends ProofInterval {
  readonly id: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly voidedReason: string | null;
}

/** An obligation with all its proofs. */
export interface ObligationRow extends ObligationFacts {
  readonly id: string;
  readonly ruleId: string;
  readonly articleKey: string;
  readonly withdrawnOn: string | null;
  readonly notApplicableReason: string | null;
  readonly notApplicableBy: string | null;
  readonly notApplicableIn: HeldPost | null;
  /** SHA-256 of what that was decided on; null where it is held to nothing. */
  readonly notApplicableHash: string | null;
  readonly notApplicableReReviewSince: string | null;
  /** The waiver under which who drafted the engagement decided it. */
  readonly dutyWaiverId: string | null;
  /** How such a decision was last taken back. */
  readonly takenBack: TakenBack | null;
  readonly proofs: readonly ProofRow[];
}

/** That a decision that a duty does not arise was taken back. */
export interface TakenBack {
  readonly on: string;
  readonly reason: string;
  readonly by: string;
  /** The post in which that was done; null for what another system did. */
  readonly in: HeldPost | null;
}

/** A record about to take effect on an obligation. */
export interface Effect {
  readonly obligationId: string;
  readonly effect: ProofEffect;
  readonly recordKind: string;
  readonly recordId: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** A proof that was not there before. */
export interface NewProof {
  readonly obligationId: string;
  readonly recordId: string;
}

const OF_ENGAGEMENT = `
  SELECT o.id, o.rule_id AS "ruleId", o.article_key AS "articleKey", o.opened_on AS "openedOn", o.due_on AS "dueOn",
    o.withdrawn_on AS "withdrawnOn", o.not_applicable_on AS "notApplicableOn",
    o.not_applicable_reason AS "notApplicableReason", o.not_applicable_by AS "notApplicableBy",
    ${postOfAct('o', 'not_applicable_in')} AS "notApplicableIn",
    o.not_applicable_hash AS "notApplicableHash", o.not_applicable_re_review_since AS "notApplicableReReviewSince",
    o.duty_waiver_id AS "dutyWaiverId",
    CASE WHEN o.taken_back_on IS NOT NULL THEN json_build_object('on', o.taken_back_on, 'reason', o.taken_back_reason,
      'by', o.taken_back_by, 'in', ${postOfAct('o', 'taken_back_in')}) END AS "takenBack",
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'effect', p.effect, 'recordKind', p.record_kind,
        'recordId', p.record_id, 'validFrom', p.valid_from, 'validUntil', p.valid_until,
        'voidedOn', p.voided_on, 'voidedReason', p.voided_reason) ORDER BY p.id), '[]')
      FROM proofs p WHERE p.organization_id = o.organization_id AND p.obligation_id = o.id) AS proofs
  FROM obligations o
  WHERE o.organization_id = $1 AND o.engagement_id = $2
  ORDER BY o.id`;

const INSERT_PROOFS = `
  INSERT INTO proofs (organization_id, id, obligation_id, effect, record_kind, record_id, valid_from, valid_until)
  SELECT $1, p.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::date[], $8::date[]) AS p
  ON CONFLICT (organization_id, obligation_id, effect, record_kind, record_id) WHERE voided_on IS NULL DO NOTHING
  RETURNING obligation_id AS "obligationId", record_id AS "recordId"`;

/** The decision that a duty does not arise; without a person where it follows from another record. */
export interface NotApplicable {
  readonly reason: string;
  readonly by: string | null;
  readonly in?: HeldPost | null;
  readonly dutyWaiverId?: string | null;
  /** SHA-256 of what it was decided on, where it is held to that. */
  readonly contentHash?: string;
}

/** What an obligation says only once something has become of it. */
type UnsetAtFirst =
  'withdrawnOn' | 'dutyWaiverId' | `notApplicable${string}` | `takenBack${string}`;

@Injectable()
export class ObligationsRepository {
  /** Every obligation the engagement ever carried, withdrawn ones included. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<ObligationRow[]> {
    return execute(tx, {
      name: 'obligations-of-engagement',
      text: OF_ENGAGEMENT,
      values: [scope.organizationId, engagementId],
    });
  }

  async insert(
    tx: Tx,
    scope: Scope,
    rows: readonly Omit<Obligation, 'organizationId' | UnsetAtFirst>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const { organizationId } = scope;
    await tx.insert(
      Obligation,
      rows.map((row) => ({ ...row, organizationId })),
    );
  }

  /** Sets or clears the day the duties ceased to arise. */
  async withdraw(
    tx: Tx,
    scope: Scope,
    ids: readonly string[],
    withdrawnOn: string | null,
  ): Promise<void> {
    await execute(tx, {
      name: 'obligations-withdraw',
      text: 'UPDATE obligations SET withdrawn_on = $3 WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      values: [scope.organizationId, ids, withdrawnOn],
    });
  }

  /** Moves due days, e.g. because the period of the engagement changed. */
  async redate(
    tx: Tx,
    scope: Scope,
    days: readonly { readonly id: string; readonly dueOn: string | null }[],
  ): Promise<void> {
    await execute(tx, {
      name: 'obligations-redate',
      text: `UPDATE obligations o SET due_on = d.due_on FROM unnest($2::uuid[], $3::date[]) AS d (id, due_on)
             WHERE o.organization_id = $1 AND o.id = d.id`,
      values: [scope.organizationId, days.map(({ id }) => id), days.map(({ dueOn }) => dueOn)],
    });
  }

  /** Begins the phase of obligations that wait for it. */
  async open(tx: Tx, scope: Scope, ids: readonly string[], openedOn: string): Promise<void> {
    await execute(tx, {
      name: 'obligations-open',
      text: `UPDATE obligations SET opened_on = $3
             WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND opened_on IS NULL`,
      values: [scope.organizationId, ids, openedOn],
    });
  }

  /** Writes the decision where none stands, or the one that does is under re-review; @returns where it did. */
  async setNotApplicable(
    tx: Tx,
    scope: Scope,
    ids: readonly string[],
    decision: NotApplicable & { readonly on: string },
  ): Promise<string[]> {
    const { on, reason, by, dutyWaiverId = null, contentHash = null } = decision;
    const rows = await execute<{ id: string }>(tx, {
      name: 'obligations-not-applicable',
      text: `UPDATE obligations SET not_applicable_on = $3, not_applicable_reason = $4, not_applicable_by = $5,
               duty_waiver_id = $6, not_applicable_hash = $7, not_applicable_in = $8, not_applicable_re_review_since = NULL
             WHERE organization_id = $1 AND id = ANY($2::uuid[])
               AND (not_applicable_on IS NULL OR not_applicable_re_review_since IS NOT NULL)
             RETURNING id`,
      values: [
        ...[scope.organizationId, ids, on, reason, by, dutyWaiverId, contentHash],
        decision.in?.postId ?? null,
      ],
    });
    return rows.map(({ id }) => id);
  }

  /** Sends the decision that a duty does not arise to re-review. */
  async reviewNotApplicable(tx: Tx, scope: Scope, id: string, since: string): Promise<void> {
    await execute(tx, {
      name: 'obligations-review-not-applicable',
      text: `UPDATE obligations SET not_applicable_re_review_since = $3 WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id, since],
    });
  }

  async setApplicable(tx: Tx, scope: Scope, ids: readonly string[]): Promise<void> {
    await execute(tx, {
      name: 'obligations-applicable',
      text: `UPDATE obligations
             SET not_applicable_on = NULL, not_applicable_reason = NULL, not_applicable_by = NULL, not_applicable_in = NULL,
               duty_waiver_id = NULL, not_applicable_hash = NULL, not_applicable_re_review_since = NULL
             WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      values: [scope.organizationId, ids],
    });
  }

  /** Writes who took back the decision that a duty does not arise, and why. */
  async recordTakenBack(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    { on, reason, by, in: post }: TakenBack,
  ): Promise<void> {
    await tx.update(
      Obligation,
      { organizationId, id },
      { takenBackOn: on, takenBackReason: reason, takenBackBy: by, takenBackIn: post },
    );
  }

  /** Whether a duty does not arise because a contract leaves its clause out, not by a decision on the duty itself. */
  async followsFromClause(tx: Tx, scope: Scope, id: string): Promise<boolean> {
    const rows = await execute(tx, {
      name: 'obligation-follows-from-clause',
      text: `SELECT FROM obligations o, LATERAL (SELECT o.*) "new"
             WHERE o.organization_id = $1 AND o.id = $2 AND o.not_applicable_hash IS NULL AND ${FOLLOWS_FROM_CLAUSE}`,
      values: [scope.organizationId, id],
    });
    return rows.length > 0;
  }

  /** Lets records take effect on obligations; @returns those that did not have it yet. */
  insertProofs(tx: Tx, scope: Scope, effects: readonly Effect[]): Promise<NewProof[]> {
    return execute(tx, {
      name: 'proofs-insert',
      text: INSERT_PROOFS,
      values: [
        scope.organizationId,
        effects.map(() => uuidv7()),
        effects.map(({ obligationId }) => obligationId),
        effects.map(({ effect }) => effect),
        effects.map(({ recordKind }) => recordKind),
        effects.map(({ recordId }) => recordId),
        effects.map(({ validFrom }) => validFrom),
        effects.map(({ validUntil }) => validUntil),
      ],
    });
  }

  /** Sets the last day of a record's effect. */
  async limitProofs(
    tx: Tx,
    scope: Scope,
    record: { readonly kind: string; readonly id: string },
    validUntil: string | null,
  ): Promise<void> {
    await execute(tx, {
      name: 'proofs-limit',
      text: `UPDATE proofs SET valid_until = $4
             WHERE organization_id = $1 AND record_kind = $2 AND record_id = $3 AND voided_on IS NULL`,
      values: [scope.organizationId, record.kind, record.id, validUntil],
    });
  }

  /** Ends the effect of a record from a day on; what it proved before stays proved. */
  async voidProofs(
    tx: Tx,
    scope: Scope,
    record: { readonly kind: string; readonly id: string },
    { on, reason }: { readonly on: string; readonly reason: string },
  ): Promise<number> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'proofs-void',
      text: `UPDATE proofs SET voided_on = $4, voided_reason = $5
             WHERE organization_id = $1 AND record_kind = $2 AND record_id = $3 AND voided_on IS NULL RETURNING id`,
      values: [scope.organizationId, record.kind, record.id, on, reason],
    });
    return rows.length;
  }
}
