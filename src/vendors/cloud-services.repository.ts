import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { searchKey } from '../shared/domain/japanese-text.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { CloudService } from './cloud-service.entity.js';
import { namePattern } from './name-search.js';

const COLUMNS = `id, version, vendor_id AS "vendorId", name, edition, service_model AS "serviceModel",
  inside_lgwan AS "insideLgwan", url, ended_on AS "endedOn"`;

const LIST = `
  SELECT ${COLUMNS} FROM cloud_services
  WHERE organization_id = $1
    AND ($2::uuid IS NULL OR vendor_id = $2)
    AND ($3::text IS NULL OR search_key LIKE $3)
    AND ($4::text IS NULL OR (search_key, id) > ($4, $5::uuid))
  ORDER BY search_key, id LIMIT $6`;

/** What of a cloud service is written; the search key follows from the name. */
export type CloudServiceRow = Omit<CloudService, 'organizationId' | 'searchKey'>;

@Injectable()
export class CloudServicesRepository {
  async insert(
    tx: Tx,
    scope: Scope,
    row: Omit<CloudServiceRow, 'version'>,
  ): Promise<CloudServiceRow> {
    const { organizationId } = scope;
    await tx.insert(CloudService, { ...row, organizationId, searchKey: searchKey(row.name) });
    return { ...row, version: 1 };
  }

  async update(tx: Tx, scope: Scope, row: CloudServiceRow): Promise<CloudServiceRow> {
    const { organizationId } = scope;
    const { id, version, ...columns } = row;
    const patch = { ...columns, searchKey: searchKey(row.name) };
    await tx.update(CloudService, { organizationId, id }, patch);
    return { ...row, version: version + 1 };
  }

  /** Locks the service for a change of what the caller saw. @throws NotFound, Stale */
  async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    expected: ExpectedVersion,
  ): Promise<CloudServiceRow> {
    expected.require();
    const row = await this.lockNow(tx, scope, id);
    expected.compare(row.version);
    return row;
  }

  /** Locks the service as it stands, for what is added to it. @throws NotFound */
  lockNow(tx: Tx, scope: Scope, id: string): Promise<CloudServiceRow> {
    return one(tx, scope, id, 'change');
  }

  /** Keeps regions and terms of the service, and control of its provider, until a decision on it is written. @throws NotFound */
  async keep(tx: Tx, scope: Scope, id: string): Promise<void> {
    const [row] = await execute(tx, {
      name: 'cloud-service-keep',
      text: `SELECT s.id FROM cloud_services s
             JOIN vendors v ON v.organization_id = s.organization_id AND v.id = s.vendor_id
             WHERE s.organization_id = $1 AND s.id = $2 FOR SHARE`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
  }

  /** @throws NotFound */
  read(tx: Tx, scope: Scope, id: string): Promise<CloudServiceRow> {
    return one(tx, scope, id, 'read');
  }

  /** Which of some ids name services of a vendor. */
  async idsOfVendor(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'cloud-services-of-vendor',
      text: 'SELECT id FROM cloud_services WHERE organization_id = $1 AND vendor_id = $2 AND id = ANY($3::uuid[])',
      values: [scope.organizationId, vendorId, ids],
    });
    return new Set(rows.map(({ id }) => id));
  }

  list(
    tx: Tx,
    scope: Scope,
    filter: {
      readonly vendorId?: string | undefined;
      readonly name?: string | undefined;
      readonly limit: number;
    },
    after: Position | undefined,
  ): Promise<CloudServiceRow[]> {
    return execute(tx, {
      name: 'cloud-service-list',
      text: LIST,
      values: [
        scope.organizationId,
        filter.vendorId ?? null,
        namePattern(filter.name),
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }
}

/** A change leaves the key alone, so it need not keep others from referring to the service. */
const LOCKS = { read: '', change: 'FOR NO KEY UPDATE' } as const;

async function one(
  tx: Tx,
  scope: Scope,
  id: string,
  purpose: keyof typeof LOCKS,
): Promise<CloudServiceRow> {
  const [row] = await execute<CloudServiceRow>(tx, {
    name: `cloud-service-${purpose}`,
    text: `SELECT ${COLUMNS} FROM cloud_services WHERE organization_id = $1 AND id = $2 ${LOCKS[purpose]}`,
    values: [scope.organizationId, id],
  });
  if (row === undefined) throw new NotFound();
  return row;
}
