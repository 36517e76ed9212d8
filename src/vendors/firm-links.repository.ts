import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { FirmLinkedElsewhere, VendorLinked } from './domain/firm-link.errors.js';
import { FirmLink } from './firm-link.entity.js';

export type FirmLinkRow = Omit<FirmLink, 'organizationId'>;

const COLUMNS = `l.id, l.version, l.vendor_id AS "vendorId", l.firm_id AS "firmId",
  l.organization_name AS "organizationName", l.firm_name AS "firmName", l.status,
  l.accepted_by AS "acceptedBy", l.accepted_by_name AS "acceptedByName",
  l.accepted_by_email AS "acceptedByEmail", ${instant('l.accepted_at')} AS "acceptedAt", l.agreed_by AS "agreedBy",
  ${instant('l.ended_at')} AS "endedAt", l.ended_side AS "endedSide", l.end_reason AS "endReason"`;

const OF_VENDOR = `SELECT ${COLUMNS} FROM firm_links l
  WHERE l.organization_id = $1 AND l.vendor_id = $2 ORDER BY l.id DESC LIMIT 1`;

const OF_FIRM = `SELECT ${COLUMNS}, l.organization_id AS "organizationId" FROM firm_links l
  WHERE l.firm_id = $1 AND ($2::uuid IS NULL OR l.id > $2) ORDER BY l.id LIMIT $3`;

const SHARED = `SELECT ${COLUMNS}, l.organization_id AS "organizationId" FROM firm_links l
  WHERE l.firm_id = $1 AND l.id = $2`;

/** Held until the transaction ends, so that no link of the vendor comes or goes meanwhile. */
const HOLD_VENDOR = `SELECT id FROM vendors WHERE organization_id = $1 AND id = $2 FOR SHARE`;

const LOCK_VENDOR = `SELECT id FROM vendors WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`;

const ACTIVE = `SELECT firm_id AS "firmId" FROM firm_links
  WHERE organization_id = $1 AND vendor_id = $2 AND status = 'active'`;

const LOCK = `SELECT ${COLUMNS} FROM firm_links l WHERE l.organization_id = $1 AND l.id = $2 FOR UPDATE`;

@Injectable()
export class FirmLinksRepository {
  /** @throws VendorLinked, FirmLinkedElsewhere */
  async insert(
    tx: Tx,
    { organizationId }: Scope,
    row: Omit<FirmLinkRow, 'version'>,
  ): Promise<void> {
    const refusals = {
      uq_firm_links_vendor: () => new VendorLinked(),
      uq_firm_links_firm: () => new FirmLinkedElsewhere(),
    };
    await refusing(refusals, () => tx.insert(FirmLink, { ...row, organizationId, version: 1 }));
  }

  /** The latest link of a vendor, which may have ended. @throws NotFound */
  async ofVendor(tx: Tx, { organizationId }: Scope, vendorId: string): Promise<FirmLinkRow> {
    const row = await this.latest(tx, { organizationId }, vendorId);
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Whether a vendor is linked, or about to be. */
  async isLive(tx: Tx, scope: Scope, vendorId: string): Promise<boolean> {
    const row = await this.latest(tx, scope, vendorId);
    return row !== undefined && row.status !== 'ended';
  }

  /** What the firm of the transaction is linked to, whichever body's it is. */
  ofFirm(tx: Tx, firmId: string, limit: number, after: Position | undefined): Promise<FirmLink[]> {
    const values = [firmId, after?.id ?? null, limit];
    return execute<FirmLink & Record<string, unknown>>(tx, {
      name: 'firm-link-list',
      text: OF_FIRM,
      values,
    });
  }

  /** One of them. @throws NotFound */
  async sharedWith(tx: Tx, firmId: string, id: string): Promise<FirmLink> {
    const [row] = await execute<FirmLink & Record<string, unknown>>(tx, {
      name: 'firm-link-shared',
      text: SHARED,
      values: [firmId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Locks the link, and before it the vendor, so that one thing at a time is agreed about it. @throws NotFound, Stale */
  async lock(
    tx: Tx,
    { organizationId }: Scope,
    { id, vendorId }: Pick<FirmLinkRow, 'id' | 'vendorId'>,
    expected: ExpectedVersion,
  ): Promise<FirmLinkRow> {
    expected.require();
    const vendor = { name: 'firm-link-lock-vendor', text: LOCK_VENDOR };
    await execute(tx, { ...vendor, values: [organizationId, vendorId] });
    const [row] = await execute<FirmLinkRow & Record<string, unknown>>(tx, {
      name: 'firm-link-lock',
      text: LOCK,
      values: [organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  async update(
    tx: Tx,
    { organizationId }: Scope,
    { version, ...row }: FirmLinkRow,
  ): Promise<FirmLinkRow> {
    const { id, ...patch } = row;
    await tx.update(FirmLink, { organizationId, id }, patch);
    return { ...row, version: version + 1 };
  }

  /** The firm that a vendor is linked to, which stays so until the transaction ends; null where there is none. */
  async activeFirm(tx: Tx, { organizationId }: Scope, vendorId: string): Promise<string | null> {
    const values = [organizationId, vendorId];
    await execute(tx, { name: 'firm-link-hold-vendor', text: HOLD_VENDOR, values });
    const [row] = await execute<{ firmId: string }>(tx, {
      name: 'firm-link-active',
      text: ACTIVE,
      values,
    });
    return row?.firmId ?? null;
  }

  private async latest(
    tx: Tx,
    { organizationId }: Scope,
    vendorId: string,
  ): Promise<FirmLinkRow | undefined> {
    const [row] = await execute<FirmLinkRow & Record<string, unknown>>(tx, {
      name: 'firm-link-of-vendor',
      text: OF_VENDOR,
      values: [organizationId, vendorId],
    });
    return row;
  }
}
