import { Injectable } from '@nestjs/common';
import { entryStatusSql, type EntryStatus } from '../approvals/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { CloudServiceLedgerLineDto } from './dto/cloud-service-ledger.dto.js';

const STATUS = entryStatusSql('$2');

/** In the order of entry, which no change of an entry moves. */
const LEDGER = `
  SELECT s.id, s.engagement_id AS "engagementId", e.title AS "engagementTitle", u.name AS "unitName",
    s.cloud_service_id AS "cloudServiceId", c.name AS "cloudServiceName", c.edition,
    c.vendor_id AS "providerId", v.name AS "providerName", a.purpose, a.users_scope AS "usersScope",
    s.manager_id AS "managerId", m.name AS "managerName", s.application_id AS "applicationId",
    s.approved_on AS "approvedOn", s.review_on AS "reviewOn", ${STATUS} AS status,
    s.conditions, s.voided_on AS "voidedOn"
  FROM approved_cloud_services s
  JOIN engagements e ON e.organization_id = s.organization_id AND e.id = s.engagement_id
  JOIN org_units u ON u.organization_id = e.organization_id AND u.id = e.unit_id
  JOIN cloud_services c ON c.organization_id = s.organization_id AND c.id = s.cloud_service_id
  JOIN vendors v ON v.organization_id = c.organization_id AND v.id = c.vendor_id
  JOIN use_applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
  JOIN people m ON m.organization_id = s.organization_id AND m.id = s.manager_id
  WHERE s.organization_id = $1
    AND ($3::text IS NULL OR ${STATUS} = $3)
    AND ($4::uuid IS NULL OR s.engagement_id = $4)
    AND ($5::uuid IS NULL OR s.id > $5)
  ORDER BY s.id LIMIT $6`;

/** Which entries the ledger shows, as of a day. */
export interface CloudServiceFilter {
  readonly today: string;
  readonly status?: EntryStatus | undefined;
  readonly engagementId?: string | undefined;
}

@Injectable()
export class CloudServiceLedgerRepository {
  lines(
    tx: Tx,
    scope: Scope,
    { today, status, engagementId }: CloudServiceFilter,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<CloudServiceLedgerLineDto[]> {
    return execute(tx, {
      name: 'cloud-service-ledger',
      text: LEDGER,
      values: [
        scope.organizationId,
        today,
        status ?? null,
        engagementId ?? null,
        page.afterId ?? null,
        page.limit,
      ],
    });
  }
}
