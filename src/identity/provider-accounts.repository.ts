import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import { ProviderAccount } from './provider-account.entity.js';

/** An account at a provider, as its tokens name it. */
export type AccountName = Pick<ProviderAccount, 'issuer' | 'subject'>;

@Injectable()
export class ProviderAccountsRepository {
  /** Whose account it is; undefined where it is bound to nobody. */
  async personOf(
    tx: Tx,
    organizationId: string,
    { issuer, subject }: AccountName,
  ): Promise<CredentialKey | undefined> {
    const [row] = await execute<{ organizationId: string; personId: string }>(tx, {
      name: 'provider-account-person',
      text: `SELECT organization_id AS "organizationId", person_id AS "personId" FROM provider_accounts
             WHERE organization_id = $1 AND issuer = $2 AND subject = $3 AND ended_at IS NULL`,
      values: [organizationId, issuer, subject],
    });
    return row;
  }

  /** Binds an account; nothing where it, or the person at this provider, is bound. */
  async bind(tx: Tx, account: Omit<ProviderAccount, 'endedAt'>): Promise<void> {
    const { organizationId, id, personId, issuer, subject, boundAt } = account;
    await execute(tx, {
      name: 'provider-account-bind',
      text: `INSERT INTO provider_accounts (organization_id, id, person_id, issuer, subject, bound_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      values: [organizationId, id, personId, issuer, subject, boundAt],
    });
  }

  /** Lets go of what is bound to a person. Returns the ids. */
  async release(
    tx: Tx,
    { organizationId, personId }: CredentialKey,
    endedAt: string,
  ): Promise<readonly string[]> {
    const standing = { organizationId, personId, endedAt: IsNull() };
    const bound = await tx.find(ProviderAccount, { select: { id: true }, where: standing });
    await tx.update(ProviderAccount, standing, { endedAt });
    return bound.map(({ id }) => id);
  }
}
