import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { OwnershipDisclosure } from './ownership-disclosure.entity.js';

const SELECT = `
  SELECT d.id, d.vendor_id AS "vendorId", d.supersedes_id AS "supersedesId", n.id AS "supersededById",
    d.disclosed_on AS "disclosedOn", d.source, d.statement, d.control_changes AS "controlChanges",
    d.recorded_by AS "recordedBy", ${instant('d.recorded_at')} AS "recordedAt"
  FROM ownership_disclosures d
  LEFT JOIN ownership_disclosures n ON n.organization_id = d.organization_id AND n.supersedes_id = d.id
  WHERE d.organization_id = $1 AND d.vendor_id = $2`;

/** What is stored of a disclosure, without its owner. */
type StoredDisclosure = Omit<OwnershipDisclosure, 'organizationId'>;

/** A disclosure with the one that took its place; null while it is in force. */
export type DisclosureRow = StoredDisclosure & { readonly supersededById: string | null };

@Injectable()
export class OwnershipDisclosuresRepository {
  async insert(tx: Tx, scope: Scope, row: StoredDisclosure): Promise<void> {
    await tx.insert(OwnershipDisclosure, { ...row, organizationId: scope.organizationId });
  }

  /** @throws NotFound */
  async read(
    tx: Tx,
    scope: Scope,
    { vendorId, id }: { readonly vendorId: string; readonly id: string },
  ): Promise<DisclosureRow> {
    const [row] = await execute<DisclosureRow>(tx, {
      name: 'ownership-disclosure-read',
      text: `${SELECT} AND d.id = $3`,
      values: [scope.organizationId, vendorId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The one in force; undefined before the first. */
  async inForce(tx: Tx, scope: Scope, vendorId: string): Promise<DisclosureRow | undefined> {
    const [row] = await execute<DisclosureRow>(tx, {
      name: 'ownership-disclosure-in-force',
      text: `${SELECT} AND n.id IS NULL`,
      values: [scope.organizationId, vendorId],
    });
    return row;
  }

  /** The disclosure in force of the provider of a cloud service; undefined before the first. */
  async ofProvider(
    tx: Tx,
    scope: Scope,
    cloudServiceId: string,
  ): Promise<Pick<DisclosureRow, 'statement'> | undefined> {
    const [row] = await execute<Pick<DisclosureRow, 'statement'>>(tx, {
      name: 'ownership-disclosure-of-provider',
      text: `SELECT d.statement FROM cloud_services s
             JOIN ownership_disclosures d ON d.organization_id = s.organization_id AND d.vendor_id = s.vendor_id
             WHERE s.organization_id = $1 AND s.id = $2 AND NOT EXISTS (SELECT FROM ownership_disclosures n
               WHERE n.organization_id = d.organization_id AND n.supersedes_id = d.id)`,
      values: [scope.organizationId, cloudServiceId],
    });
    return row;
  }

  /** Newest first. */
  list(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    page: { readonly beforeId: string | undefined; readonly limit: number },
  ): Promise<DisclosureRow[]> {
    return execute(tx, {
      name: 'ownership-disclosure-list',
      text: `${SELECT} AND ($3::uuid IS NULL OR d.id < $3) ORDER BY d.id DESC LIMIT $4`,
      values: [scope.organizationId, vendorId, page.beforeId ?? null, page.limit],
    });
  }

  /** The last disclosure by which control of the provider of a cloud service became another; null where it never did. */
  async lastControlChange(tx: Tx, scope: Scope, cloudServiceId: string): Promise<string | null> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'ownership-last-control-change',
      text: `SELECT d.id FROM cloud_services s
             JOIN ownership_disclosures d ON d.organization_id = s.organization_id AND d.vendor_id = s.vendor_id
             WHERE s.organization_id = $1 AND s.id = $2 AND d.control_changes <> '{}'
             ORDER BY d.id DESC LIMIT 1`,
      values: [scope.organizationId, cloudServiceId],
    });
    return row?.id ?? null;
  }

  /** The last disclosure by which control of a candidate, or of who provides the service it offers, became another. */
  async lastControlChangeOf(
    tx: Tx,
    scope: Scope,
    {
      vendorId,
      cloudServiceId,
    }: { readonly vendorId: string; readonly cloudServiceId: string | null },
  ): Promise<string | null> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'ownership-last-control-change-of',
      text: `SELECT d.id FROM ownership_disclosures d
             WHERE d.organization_id = $1 AND d.control_changes <> '{}' AND d.vendor_id IN ($2, (
               SELECT s.vendor_id FROM cloud_services s WHERE s.organization_id = $1 AND s.id = $3))
             ORDER BY d.id DESC LIMIT 1`,
      values: [scope.organizationId, vendorId, cloudServiceId],
    });
    return row?.id ?? null;
  }
}
