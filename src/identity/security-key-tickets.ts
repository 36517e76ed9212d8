import { Injectable } from '@nestjs/common';
import type { Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import type { SecurityKeyRequestDto } from './dto/session.dto.js';
import type { SecondFactor } from './second-factor.entity.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';
import { issueToken } from './tokens.js';
import { WebAuthn } from './web-authn.js';

const TICKET_MS = 5 * 60_000;

/** Sign-ins that wait for a security key: whose password was right, for five minutes and one attempt. */
@Injectable()
export class SecurityKeyTickets {
  constructor(
    private readonly records: SignInRecords,
    private readonly webAuthn: WebAuthn,
    private readonly clocks: SignInClocks,
  ) {}

  async issue(
    tx: Tx,
    { organizationId, personId }: CredentialKey,
    keys: readonly SecondFactor[],
  ): Promise<SecurityKeyRequestDto> {
    const now = this.clocks.system.now();
    const options = await this.webAuthn.requestOptions(keys);
    const { token, hash } = issueToken(organizationId);
    const { challenge } = options;
    await this.records.secondFactors.dropExpiredTickets(tx, { organizationId, personId }, now);
    await this.records.secondFactors.keepTicket(tx, {
      ...{ organizationId, tokenHash: hash, personId, challenge },
      expiresAt: new Date(now.getTime() + TICKET_MS).toISOString(),
    });
    return { ticket: token, options: { ...options } };
  }

  /** Whose it is and what is to be signed; undefined where it is unknown, used or expired. */
  async take(
    tx: Tx,
    token: { readonly organizationId: string; readonly hash: string },
  ): Promise<{ readonly person: CredentialKey; readonly challenge: string } | undefined> {
    const ticket = await this.records.secondFactors.takeTicket(tx, token);
    if (ticket === undefined || new Date(ticket.expiresAt) <= this.clocks.system.now()) {
      return undefined;
    }
    const { organizationId } = token;
    const { personId, challenge } = ticket;
    return { person: { organizationId, personId }, challenge };
  }
}
