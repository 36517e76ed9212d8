import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { FirmRoleId } from '../firms/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { InvitationGone } from './domain/invitation.errors.js';
import { expiryOf, standingOf } from './domain/invitation.js';
import type {
  InvitationPageDto,
  InvitationResponseDto,
  InviteVendorDto,
  SentInvitationResponseDto,
} from './dto/invitation.dto.js';
import { InvitationsRepository, type InvitationRow } from './invitations.repository.js';
import { Invited } from './invited.js';
import { issueToken } from './tokens.js';

/** Whom an invitation goes to, and for what. */
interface Addressee extends InviteVendorDto {
  readonly vendorId: string | null;
  readonly roleId: FirmRoleId | null;
}

/** Sending, listing and withdrawing invitations. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly invitations: InvitationsRepository,
    private readonly invited: Invited,
    private readonly trail: AuditTrail,
    private readonly clock: SystemClock,
  ) {}

  /** An open invitation of the vendor is superseded. @throws NotFound, VendorLinked */
  inviteVendor(
    caller: Caller,
    vendorId: string,
    { name, email }: InviteVendorDto,
  ): Promise<SentInvitationResponseDto> {
    return this.send(caller, { vendorId, roleId: null, name, email }, (tx) =>
      this.invited.lockVendor(tx, caller, vendorId),
    );
  }

  /** An open invitation to the same address is superseded. */
  inviteColleague(
    caller: Caller,
    { roleId, name, email }: InviteVendorDto & { readonly roleId: FirmRoleId },
  ): Promise<SentInvitationResponseDto> {
    return this.send(caller, { vendorId: null, roleId, name, email }, (tx) =>
      this.invited.lockFirm(tx, caller),
    );
  }

  /** Of a vendor, or of the colleagues of the caller's firm. @throws NotFound */
  async list(
    caller: Caller,
    vendorId: string | null,
    query: PageQuery,
  ): Promise<InvitationPageDto> {
    const page = { limit: query.limit + 1, after: positionAfter(query) };
    const rows = await this.transactor.read(caller, async (tx) => {
      if (vendorId !== null) await this.invited.requireVendor(tx, caller, vendorId);
      return this.invitations.list(tx, caller, vendorId, page);
    });
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => this.shown(row),
    });
  }

  /** @throws NotFound, InvitationGone */
  withdraw(caller: Caller, id: string, vendorId: string | null): Promise<InvitationResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.invitations.lock(tx, caller, id, vendorId);
      const standing = standingOf(before, this.clock.now());
      if (standing !== 'open') throw new InvitationGone(standing);
      const change = { status: 'withdrawn', closedAt: this.clock.now().toISOString() } as const;
      await this.invitations.close(tx, caller, id, change);
      await this.record(tx, caller, 'invitation.withdrawn', before);
      return this.shown({ ...before, ...change });
    });
  }

  /** The reply kept for repetition is without the token. */
  private async send(
    caller: Caller,
    addressee: Addressee,
    lock: (tx: Tx) => Promise<void>,
  ): Promise<SentInvitationResponseDto> {
    const { token, hash } = issueToken(caller.organizationId);
    const invitation = await this.transactor.write(caller, async (tx) => {
      await lock(tx);
      const row = this.open(caller, addressee);
      const earlier = await this.invitations.supersede(tx, caller, row, row.sentAt);
      if (earlier !== undefined) await this.record(tx, caller, 'invitation.superseded', earlier);
      await this.invitations.insert(tx, caller, row, hash);
      await this.record(tx, caller, 'invitation.sent', row);
      return this.shown(row);
    });
    return { ...invitation, token: caller.idempotency?.replayed === true ? null : token };
  }

  private open(caller: Caller, { vendorId, roleId, name, email }: Addressee): InvitationRow {
    const now = this.clock.now();
    return {
      id: uuidv7(),
      kind: vendorId === null ? 'colleague' : 'vendor',
      vendorId,
      roleId,
      name,
      email: email.toLowerCase(),
      status: 'open',
      sentBy: caller.personId,
      sentAt: now.toISOString(),
      expiresAt: expiryOf(now).toISOString(),
      closedAt: null,
    };
  }

  private shown(row: InvitationRow): InvitationResponseDto {
    const { id, name, email, sentBy, sentAt, expiresAt, closedAt } = row;
    const standing = standingOf(row, this.clock.now());
    return { id, name, email, standing, sentBy, sentAt, expiresAt, closedAt };
  }

  private record(tx: Tx, actor: Actor, action: string, row: InvitationRow): Promise<void> {
    const { id, email, vendorId } = row;
    const subject = { kind: 'invitation', id };
    return this.trail.append(tx, actor, { action, subject, facts: { email, vendorId } });
  }
}
