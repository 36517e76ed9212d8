import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import { isSubject, verifiedAddress, type ProviderClaims } from './domain/identity-provider.js';
import { ProviderAccountsRepository, type AccountName } from './provider-accounts.repository.js';
import { SessionEnding } from './session-ending.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';

/** Which person of a body an account at the identity provider is. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly transactor: Transactor,
    private readonly accounts: ProviderAccountsRepository,
    private readonly records: SignInRecords,
    private readonly sessions: SessionEnding,
    private readonly clocks: SignInClocks,
  ) {}

  /**
   * Whom the claims are about: whose account it is or, where it is nobody's yet, who in the body signs in by the
   * address the provider vouches for.
   */
  async personOf(
    tx: Tx,
    organizationId: string,
    claims: ProviderClaims,
  ): Promise<CredentialKey | undefined> {
    if (!isSubject(claims.sub)) return undefined;
    const bound = await this.accounts.personOf(tx, organizationId, nameOf(claims));
    if (bound !== undefined) return bound;
    const address = verifiedAddress(claims);
    if (address === undefined) return undefined;
    const owner = await this.records.credentials.ownerOf(tx, address);
    return owner?.organizationId === organizationId ? owner : undefined;
  }

  /** Binds the account to the person where neither is bound yet. @returns whether it is the person's */
  async claim(tx: Tx, person: CredentialKey, claims: ProviderClaims): Promise<boolean> {
    const { organizationId, personId } = person;
    const name = nameOf(claims);
    const bound = await this.accounts.personOf(tx, organizationId, name);
    if (bound !== undefined) return bound.personId === personId;
    const boundAt = this.clocks.system.now().toISOString();
    await this.accounts.bind(tx, { organizationId, id: uuidv7(), personId, ...name, boundAt });
    const owner = await this.accounts.personOf(tx, organizationId, name);
    if (owner?.personId !== personId) return false;
    await this.records.trail.append(
      tx,
      { organizationId, personId, posts: [] },
      {
        action: 'provider-account.bound',
        subject: { kind: 'person', id: personId },
        facts: { issuer: name.issuer },
      },
    );
    return true;
  }

  /** All sessions of the person end. @throws NotFound where the person has no such account */
  async release(caller: Caller, personId: string): Promise<void> {
    const { organizationId } = caller;
    const person = { organizationId, personId };
    await this.transactor.write({ organizationId }, async (tx) => {
      await this.records.credentials.lock(tx, person);
      const endedAt = this.clocks.system.now().toISOString();
      const released = await this.accounts.release(tx, person, endedAt);
      if (released.length === 0) throw new NotFound();
      await this.sessions.end(tx, person, null);
      await this.records.trail.append(tx, caller, {
        action: 'provider-account.released',
        subject: { kind: 'person', id: personId },
        facts: { providerAccountIds: released },
      });
    });
    this.sessions.forget(personId);
  }
}

function nameOf({ iss, sub }: ProviderClaims): AccountName {
  return { issuer: iss, subject: sub };
}
