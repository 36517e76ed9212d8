import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { searchKey } from '../shared/domain/japanese-text.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { CorporateNumberTaken } from './domain/vendor.errors.js';
import { namePattern } from './name-search.js';
import { Vendor } from './vendor.entity.js';

const COLUMNS = `id, version, name, corporate_number AS "corporateNumber", address,
  contact_name AS "contactName", contact_email AS "contactEmail", suspended_until AS "suspendedUntil"`;

const LIST = `
  SELECT ${COLUMNS} FROM vendors
  WHERE organization_id = $1
    AND ($2::text IS NULL OR search_key LIKE $2)
    AND ($3::text IS NULL OR corporate_number = $3)
    AND ($4::text IS NULL OR (search_key, id) > ($4, $5::uuid))
  ORDER BY search_key, id LIMIT $6`;

const INSERT = `
  INSERT INTO vendors (organization_id, id, version, name, search_key, corporate_number, address, contact_name,
    contact_email, suspended_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** What of a vendor is written; the search key follows from the name. */
export type VendorRow = Omit<Vendor, 'organizationId' | 'searchKey'>;

@Injectable()
export class VendorsRepository {
  /** @throws CorporateNumberTaken */
  async insert(tx: Tx, { organizationId }: Scope, row: VendorRow): Promise<void> {
    const { id, version, name, corporateNumber, address, contactName, contactEmail } = row;
    const naming = [name, searchKey(name), corporateNumber];
    const contact = [address, contactName, contactEmail];
    await taken(corporateNumber, () =>
      execute(tx, {
        name: 'vendor-insert',
        text: INSERT,
        values: [organizationId, id, version, ...naming, ...contact, row.suspendedUntil],
      }),
    );
  }

  /** Locks the vendor for a change of what the caller saw. @throws NotFound, Stale */
  async lock(tx: Tx, scope: Scope, id: string, expected: ExpectedVersion): Promise<VendorRow> {
    expected.require();
    const [row] = await execute<VendorRow>(tx, {
      name: 'vendor-lock',
      text: `SELECT ${COLUMNS} FROM vendors WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  /** @throws CorporateNumberTaken */
  async update(tx: Tx, scope: Scope, row: VendorRow): Promise<VendorRow> {
    const { organizationId } = scope;
    const { id, version, ...columns } = row;
    const patch = { ...columns, searchKey: searchKey(row.name) };
    await taken(row.corporateNumber, () => tx.update(Vendor, { organizationId, id }, patch));
    return { ...row, version: version + 1 };
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<VendorRow> {
    const [row] = await execute<VendorRow>(tx, {
      name: 'vendor-read',
      text: `SELECT ${COLUMNS} FROM vendors WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The vendor, locked so that one thing at a time is agreed about it. @throws NotFound */
  async lockForAgreement(tx: Tx, scope: Scope, id: string): Promise<VendorRow> {
    const [row] = await execute<VendorRow>(tx, {
      name: 'vendor-lock-for-agreement',
      text: `SELECT ${COLUMNS} FROM vendors WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  list(
    tx: Tx,
    scope: Scope,
    filter: {
      readonly name?: string | undefined;
      readonly corporateNumber?: string | undefined;
      readonly limit: number;
    },
    after: Position | undefined,
  ): Promise<VendorRow[]> {
    return execute(tx, {
      name: 'vendor-list',
      text: LIST,
      values: [
        scope.organizationId,
        namePattern(filter.name),
        filter.corporateNumber ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }
}

function taken<T>(corporateNumber: string | null, write: () => Promise<T>): Promise<T> {
  const refusal = (): Error => new CorporateNumberTaken(corporateNumber ?? '');
  return refusing({ uq_vendors_corporate_number: refusal }, write);
}
