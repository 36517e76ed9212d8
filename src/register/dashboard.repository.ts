import { Injectable } from '@nestjs/common';
import {
  arisesOnSql,
  joinedEffectsSql,
  obligationStateSql,
  runsOnSql,
  type EngagementStatus,
} from '../engagements/index.js';
import type { CertificateFacts } from '../vendors/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { DashboardDto, DueKind } from './dto/dashboard.dto.js';
import type { ObligationCountsDto } from './dto/obligation-counts.dto.js';
import { countsSql } from './gravity-sql.js';

const RUNS = runsOnSql('$2');
const STATE = obligationStateSql('$2');
const ARISES = arisesOnSql('$2');

/** The engagement `e` of a row. */
function engagementOf(row: string): string {
  return `JOIN engagements e ON e.organization_id = ${row}.organization_id AND e.id = ${row}.engagement_id`;
}

const OBLIGATIONS = `
  SELECT json_build_object('total', count(*), ${countsSql('state')}) AS counts
  FROM (
    SELECT ${obligationStateSql('$2', 'effects.effect')} AS state
    FROM obligations o ${engagementOf('o')} ${joinedEffectsSql('$2')}
    WHERE o.organization_id = $1 AND ${ARISES} AND ${RUNS}
    OFFSET 0
  ) standing`;

/** $3 is the last of the 30 days. */
const COUNTS = `
  SELECT
    (SELECT json_build_object(
        'overdue', count(*) FILTER (WHERE r.due_on < $2::date),
        'dueWithin30Days', count(*) FILTER (WHERE r.due_on >= $2::date))
      FROM reports r ${engagementOf('r')}
      WHERE r.organization_id = $1 AND r.status IN ('scheduled', 'returned') AND r.due_on <= $3::date AND ${RUNS}
    ) AS reports,
    json_build_object(
      'endingWithin30Days', (SELECT count(*) FROM policy_exceptions x ${engagementOf('x')}
        WHERE x.organization_id = $1 AND x.until_on BETWEEN $2::date AND $3::date AND x.status = 'permitted' AND ${RUNS}),
      'awaitingDecision', (SELECT count(*) FROM policy_exceptions x
        WHERE x.organization_id = $1 AND x.status = 'applied')) AS exceptions,
    (SELECT json_build_object('open', count(*), 'overdue', count(*) FILTER (WHERE f.due_on < $2::date))
      FROM findings f WHERE f.organization_id = $1 AND f.status <> 'verified') AS findings,
    (SELECT json_build_object('awaitingDecision', count(*))
      FROM use_applications a WHERE a.organization_id = $1 AND a.status = 'submitted') AS "useApplications"`;

/** Those that may be near their last day: which it is, is for the rules of the scheme to say. */
const CERTIFICATES = `
  SELECT c.scheme, c.edition, c.valid_until AS "validUntil", c.audited_until AS "auditedUntil",
    c.bridge_letter_until AS "bridgeLetterUntil", c.suspended_on AS "suspendedOn", c.withdrawn_on AS "withdrawnOn", c.renewal_applied_on AS "renewalAppliedOn",
    c.renewal_limit_on AS "renewalLimitOn", c.lookup_result AS "lookupResult", NULL AS "renewedById"
  FROM vendor_certificates c
  WHERE c.organization_id = $1 AND c.withdrawn_on IS NULL
    AND (c.valid_until BETWEEN $2::date AND $3::date OR c.audited_until BETWEEN $2::date - 500 AND $3::date
      OR c.scheme = 'iso27001' AND c.edition IS NOT NULL)
    AND NOT EXISTS (SELECT FROM vendor_certificates r
      WHERE r.organization_id = c.organization_id AND r.renews_id = c.id)`;

