import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { FirmParty } from '../firms/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import {
  FirmLinking,
  isMeantFor,
  OtherFirmInvited,
  statusOnAcceptance,
  VendorsRepository,
  type FirmLinkRow,
  type VendorRow,
} from '../vendors/index.js';
import { refuseGone } from './invitation-links.js';
import {
  InvitationsRepository,
  type InvitationKey,
  type InvitationRow,
} from './invitations.repository.js';

/** What becomes of an invitation that is accepted, on the side of who sent it. */
@Injectable()
export class Agreements {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly vendors: VendorsRepository,
    private readonly links: FirmLinking,
    private readonly trail: AuditTrail,
    private readonly clock: SystemClock,
  ) {}

  /** The invitation of a link, locked, so that it is used once. @throws NotFound, InvitationGone */
  async lock(tx: Tx, key: InvitationKey): Promise<InvitationRow> {
    const invitation = await this.invitations.lockByToken(tx, key);
    refuseGone(invitation, this.clock.now());
    return invitation;
  }

  /** The vendor invited, locked. */
  vendor(tx: Tx, scope: Scope, vendorId: string): Promise<VendorRow> {
    return this.vendors.lockForAgreement(tx, scope, vendorId);
  }

  /**
   * Links the vendor to the firm, in the name of the body, and closes the invitation.
   * @throws OtherFirmInvited, VendorLinked, FirmLinkedElsewhere
   */
  async agree(
    tx: Tx,
    actor: Actor,
    invitation: InvitationRow & { readonly vendorId: string },
    { firm, acceptedBy }: FirmParty,
  ): Promise<FirmLinkRow> {
    const { vendorId, email } = invitation;
    const { corporateNumber } = await this.vendor(tx, actor, vendorId);
    const invited = { corporateNumber, email };
    if (!isMeantFor(invited, firm)) throw new OtherFirmInvited();
    const status = statusOnAcceptance(invited, acceptedBy);
    const link = await this.links.enter(tx, actor, {
      vendorId,
      firmId: firm.id,
      organizationName: await this.invitations.ownerName(tx, actor),
      firmName: firm.name,
      status,
      acceptedBy: acceptedBy.id,
      acceptedByName: acceptedBy.name,
      acceptedByEmail: acceptedBy.email,
      agreedBy: status === 'active' ? invitation.sentBy : null,
    });
    await this.close(tx, actor, invitation, { firmId: firm.id, personId: acceptedBy.id });
    return link;
  }

  /** Closes an invitation that was used. */
  async close(
    tx: Tx,
    actor: Actor,
    { id }: InvitationRow,
    account: { readonly firmId: string; readonly personId: string },
  ): Promise<void> {
    const closedAt = this.clock.now().toISOString();
    await this.invitations.close(tx, actor, id, { status: 'accepted', closedAt });
    const subject = { kind: 'invitation', id };
    await this.trail.append(tx, actor, { action: 'invitation.accepted', subject, facts: account });
  }
}
