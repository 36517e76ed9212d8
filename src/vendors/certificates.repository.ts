import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { CertificateAlreadyRenewed } from './domain/certificate.errors.js';
import type { Region } from './domain/cloud-service.js';
import { VendorCertificate } from './vendor-certificate.entity.js';

const COLUMNS = `
         c.id, c.version, c.vendor_id AS "vendorId", c.cloud_service_id AS "cloudServiceId",
         c.renews_id AS "renewsId", c.scheme, c.number, c.edition, c.scope, c.coverage,
         c.issued_on AS "issuedOn", c.valid_from AS "validFrom", c.valid_until AS "validUntil",
         c.audited_from AS "auditedFrom", c.audited_until AS "auditedUntil",
         c.bridge_letter_until AS "bridgeLetterUntil", c.bridge_letter_on AS "bridgeLetterOn",
         c.bridge_letter_url AS "bridgeLetterUrl", c.evidence_url AS "evidenceUrl",
         c.suspended_on AS "suspendedOn", c.withdrawn_on AS "withdrawnOn",
         c.renewal_applied_on AS "renewalAppliedOn", c.renewal_limit_on AS "renewalLimitOn",
         c.renewal_evidence_url AS "renewalEvidenceUrl", c.lookup_result AS "lookupResult",
         ${instant('c.looked_up_at')} AS "lookedUpAt",
         c.looked_up_by_id AS "lookedUpById", c.register_url AS "registerUrl",
         (SELECT r.id FROM vendor_certificates r
          WHERE r.organization_id = c.organization_id AND r.renews_id = c.id) AS "renewedById"`;

const SELECT = `
  SELECT ${COLUMNS}
  FROM vendor_certificates c
  WHERE c.organization_id = $1`;

const OF_VENDOR = `${SELECT} AND c.vendor_id = $2`;

/** A cloud service on a day with the certificates of its provider: a row each, one without if there are none. */
const OF_SERVICE = `
  SELECT held.*, places.regions
  FROM cloud_services s
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('country', r.country, 'providerRegion', r.provider_region, 'use', r.use)
      ORDER BY r.country, r.provider_region NULLS FIRST, r.use), '[]') AS regions
    FROM cloud_service_regions r
    WHERE r.organization_id = s.organization_id AND r.cloud_service_id = s.id
      AND r.started_on <= $3 AND (r.ended_on IS NULL OR r.ended_on > $3)) places
  LEFT JOIN LATERAL (
    SELECT ${COLUMNS}
    FROM vendor_certificates c
    WHERE c.organization_id = s.organization_id AND c.vendor_id = s.vendor_id AND ($4::uuid IS NULL OR c.id > $4)
    ORDER BY c.id LIMIT $5) held ON true
  WHERE s.organization_id = $1 AND s.id = $2
  ORDER BY held.id`;

/** What is stored of a certificate, without its owner. */
export type StoredCertificate = Omit<VendorCertificate, 'organizationId'>;

/** A certificate with the one that took its place. */
export type CertificateRow = StoredCertificate & { readonly renewedById: string | null };

/** The certificates of a provider beside the places of its service. */
interface HeldForService {
  readonly certificates: CertificateRow[];
  readonly regions: Region[];
}

/** Which certificate of which vendor. */
export interface CertificateKey {
  readonly vendorId: string;
  readonly id: string;
}

@Injectable()
export class CertificatesRepository {
  /** @throws CertificateAlreadyRenewed */
  async insert(tx: Tx, scope: Scope, row: Omit<StoredCertificate, 'version'>): Promise<void> {
    const { organizationId } = scope;
    const refusal = (): Error => new CertificateAlreadyRenewed();
    await refusing({ uq_vendor_certificates_renewal: refusal }, () =>
      tx.insert(VendorCertificate, { ...row, organizationId }),
    );
  }

  /** Changes what is given; the version rises even where nothing is. */
  async update(
    tx: Tx,
    scope: Scope,
    id: string,
    patch: Partial<Omit<StoredCertificate, 'id' | 'version'>>,
  ): Promise<void> {
    await tx.update(VendorCertificate, { organizationId: scope.organizationId, id }, patch);
  }

  /** Locks the certificate for a change of what the caller saw. @throws NotFound, Stale */
  async lock(
    tx: Tx,
    scope: Scope,
    key: CertificateKey,
    expected: ExpectedVersion,
  ): Promise<CertificateRow> {
    expected.require();
    const row = await one(tx, scope, key, 'FOR UPDATE OF c');
    expected.compare(row.version);
    return row;
  }

  /** @throws NotFound */
  read(tx: Tx, scope: Scope, key: CertificateKey): Promise<CertificateRow> {
    return one(tx, scope, key, '');
  }

  /** Those of several vendors, the first registered first, as many as anyone takes into account. */
  ofVendors(
    tx: Tx,
    scope: Scope,
    vendorIds: readonly string[],
    limit: number,
  ): Promise<CertificateRow[]> {
    return execute(tx, {
      name: 'certificates-of-vendors',
      text: `${SELECT} AND c.vendor_id = ANY ($2::uuid[]) ORDER BY c.id LIMIT $3`,
      values: [scope.organizationId, vendorIds, limit],
    });
  }

  list(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<CertificateRow[]> {
    return execute(tx, {
      name: 'certificate-list',
      text: `${OF_VENDOR} AND ($3::uuid IS NULL OR c.id > $3) ORDER BY c.id LIMIT $4`,
      values: [scope.organizationId, vendorId, page.afterId ?? null, page.limit],
    });
  }

  /** What the provider of a cloud service holds, with the places of the service on a day. @throws NotFound */
  async forService(
    tx: Tx,
    scope: Scope,
    { cloudServiceId, day }: { readonly cloudServiceId: string; readonly day: string },
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<HeldForService> {
    type Row = { readonly regions: Region[] } & (CertificateRow | { readonly id: null });
    const rows = await execute<Row>(tx, {
      name: 'certificates-for-service',
      text: OF_SERVICE,
      values: [scope.organizationId, cloudServiceId, day, page.afterId ?? null, page.limit],
    });
    const [first] = rows;
    if (first === undefined) throw new NotFound();
    const certificates = rows.flatMap(({ regions: _, ...row }) => (row.id === null ? [] : [row]));
    return { certificates, regions: first.regions };
  }
}

async function one(
  tx: Tx,
  scope: Scope,
  { vendorId, id }: CertificateKey,
  lock: '' | 'FOR UPDATE OF c',
): Promise<CertificateRow> {
  const [row] = await execute<CertificateRow>(tx, {
    name: lock === '' ? 'certificate-read' : 'certificate-lock',
    text: `${OF_VENDOR} AND c.id = $3 ${lock}`,
    values: [scope.organizationId, vendorId, id],
  });
  if (row === undefined) throw new NotFound();
  return row;
}
