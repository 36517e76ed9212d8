import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { PolicyException } from './policy-exception.entity.js';

const COLUMNS = `id, engagement_id AS "engagementId", version, kind, status, articles, reason,
  alternative_measure AS "alternativeMeasure", residual_risk AS "residualRisk", from_on AS "fromOn", until_on AS "untilOn",
  acted_on AS "actedOn", report_due_on AS "reportDueOn", requested_by AS "requestedBy", requested_on AS "requestedOn",
  decided_by AS "decidedBy", decided_as AS "decidedAs",
  ${postOfAct('policy_exceptions', 'decided_in')} AS "decidedIn", decided_on AS "decidedOn", decision_reason AS "decisionReason",
  made_elsewhere AS "madeElsewhere", duty_waiver_id AS "dutyWaiverId", ended_on AS "endedOn", ended_reason AS "endedReason",
  content_hash AS "contentHash", re_review_since AS "reReviewSince", voided_on AS "voidedOn", voided_reason AS "voidedReason"`;

const LIST = `
  SELECT ${COLUMNS} FROM policy_exceptions
  WHERE organization_id = $1
    AND ($2::text IS NULL OR status = $2)
    AND ($3::uuid IS NULL OR engagement_id = $3)
    AND ($4::date IS NULL OR (until_on, id) > ($4, $5::uuid))
  ORDER BY until_on, id LIMIT $6`;

export type ExceptionRow = Omit<PolicyException, 'organizationId'>;

/** Which exceptions a list shows. */
export interface ExceptionFilter {
  readonly status?: string | undefined;
  readonly engagementId?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class ExceptionsRepository {
  async insert(tx: Tx, scope: Scope, row: ExceptionRow): Promise<void> {
    await tx.insert(PolicyException, { ...row, organizationId: scope.organizationId });
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ExceptionRow> {
    const [row] = await execute<ExceptionRow>(tx, {
      name: 'exception-read',
      text: `SELECT ${COLUMNS} FROM policy_exceptions WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: ExceptionRow,
    patch: Partial<ExceptionRow>,
  ): Promise<ExceptionRow> {
    const change = { ...patch, version: before.version + 1 };
    const key = { organizationId: scope.organizationId, id: before.id };
    await tx.update(PolicyException, key, change);
    return { ...before, ...change };
  }

  /** Those of an engagement that are applied for, or permitted and not over on the day. */
  pending(tx: Tx, scope: Scope, engagementId: string, day: string): Promise<ExceptionRow[]> {
    return execute(tx, {
      name: 'exceptions-pending',
      text: `SELECT ${COLUMNS} FROM policy_exceptions
             WHERE organization_id = $1 AND engagement_id = $2 AND status IN ('applied', 'permitted') AND until_on >= $3
             ORDER BY id`,
      values: [scope.organizationId, engagementId, day],
    });
  }

  /** The next to lapse first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: ExceptionFilter,
    after: Position | undefined,
  ): Promise<ExceptionRow[]> {
    return execute(tx, {
      name: 'exception-list',
      text: LIST,
      values: [
        scope.organizationId,
        filter.status ?? null,
        filter.engagementId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }
}
