import { Injectable } from '@nestjs/common';
import type { EngagementStatus } from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ChainFindingDto } from './dto/chain.dto.js';
import { PARTIES } from './parties-sql.js';
import { PROOF_SOURCES, type ProofSource } from './proof-sources.js';

const HEADER = `
  SELECT e.id, e.title, e.status, u.name AS "unitName", v.name AS "vendorName", c.name AS "cloudServiceName",
    e.starts_on AS "startsOn", e.ends_on AS "endsOn"
  FROM engagements e ${PARTIES}
  WHERE e.organization_id = $1 AND e.id = $2`;

const FINDINGS = `
  SELECT f.id, f.article_key AS "articleKey", f.severity, f.status, f.statement, f.raised_on AS "raisedOn",
    f.due_on AS "dueOn", f.status <> 'verified' AND f.due_on < $3::date AS "isOverdue", '/v1/findings/' || f.id AS href
  FROM findings f
  WHERE f.organization_id = $1 AND f.engagement_id = $2
  ORDER BY f.raised_on, f.id`;

/** A report that nobody waits for any more is not counted. */
const REPORTS = `
  SELECT r.kind, count(*)::int AS total,
    (count(*) FILTER (WHERE r.status = 'accepted'))::int AS accepted,
    (count(*) FILTER (WHERE r.status IN ('scheduled', 'returned') AND r.due_on < $3::date))::int AS overdue,
    min(r.due_on) FILTER (WHERE r.status IN ('scheduled', 'returned') AND r.due_on >= $3::date) AS "nextDueOn"
  FROM reports r
  WHERE r.organization_id = $1 AND r.engagement_id = $2 AND r.status NOT IN ('void', 'waived')
  GROUP BY r.kind`;

const CONFIRMATIONS_UNDER_RE_REVIEW = `
  SELECT k.reason, min(k.re_review_since) AS since
  FROM contracts c JOIN contract_clauses k ON k.organization_id = c.organization_id AND k.contract_id = c.id
  WHERE c.organization_id = $1 AND c.engagement_id = $2 AND c.status = 'signed' AND k.re_review_since IS NOT NULL
  GROUP BY k.reason`;

const RECORDS = `
  WITH proving AS MATERIALIZED (
    SELECT DISTINCT p.record_kind, p.record_id
    FROM obligations o JOIN proofs p ON p.organization_id = o.organization_id AND p.obligation_id = o.id
    WHERE o.organization_id = $1 AND o.engagement_id = $2
  )
  SELECT r.kind, r.id, r.name, r."on", coalesce(r."byName", m.name) AS by, r."as", r.of, r.parent
  FROM (${Object.entries(PROOF_SOURCES)
    .map(([kind, source]) => recordsOf(kind, source))
    .join(' UNION ALL ')}) r
  LEFT JOIN people m ON m.organization_id = $1 AND m.id = r.by`;

function recordsOf(kind: string, source: ProofSource): string {
  const { table, name, on = 'NULL', by = 'NULL', byName = 'NULL' } = source;
  const { as = 'NULL', of = 'NULL', parent = 'NULL' } = source;
  return `
    SELECT '${kind}' AS kind, t.id, (${name})::text AS name, (${on})::date AS "on", (${by})::uuid AS by,
      (${byName})::text AS "byName", (${as})::text AS "as", (${of})::text AS of, (${parent})::uuid AS parent
    FROM proving p JOIN ${table} t ON t.organization_id = $1 AND t.id = p.record_id
    WHERE p.record_kind = '${kind}'`;
}

/** What is said of the engagement at the top. */
export interface ChainHeader {
  readonly id: string;
  readonly title: string;
  readonly status: EngagementStatus;
  readonly unitName: string;
  readonly vendorName: string | null;
  readonly cloudServiceName: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A record behind a proof, before the policy names its kind. */
export interface ChainRecordRow {
  readonly kind: string;
  readonly id: string;
  readonly name: string | null;
  readonly on: string | null;
  /** The name of who recorded it. */
  readonly by: string | null;
  /** The role in which it was recorded. */
  readonly as: string | null;
  /** Its kind by the policy. */
  readonly of: string | null;
  readonly parent: string | null;
}

/** How the reports of one kind stand. */
export interface ChainReportRow {
  readonly kind: string;
  readonly total: number;
  readonly accepted: number;
  readonly overdue: number;
  readonly nextDueOn: string | null;
}

export type ChainFindingRow = ChainFindingDto & { readonly articleKey: string };

@Injectable()
export class ChainRepository {
  async header(tx: Tx, scope: Scope, engagementId: string): Promise<ChainHeader> {
    const [row] = await execute<{ [K in keyof ChainHeader]: ChainHeader[K] }>(tx, {
      name: 'chain-header',
      text: HEADER,
      values: [scope.organizationId, engagementId],
    });
    if (row === undefined) throw new Error('The dossier was read in the same transaction');
    return row;
  }

  /** Every record that takes or took effect on the engagement. */
  records(tx: Tx, scope: Scope, engagementId: string): Promise<ChainRecordRow[]> {
    return execute(tx, {
      name: 'chain-records',
      text: RECORDS,
      values: [scope.organizationId, engagementId],
    });
  }

  findings(tx: Tx, scope: Scope, engagementId: string, today: string): Promise<ChainFindingRow[]> {
    return execute(tx, {
      name: 'chain-findings',
      text: FINDINGS,
      values: [scope.organizationId, engagementId, today],
    });
  }

  reports(tx: Tx, scope: Scope, engagementId: string, today: string): Promise<ChainReportRow[]> {
    return execute(tx, {
      name: 'chain-reports',
      text: REPORTS,
      values: [scope.organizationId, engagementId, today],
    });
  }

  /** Since when confirmations that clauses are left out are under re-review, by the reason that was confirmed. */
  async confirmationsUnderReReview(
    tx: Tx,
    scope: Scope,
    engagementId: string,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await execute<{ reason: string; since: string }>(tx, {
      name: 'chain-confirmations-under-re-review',
      text: CONFIRMATIONS_UNDER_RE_REVIEW,
      values: [scope.organizationId, engagementId],
    });
    return new Map(rows.map(({ reason, since }) => [reason, since]));
  }

  /** The names of people by their ids. */
  async names(tx: Tx, scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await execute<{ id: string; name: string }>(tx, {
      name: 'chain-names',
      text: 'SELECT id, name FROM people WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      values: [scope.organizationId, ids],
    });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
