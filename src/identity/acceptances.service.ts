import { Injectable } from '@nestjs/common';
import { refuse } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { SystemClock } from '../shared/time/clock.js';
import { Credentials } from './credentials.js';
import type {
  AcceptedInvitationResponseDto,
  AcceptInvitationDto,
  ShownInvitationResponseDto,
} from './dto/invitation.dto.js';
import { AccountEntry } from './account-entry.js';
import { invitationKey, refuseGone } from './invitation-links.js';
import { InvitationsRepository } from './invitations.repository.js';
import { guessableFaults } from './password-strength.js';

const IN_PATH = { parameter: 'token' };

/** Following the link of an invitation, as somebody who has no account yet. */
@Injectable()
export class AcceptancesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly invitations: InvitationsRepository,
    private readonly credentials: Credentials,
    private readonly entry: AccountEntry,
    private readonly clock: SystemClock,
  ) {}

  /** @throws NotFound, InvitationGone */
  async show(token: string): Promise<ShownInvitationResponseDto> {
    const key = invitationKey(token, IN_PATH);
    const invitation = await this.transactor.read(key, (tx) => this.invitations.byToken(tx, key));
    refuseGone(invitation, this.clock.now());
    const { kind, organizationName, vendorName, name, email, expiresAt } = invitation;
    return { kind, organizationName, vendorName, name, email, expiresAt };
  }

  /**
   * Makes an account for the person invited: of a new firm, linked to the body at once, or of the firm
   * that invited a colleague.
   * @throws NotFound, InvitationGone, InvalidInput, FirmHasAccount, AddressTaken, VendorLinked
   */
  async accept(
    token: string,
    { name, newPassword }: AcceptInvitationDto,
  ): Promise<AcceptedInvitationResponseDto> {
    const key = invitationKey(token, IN_PATH);
    const { organizationName, vendorName, email } = await this.show(token);
    refuse(guessableFaults(newPassword, [name, email, organizationName, vendorName ?? '']));
    const passwordHash = await this.credentials.hash(newPassword);
    return this.transactor.write(key, async (tx) => {
      const account = await this.entry.enter(tx, key, { name, email, passwordHash });
      return { ...account, email };
    });
  }
}
