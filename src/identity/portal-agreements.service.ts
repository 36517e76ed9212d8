import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { FirmAccounts } from '../firms/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { FirmLinkRow } from '../vendors/index.js';
import { Agreements } from './agreements.js';
import { invitationKey } from './invitation-links.js';

const IN_BODY = { pointer: '#/invitationToken' };

/** Accepting the invitation of a further body, as a firm that has an account. */
@Injectable()
export class PortalAgreementsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agreements: Agreements,
    private readonly firms: FirmAccounts,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Both trails tell of it.
   * @throws InvalidInput, InvitationGone, OtherFirmInvited, VendorLinked, FirmLinkedElsewhere
   */
  accept(caller: Caller, invitationToken: string): Promise<FirmLinkRow> {
    const key = invitationKey(invitationToken, IN_BODY);
    return this.transactor.write(caller, async (tx) => {
      const party = await this.firms.party(tx, caller, caller.personId);
      const link = await this.transactor.inNameOf(tx, key, async () => {
        const { vendorId, ...invitation } = await this.agreements.lock(tx, key);
        if (vendorId === null) throw notForFirms();
        const actor = { ...caller, organizationId: key.organizationId };
        return this.agreements.agree(tx, actor, { ...invitation, vendorId }, party);
      });
      const subject = { kind: 'firm-link', id: link.id };
      const { organizationName, status } = link;
      const facts = { organizationName, status };
      await this.trail.append(tx, caller, { action: 'firm-link.accepted', subject, facts });
      return link;
    });
  }
}

/** A link for a colleague is accepted by itself: it makes an account. */
function notForFirms(): InvalidInput {
  const detail = {
    ja: '事業者への招待ではありません。',
    en: 'It is no invitation of a vendor.',
  };
  return new InvalidInput([{ ...IN_BODY, detail }]);
}