const NEXT_DUE = `
  SELECT d.kind, d.id, d.due_on AS "dueOn", d.engagement_id AS "engagementId", d.title AS "engagementTitle", d.kinds,
    d.policy_version_id AS "policyVersionId", d.of, d.name
  FROM (
    (SELECT 'obligation' AS kind, o.id, o.due_on, e.id AS engagement_id, e.title, e.kinds, e.policy_version_id,
        o.article_key AS of, NULL AS name
      FROM obligations o ${engagementOf('o')}
      WHERE o.organization_id = $1 AND o.due_on >= $2::date AND ${ARISES} AND ${RUNS} AND ${STATE} = 'open'
      ORDER BY o.due_on, o.id LIMIT $3)
    UNION ALL
    (SELECT 'report', r.id, r.due_on, e.id, e.title, e.kinds, e.policy_version_id, r.kind, NULL
      FROM reports r ${engagementOf('r')}
      WHERE r.organization_id = $1 AND r.due_on >= $2::date AND r.status IN ('scheduled', 'returned') AND ${RUNS}
      ORDER BY r.due_on, r.id LIMIT $3)
    UNION ALL
    (SELECT 'finding', f.id, f.due_on, e.id, e.title, e.kinds, e.policy_version_id, NULL, f.statement
      FROM findings f ${engagementOf('f')}
      WHERE f.organization_id = $1 AND f.due_on >= $2::date AND f.status <> 'verified'
      ORDER BY f.due_on, f.id LIMIT $3)
    UNION ALL
    (SELECT 'policy-exception', x.id, x.until_on, e.id, e.title, e.kinds, e.policy_version_id, NULL, x.reason
      FROM policy_exceptions x ${engagementOf('x')}
      WHERE x.organization_id = $1 AND x.until_on >= $2::date AND x.status = 'permitted' AND ${RUNS}
      ORDER BY x.until_on, x.id LIMIT $3)
    UNION ALL
    (SELECT 'cloud-service-entry', s.id, s.review_on, e.id, e.title, e.kinds, e.policy_version_id, NULL, c.name
      FROM approved_cloud_services s ${engagementOf('s')}
      JOIN cloud_services c ON c.organization_id = s.organization_id AND c.id = s.cloud_service_id
      WHERE s.organization_id = $1 AND s.review_on >= $2::date AND s.standing <> 'voided' AND ${RUNS}
      ORDER BY s.review_on, s.id LIMIT $3)
  ) d
  ORDER BY d.due_on, d.kind, d.id LIMIT $3`;

type Counts = Pick<DashboardDto, 'reports' | 'exceptions' | 'findings' | 'useApplications'>;

/** Something due before the policy names it. */
export interface DueRow {
  readonly kind: DueKind;
  readonly id: string;
  readonly dueOn: string;
  readonly engagementId: string;
  readonly engagementTitle: string;
  /** Kinds of the engagement. */
  readonly kinds: readonly string[];
  readonly policyVersionId: string;
  /** Key of an article or kind of a report, by the policy. */
  readonly of: string | null;
  /** What it is called where the policy does not name it. */
  readonly name: string | null;
}

@Injectable()
export class DashboardRepository {
  async engagements(tx: Tx, scope: Scope): Promise<ReadonlyMap<EngagementStatus, number>> {
    const rows = await execute<{ status: EngagementStatus; count: number }>(tx, {
      name: 'dashboard-engagements',
      text: `SELECT status, count(*)::int AS count FROM engagements WHERE organization_id = $1 GROUP BY status`,
      values: [scope.organizationId],
    });
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  async obligations(tx: Tx, scope: Scope, today: string): Promise<ObligationCountsDto> {
    const [row] = await execute<{ counts: ObligationCountsDto }>(tx, {
      name: 'dashboard-obligations',
      text: OBLIGATIONS,
      values: [scope.organizationId, today],
    });
    return only(row).counts;
  }

  async counts(tx: Tx, scope: Scope, today: string, until: string): Promise<Counts> {
    const [row] = await execute<{ [K in keyof Counts]: Counts[K] }>(tx, {
      name: 'dashboard-counts',
      text: COUNTS,
      values: [scope.organizationId, today, until],
    });
    return only(row);
  }

  /** Certificates that may end by a day, without those renewed. */
  certificates(tx: Tx, scope: Scope, today: string, until: string): Promise<CertificateFacts[]> {
    return execute<{ [K in keyof CertificateFacts]: CertificateFacts[K] }>(tx, {
      name: 'dashboard-certificates',
      text: CERTIFICATES,
      values: [scope.organizationId, today, until],
    });
  }

  nextDue(tx: Tx, scope: Scope, today: string, limit: number): Promise<DueRow[]> {
    return execute<{ [K in keyof DueRow]: DueRow[K] }>(tx, {
      name: 'dashboard-next-due',
      text: NEXT_DUE,
      values: [scope.organizationId, today, limit],
    });
  }
}

/** An aggregate always has one row. */
function only<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('An aggregate gave no row');
  return row;
}
