import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { InvitationStatus } from './domain/invitation.js';
import { Invitation } from './invitation.entity.js';

export type InvitationRow = Omit<Invitation, 'organizationId' | 'tokenHash'>;

/** What somebody who follows the link is told. */
export interface InvitationShown extends InvitationRow {
  readonly organizationName: string;
  readonly vendorName: string | null;
}

/** A colleague is invited by who administers the firm; with that the invitation is withdrawn. */
const STATUS = `CASE WHEN i.status = 'open' AND i.kind = 'colleague' AND NOT EXISTS (
    SELECT FROM posts p JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
    WHERE p.organization_id = i.organization_id AND p.person_id = i.sent_by AND p.role_id = 'firm-administrator'
      AND p.valid_until IS NULL AND h.ended_on IS NULL)
  THEN 'withdrawn' ELSE i.status END`;

const COLUMNS = `i.id, i.kind, i.vendor_id AS "vendorId", i.role_id AS "roleId", i.name, i.email, ${STATUS} AS status,
  i.sent_by AS "sentBy", ${instant('i.sent_at')} AS "sentAt", ${instant('i.expires_at')} AS "expiresAt", ${instant('i.closed_at')} AS "closedAt"`;

const SHOWN = `SELECT ${COLUMNS}, o.name AS "organizationName", v.name AS "vendorName"
  FROM invitations i JOIN organizations o USING (organization_id)
  LEFT JOIN vendors v ON v.organization_id = i.organization_id AND v.id = i.vendor_id
  WHERE i.organization_id = $1 AND i.token_hash = $2`;

const LOCK_BY_TOKEN = `SELECT ${COLUMNS} FROM invitations i
  WHERE i.organization_id = $1 AND i.token_hash = $2 FOR UPDATE`;

const LOCK = `SELECT ${COLUMNS} FROM invitations i
  WHERE i.organization_id = $1 AND i.id = $2 AND i.vendor_id IS NOT DISTINCT FROM $3 FOR UPDATE`;

const LIST = `SELECT ${COLUMNS} FROM invitations i
  WHERE i.organization_id = $1 AND i.vendor_id IS NOT DISTINCT FROM $2 AND ($3::uuid IS NULL OR i.id > $3)
  ORDER BY i.id LIMIT $4`;

/** Another invitation of the same vendor, or to the same colleague. */
const SUPERSEDE = `UPDATE invitations i SET status = 'superseded', closed_at = $4
  WHERE i.organization_id = $1 AND i.status = 'open' AND i.vendor_id IS NOT DISTINCT FROM $2
    AND ($2::uuid IS NOT NULL OR i.email = $3)
  RETURNING ${COLUMNS}`;

/** What a link is looked up by. */
export interface InvitationKey {
  readonly organizationId: string;
  readonly hash: string;
}

@Injectable()
export class InvitationsRepository {
  async insert(
    tx: Tx,
    { organizationId }: Scope,
    row: InvitationRow,
    tokenHash: string,
  ): Promise<void> {
    await tx.insert(Invitation, { ...row, organizationId, tokenHash });
  }

  /** Closes the open invitation that a new one takes the place of. */
  async supersede(
    tx: Tx,
    { organizationId }: Scope,
    { vendorId, email }: Pick<InvitationRow, 'vendorId' | 'email'>,
    now: string,
  ): Promise<InvitationRow | undefined> {
    const [row] = await execute<InvitationRow & Record<string, unknown>>(tx, {
      name: 'invitation-supersede',
      text: SUPERSEDE,
      values: [organizationId, vendorId, email, now],
    });
    return row;
  }

  /** @throws NotFound */
  async byToken(tx: Tx, { organizationId, hash }: InvitationKey): Promise<InvitationShown> {
    const [row] = await execute<InvitationShown & Record<string, unknown>>(tx, {
      name: 'invitation-by-token',
      text: SHOWN,
      values: [organizationId, hash],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The same, locked, so that a link is used once. @throws NotFound */
  async lockByToken(tx: Tx, { organizationId, hash }: InvitationKey): Promise<InvitationRow> {
    const values = [organizationId, hash];
    return this.one(tx, 'invitation-lock-by-token', LOCK_BY_TOKEN, values);
  }

  /** @throws NotFound */
  lock(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    vendorId: string | null,
  ): Promise<InvitationRow> {
    return this.one(tx, 'invitation-lock', LOCK, [organizationId, id, vendorId]);
  }

  /** Of a vendor, or of the colleagues of a firm. */
  list(
    tx: Tx,
    { organizationId }: Scope,
    vendorId: string | null,
    page: { readonly limit: number; readonly after: Position | undefined },
  ): Promise<InvitationRow[]> {
    return execute<InvitationRow & Record<string, unknown>>(tx, {
      name: 'invitation-list',
      text: LIST,
      values: [organizationId, vendorId, page.after?.id ?? null, page.limit],
    });
  }

  async close(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    change: { readonly status: InvitationStatus; readonly closedAt: string },
  ): Promise<void> {
    await tx.update(Invitation, { organizationId, id }, change);
  }

  /** What the body or firm is called. @throws NotFound */
  async ownerName(tx: Tx, { organizationId }: Scope): Promise<string> {
    const [row] = await execute<{ name: string }>(tx, {
      name: 'invitation-owner-name',
      text: 'SELECT name FROM organizations WHERE organization_id = $1',
      values: [organizationId],
    });
    if (row === undefined) throw new NotFound();
    return row.name;
  }

  private async one(
    tx: Tx,
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<InvitationRow> {
    const [row] = await execute<InvitationRow & Record<string, unknown>>(tx, {
      name,
      text,
      values,
    });
    if (row === undefined) throw new NotFound();
    return row;
  }
}
