import { Injectable } from '@nestjs/common';
import { arisesOnSql, obligationStateSql, runsOnSql } from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { UNPROVEN } from './domain/gravity.js';
import type { HandoverKind } from './handed-over.js';

const STATES = UNPROVEN.map((state) => `'${state}'`).join(', ');

/** How many of each kind are told by id. */
const MOST_ITEMS = 20;

/** Posts with their names: one, those of somebody, or those that end on a day; 200 at most. */
const POSTS = `SELECT p.id, p.role_id AS "roleId", p.unit_id AS "unitId", u.name AS "unitName",
    p.person_id AS "personId", h.name AS "personName", p.valid_from AS "validFrom", p.valid_until AS "validUntil", p.acting
  FROM posts p
  JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
  LEFT JOIN org_units u ON u.organization_id = p.organization_id AND u.id = p.unit_id
  WHERE p.organization_id = $1 AND ($2::uuid IS NULL OR p.id = $2)
    AND ($3::uuid IS NULL OR p.person_id = $3) AND ($4::date IS NULL OR p.valid_until = $4::date - 1)
  ORDER BY p.id LIMIT 200`;

/**
 * What is open for a role in a unit and those below it ($3, null for the whole body): of the kinds in
 * $4, and the obligations that the rules of $6 in the policy versions of $5 put on the role. $7 is the last of 90 days.
 */
const OPEN = `
  WITH RECURSIVE within AS (
    SELECT id FROM org_units WHERE organization_id = $1 AND id = $3
    UNION SELECT u.id FROM org_units u JOIN within w ON u.parent_id = w.id WHERE u.organization_id = $1),
  running AS (
    SELECT e.organization_id, e.id, e.title, e.policy_version_id FROM engagements e
    WHERE e.organization_id = $1 AND ${runsOnSql('$2')} AND ($3::uuid IS NULL OR e.unit_id IN (SELECT id FROM within))),
  owed AS (
    SELECT 'obligation' AS kind, d.id, d.engagement_id, d.due_on FROM (
      SELECT o.id, o.engagement_id, o.due_on, ${obligationStateSql('$2')} AS state
      FROM obligations o JOIN running e ON e.organization_id = o.organization_id AND e.id = o.engagement_id
      JOIN unnest($5::uuid[], $6::text[]) AS r(version_id, rule_id)
        ON r.version_id = e.policy_version_id AND r.rule_id = o.rule_id
      WHERE o.organization_id = $1 AND ${arisesOnSql('$2')} OFFSET 0) d
    WHERE d.state IN (${STATES})),
  waiting AS (
    SELECT * FROM owed
    UNION ALL SELECT CASE a.status WHEN 'reconciling' THEN 'assessment-to-reconcile' ELSE 'assessment-to-review' END,
      a.id, a.engagement_id, NULL FROM assessments a
      WHERE a.organization_id = $1 AND a.status IN ('submitted', 'reviewing', 'reconciling')
    UNION ALL SELECT 'use-application-to-decide', a.id, a.engagement_id, NULL FROM use_applications a
      WHERE a.organization_id = $1 AND a.status = 'submitted'
    UNION ALL SELECT CASE r.status WHEN 'submitted' THEN 'report-to-review' ELSE 'report-to-submit' END,
      r.id, r.engagement_id, r.due_on FROM reports r
      WHERE r.organization_id = $1 AND (r.status IN ('submitted', 'returned') OR r.status = 'scheduled' AND r.due_on <= $7::date)
    UNION ALL SELECT CASE f.status WHEN 'implemented' THEN 'finding-to-verify' ELSE 'finding-to-correct' END,
      f.id, f.engagement_id, f.due_on FROM findings f WHERE f.organization_id = $1 AND f.status <> 'verified'
    UNION ALL SELECT CASE x.status WHEN 'applied' THEN 'exception-to-decide' ELSE 'exception-ending' END,
      x.id, x.engagement_id, x.until_on FROM policy_exceptions x
      WHERE x.organization_id = $1 AND (x.status = 'applied' OR x.status = 'permitted' AND x.until_on <= $7::date)),
  ranked AS (
    SELECT w.kind, w.id, w.engagement_id, e.title, w.due_on, count(*) OVER (PARTITION BY w.kind)::int AS count,
      row_number() OVER (PARTITION BY w.kind ORDER BY w.due_on NULLS LAST, w.id) AS place
    FROM waiting w JOIN running e ON e.id = w.engagement_id
    WHERE w.kind = ANY($4::text[]))
  SELECT kind, count, json_agg(json_build_object('id', id, 'engagementId', engagement_id,
    'engagementTitle', title, 'dueOn', due_on) ORDER BY place) AS items
  FROM ranked WHERE place <= ${String(MOST_ITEMS)} GROUP BY kind, count`;

/** A post that changes hands, with its names. */
export interface HandedPost {
  readonly id: string;
  readonly roleId: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly acting: boolean;
}

export interface OpenRow {
  readonly kind: HandoverKind;
  readonly count: number;
  readonly items: {
    readonly id: string;
    readonly engagementId: string;
    readonly engagementTitle: string;
    readonly dueOn: string | null;
  }[];
}

/** For whom open work is looked for, as of a day. */
export interface OpenFor {
  readonly today: string;
  readonly soon: string;
  /** Null for the whole body. */
  readonly unitId: string | null;
  readonly kinds: readonly HandoverKind[];
  /** The rules that name the role, by policy version. */
  readonly rules: readonly { readonly versionId: string; readonly ruleId: string }[];
}

@Injectable()
export class HandoverRepository {
  posts(
    tx: Tx,
    { organizationId }: Scope,
    asked: { readonly postId?: string; readonly personId?: string; readonly on?: string },
  ): Promise<HandedPost[]> {
    const { postId = null, personId = null, on = null } = asked;
    const values = [organizationId, postId, personId, on];
    return execute<{ [K in keyof HandedPost]: HandedPost[K] }>(tx, {
      name: 'handover-posts',
      text: POSTS,
      values,
    });
  }

  /** The policy versions that engagements of the body run on. */
  async versions(tx: Tx, { organizationId }: Scope): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'handover-versions',
      text: 'SELECT DISTINCT policy_version_id AS id FROM engagements WHERE organization_id = $1',
      values: [organizationId],
    });
    return rows.map(({ id }) => id);
  }

  open(tx: Tx, { organizationId }: Scope, asked: OpenFor): Promise<OpenRow[]> {
    const { today, soon, unitId, kinds, rules } = asked;
    const versions = rules.map(({ versionId }) => versionId);
    const ids = rules.map(({ ruleId }) => ruleId);
    return execute<{ [K in keyof OpenRow]: OpenRow[K] }>(tx, {
      name: 'handover-open',
      text: OPEN,
      values: [organizationId, today, unitId, kinds, versions, ids, soon],
    });
  }
}
