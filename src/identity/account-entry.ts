import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { FirmAccounts, FirmStaff, type FirmMember } from '../firms/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Agreements } from './agreements.js';
import type { InvitationKey, InvitationRow } from './invitations.repository.js';

/** Makes the account of somebody who accepted. */
@Injectable()
export class AccountEntry {
  constructor(
    private readonly firms: FirmAccounts,
    private readonly staff: FirmStaff,
    private readonly agreements: Agreements,
  ) {}

  /** @throws NotFound, InvitationGone, FirmHasAccount, AddressTaken, VendorLinked */
  async enter(
    tx: Tx,
    key: InvitationKey,
    member: FirmMember,
  ): Promise<{ readonly firmId: string; readonly personId: string }> {
    const invitation = await this.agreements.lock(tx, key);
    const service: Actor = { organizationId: key.organizationId, personId: null, posts: [] };
    const { vendorId, roleId } = invitation;
    if (vendorId !== null) return this.openFirm(tx, service, { ...invitation, vendorId }, member);
    if (roleId === null) throw new Error('An invitation of a colleague names their role');
    const personId = await this.staff.enterWithin(tx, service, member, roleId);
    const account = { firmId: service.organizationId, personId };
    await this.agreements.close(tx, service, invitation, account);
    return account;
  }

  private async openFirm(
    tx: Tx,
    service: Actor,
    invitation: InvitationRow & { readonly vendorId: string },
    member: FirmMember,
  ): Promise<{ readonly firmId: string; readonly personId: string }> {
    const vendor = await this.agreements.vendor(tx, service, invitation.vendorId);
    const { firmId, personId } = await this.firms.openWithin(tx, vendor, member);
    const firm = { ...vendor, id: firmId };
    await this.agreements.agree(tx, service, invitation, {
      firm,
      acceptedBy: { id: personId, ...member },
    });
    return { firmId, personId };
  }
}
