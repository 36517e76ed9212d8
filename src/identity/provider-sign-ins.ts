import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SecretBox } from '../shared/secrets/secret-box.js';
import { SystemClock } from '../shared/time/clock.js';
import type { IdentityProvider } from './identity-provider.entity.js';
import { IdentityProviderRepository } from './identity-provider.repository.js';
import type { ProviderClient, SignInChecks } from './open-id-connect.js';
import { placeOfChecks, placeOfSecret } from './provider-secrets.js';
import { ProviderSignInsRepository } from './provider-sign-ins.repository.js';
import { issueToken, type TokenKey } from './tokens.js';

/** How long somebody has to sign in at the provider. */
export const PROVIDER_SIGN_IN_SECONDS = 5 * 60;

/** The provider of a body, with what it asks for. */
export interface StandingProvider extends ProviderClient {
  readonly version: number;
  readonly redirectUris: readonly string[];
  readonly secondFactorValues: readonly string[];
}

/** A sign-in that was on its way. */
export interface TakenSignIn {
  readonly provider: StandingProvider;
  readonly redirectUri: string;
  readonly checks: SignInChecks;
}

/** Sign-ins on their way to the identity provider: for five minutes and one answer. */
@Injectable()
export class ProviderSignIns {
  constructor(
    private readonly providers: IdentityProviderRepository,
    private readonly signIns: ProviderSignInsRepository,
    private readonly box: SecretBox,
    private readonly clock: SystemClock,
  ) {}

  /** The provider a body signs in with today. */
  async provider(tx: Tx, scope: Scope): Promise<StandingProvider | undefined> {
    const row = await this.providers.find(tx, scope);
    return row?.endedAt === null ? this.opened(row) : undefined;
  }

  /** @returns the ticket */
  async begin(
    tx: Tx,
    organizationId: string,
    { provider, redirectUri, checks }: TakenSignIn,
  ): Promise<string> {
    const now = this.clock.now();
    const { token, hash } = issueToken(organizationId);
    const sealedChecks = this.box.seal(
      JSON.stringify(checks),
      placeOfChecks({ organizationId, hash }),
    );
    const expiresAt = new Date(now.getTime() + PROVIDER_SIGN_IN_SECONDS * 1000).toISOString();
    const named = { organizationId, tokenHash: hash, providerVersion: provider.version };
    await this.signIns.keep(tx, { ...named, redirectUri, sealedChecks, expiresAt }, now);
    return token;
  }

  /** What was begun; undefined where it is unknown, answered or expired, or the provider is not the same any more. */
  async take(tx: Tx, key: TokenKey): Promise<TakenSignIn | undefined> {
    const taken = await this.signIns.take(tx, key);
    if (taken === undefined || new Date(taken.expiresAt) <= this.clock.now()) return undefined;
    const provider = await this.provider(tx, key);
    if (provider?.version !== taken.providerVersion) return undefined;
    const text = this.box.open(taken.sealedChecks, placeOfChecks(key));
    const checks = JSON.parse(text) as SignInChecks;
    return { provider, redirectUri: taken.redirectUri, checks };
  }

  private opened(row: IdentityProvider): StandingProvider {
    const { version, issuer, clientId, sealedSecret, redirectUris, secondFactorValues } = row;
    const clientSecret = sealedSecret && this.box.open(sealedSecret, placeOfSecret(row));
    return { version, issuer, clientId, clientSecret, redirectUris, secondFactorValues };
  }
}
