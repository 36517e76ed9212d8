import { Injectable } from '@nestjs/common';
import { Stale } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { IdentityProvider } from './identity-provider.entity.js';

/** Only over the version that was read: a first configuration made at the same moment is not written over. */
const KEEP = `
  INSERT INTO identity_providers AS p
    (organization_id, version, issuer, client_id, sealed_secret, redirect_uris, second_factor_values, ended_at)
  VALUES ($1, $2::integer + 1, $3, $4, $5, $6, $7, NULL)
  ON CONFLICT ON CONSTRAINT pk_identity_providers
  DO UPDATE SET version = excluded.version, issuer = excluded.issuer, client_id = excluded.client_id,
    sealed_secret = excluded.sealed_secret, redirect_uris = excluded.redirect_uris,
    second_factor_values = excluded.second_factor_values, ended_at = NULL
  WHERE p.version = $2
  RETURNING version`;

@Injectable()
export class IdentityProviderRepository {
  /** The provider of a body, one that ended included. */
  async find(tx: Tx, { organizationId }: Scope): Promise<IdentityProvider | undefined> {
    return (await tx.findOneBy(IdentityProvider, { organizationId })) ?? undefined;
  }

  async lock(tx: Tx, { organizationId }: Scope): Promise<IdentityProvider | undefined> {
    const where = { organizationId };
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.findOne(IdentityProvider, { where, lock })) ?? undefined;
  }

  /** Keeps a configuration over the version before it, 0 where there was none. @throws Stale */
  async keep(tx: Tx, provider: Omit<IdentityProvider, 'endedAt'>): Promise<IdentityProvider> {
    const { organizationId, version, issuer, clientId, sealedSecret } = provider;
    const { redirectUris, secondFactorValues } = provider;
    const [kept] = await execute<{ version: number }>(tx, {
      name: 'identity-provider-keep',
      text: KEEP,
      values: [
        ...[organizationId, version, issuer, clientId, sealedSecret],
        ...[redirectUris, secondFactorValues],
      ],
    });
    if (kept === undefined) throw new Stale();
    return { ...provider, version: kept.version, endedAt: null };
  }

  async end(tx: Tx, { organizationId, version }: IdentityProvider, endedAt: string): Promise<void> {
    const ended = { version: version + 1, endedAt, sealedSecret: null };
    await tx.update(IdentityProvider, { organizationId }, ended);
  }
}
