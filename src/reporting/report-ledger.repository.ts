import { Injectable } from '@nestjs/common';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { StoredStatus } from './domain/report.js';
import type { ReportLedgerLineDto } from './dto/report-ledger.dto.js';

const LEDGER = `
  SELECT r.id, r.engagement_id AS "engagementId", e.title AS "engagementTitle", v.name AS "vendorName", r.kind,
    e.policy_version_id AS "policyVersionId", r.period_from AS "periodFrom", r.period_until AS "periodUntil",
    r.due_on AS "dueOn", r.original_due_on AS "originalDueOn",
    CASE WHEN r.status = 'scheduled' AND e.status IN ('closed', 'cancelled') THEN 'void' ELSE r.status END AS status,
    r.is_late AS "isLate", r.accepted_on AS "acceptedOn", r.waived_reason AS "waivedReason",
    (SELECT s.submitted_on FROM report_submissions s
      WHERE s.organization_id = r.organization_id AND s.report_id = r.id
      ORDER BY s.number DESC LIMIT 1) AS "submittedOn"
  FROM reports r
  JOIN engagements e ON e.organization_id = r.organization_id AND e.id = r.engagement_id
  LEFT JOIN vendors v ON v.organization_id = e.organization_id AND v.id = e.vendor_id
  WHERE r.organization_id = $1
    AND ($2::date IS NULL OR r.period_until BETWEEN $2 AND $3::date OR r.due_on BETWEEN $2 AND $3)
    AND ($4::date IS NULL OR (r.due_on, r.id) > ($4, $5::uuid))
  ORDER BY r.due_on, r.id LIMIT $6`;

/** A line of the ledger before the day and the language are applied. */
export type LedgerRow = Omit<ReportLedgerLineDto, 'kindTitle' | 'isOverdue' | 'status'> & {
  readonly policyVersionId: string;
  readonly status: StoredStatus;
};

/** Which reports the ledger shows: those of a span of days, or all. */
export interface LedgerFilter {
  readonly from: string | null;
  readonly until: string | null;
  readonly limit: number;
}

@Injectable()
export class ReportLedgerRepository {
  /** The next due first. */
  lines(
    tx: Tx,
    scope: Scope,
    { from, until, limit }: LedgerFilter,
    after: Position | undefined,
  ): Promise<LedgerRow[]> {
    return execute(tx, {
      name: 'report-ledger',
      text: LEDGER,
      values: [scope.organizationId, from, until, after?.key ?? null, after?.id ?? null, limit],
    });
  }
}
