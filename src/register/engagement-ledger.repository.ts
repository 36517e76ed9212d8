import { Injectable } from '@nestjs/common';
import { arisesOnSql, obligationStateSql } from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { EngagementLedgerLineDto } from './dto/engagement-ledger.dto.js';
import { countsSql } from './gravity-sql.js';
import { PARTIES } from './parties-sql.js';

/** Nothing is owed any more once it has ended: the duties are counted as they stood then. */
const DAY = 'least($2::date, e.closed_on)';

/** In the order of entry, which no change of an engagement moves. */
const LEDGER = `
  WITH page AS MATERIALIZED (
    SELECT * FROM engagements e
    WHERE e.organization_id = $1
      AND ($3::text IS NULL OR e.status = $3)
      AND ($4::uuid IS NULL OR e.unit_id = $4)
      AND ($5::date IS NULL OR e.starts_on <= $6::date AND coalesce(e.ends_on, 'infinity') >= $5)
      AND ($7::uuid IS NULL OR e.id > $7)
    ORDER BY e.id LIMIT $8
  )
  SELECT e.id, e.title, e.unit_id AS "unitId", u.name AS "unitName", e.vendor_id AS "vendorId", v.name AS "vendorName",
    v.corporate_number AS "vendorCorporateNumber", e.cloud_service_id AS "cloudServiceId", c.name AS "cloudServiceName",
    e.kinds, e.course, e.segment, e.facts, e.policy_version_id AS "policyVersionId", e.status,
    e.starts_on AS "startsOn", e.ends_on AS "endsOn", e.registered_on AS "registeredOn", e.closed_on AS "closedOn",
    information.*, duties.obligations
  FROM page e ${PARTIES}
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT i.confidentiality), '{}') AS confidentiality,
      coalesce(array_agg(DISTINCT i.integrity), '{}') AS integrity,
      coalesce(array_agg(DISTINCT i.availability), '{}') AS availability,
      coalesce(bool_or(i.personal_information), false) AS "personalInformation",
      coalesce(bool_or(i.specific_personal_information), false) AS "specificPersonalInformation"
    FROM data_items i
    WHERE i.organization_id = e.organization_id AND i.engagement_id = e.id AND i.ended_on IS NULL
  ) information
  CROSS JOIN LATERAL (
    SELECT json_build_object('total', count(*), ${countsSql('state')}) AS obligations
    FROM (
      SELECT ${obligationStateSql(DAY)} AS state FROM obligations o
      WHERE o.organization_id = e.organization_id AND o.engagement_id = e.id AND ${arisesOnSql(DAY)}
      OFFSET 0
    ) standing
  ) duties
  ORDER BY e.id`;

/** A line of the ledger before the policy names what it speaks of. */
export type EngagementLedgerRow = Omit<
  EngagementLedgerLineDto,
  'confidentiality' | 'integrity' | 'availability' | 'segment' | 'regimes'
> & {
  readonly policyVersionId: string;
  readonly facts: readonly string[];
  readonly segment: string;
  /** Every class of the information handled. */
  readonly confidentiality: readonly string[];
  readonly integrity: readonly string[];
  readonly availability: readonly string[];
};

/** Which engagements the ledger shows, as of a day. */
export interface EngagementLedgerFilter {
  readonly today: string;
  readonly status?: string | undefined;
  readonly unitId?: string | undefined;
  /** Those whose period touches these days. */
  readonly span?: { readonly from: string; readonly until: string } | undefined;
}

@Injectable()
export class EngagementLedgerRepository {
  lines(
    tx: Tx,
    scope: Scope,
    { today, status, unitId, span }: EngagementLedgerFilter,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<EngagementLedgerRow[]> {
    return execute(tx, {
      name: 'engagement-ledger',
      text: LEDGER,
      values: [
        scope.organizationId,
        today,
        status ?? null,
        unitId ?? null,
        span?.from ?? null,
        span?.until ?? null,
        page.afterId ?? null,
        page.limit,
      ],
    });
  }
}
