import { Injectable } from '@nestjs/common';
import { entryStatusSql, type EntryStatus } from '../approvals/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type {
  CloudServiceLedgerLineDto,
  SocialMediaLedgerLineDto,
} from './dto/entry-ledger.dto.js';

const STATUS = entryStatusSql('$2');

/** Approved services in the order of entry, which no change of an entry moves. */
function ledgerSql({ columns, of, joins = '' }: LedgerShape): string {
  return `
  SELECT s.id, s.engagement_id AS "engagementId", e.title AS "engagementTitle", u.name AS "unitName",
    s.cloud_service_id AS "cloudServiceId", c.name AS "cloudServiceName", c.edition,
    c.vendor_id AS "providerId", v.name AS "providerName", a.purpose, a.users_scope AS "usersScope",
    ${columns}, s.application_id AS "applicationId",
    s.approved_on AS "approvedOn", s.review_on AS "reviewOn", ${STATUS} AS status,
    s.conditions, s.voided_on AS "voidedOn"
  FROM approved_cloud_services s
  JOIN engagements e ON e.organization_id = s.organization_id AND e.id = s.engagement_id
  JOIN org_units u ON u.organization_id = e.organization_id AND u.id = e.unit_id
  JOIN cloud_services c ON c.organization_id = s.organization_id AND c.id = s.cloud_service_id
  JOIN vendors v ON v.organization_id = c.organization_id AND v.id = c.vendor_id
  JOIN use_applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
  JOIN people m ON m.organization_id = s.organization_id AND m.id = s.manager_id ${joins}
  WHERE s.organization_id = $1 AND ${of}
    AND ($3::text IS NULL OR ${STATUS} = $3)
    AND ($4::uuid IS NULL OR s.engagement_id = $4)
    AND ($5::uuid IS NULL OR s.id > $5)
  ORDER BY s.id LIMIT $6`;
}

/** What one ledger of approved services tells beside the others, and of which engagements. */
interface LedgerShape {
  readonly columns: string;
  readonly of: string;
  readonly joins?: string;
}

const CLOUD_SERVICES = ledgerSql({
  columns: `s.manager_id AS "managerId", m.name AS "managerName"`,
  of: `e.kinds <> ARRAY['social-media']`,
});

const SOCIAL_MEDIA_SERVICES = ledgerSql({
  columns: `a.account, a.permitted_content AS "permittedContent", d.id AS "procedureId",
    d.title AS "procedureTitle", d.number AS "procedureNumber",
    s.manager_id AS "responsiblePersonId", m.name AS "responsiblePersonName"`,
  of: `e.kinds = ARRAY['social-media']`,
  joins: `
  JOIN rule_documents d ON d.organization_id = a.organization_id AND d.id = a.rule_document_id`,
});

/** Which entries a ledger shows, as of a day. */
export interface EntryFilter {
  readonly today: string;
  readonly status?: EntryStatus | undefined;
  readonly engagementId?: string | undefined;
}

/** The entries after one, so many at most. */
export interface EntryRange {
  readonly afterId: string | undefined;
  readonly limit: number;
}

@Injectable()
export class EntryLedgerRepository {
  cloudServices(
    tx: Tx,
    scope: Scope,
    filter: EntryFilter,
    range: EntryRange,
  ): Promise<CloudServiceLedgerLineDto[]> {
    const values = valuesOf(scope, filter, range);
    return execute(tx, { name: 'cloud-service-ledger', text: CLOUD_SERVICES, values });
  }

  socialMediaServices(
    tx: Tx,
    scope: Scope,
    filter: EntryFilter,
    range: EntryRange,
  ): Promise<SocialMediaLedgerLineDto[]> {
    const values = valuesOf(scope, filter, range);
    return execute(tx, { name: 'social-media-ledger', text: SOCIAL_MEDIA_SERVICES, values });
  }
}

function valuesOf(scope: Scope, filter: EntryFilter, { afterId, limit }: EntryRange): unknown[] {
  const { today, status, engagementId } = filter;
  return [
    scope.organizationId,
    today,
    status ?? null,
    engagementId ?? null,
    afterId ?? null,
    limit,
  ];
}
