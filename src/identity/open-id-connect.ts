import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { SystemClock } from '../shared/time/clock.js';
import { boundedFetch } from './bounded-fetch.js';
import { IdentityProviderUnavailable } from './domain/identity-provider.errors.js';
import type { ProviderClaims } from './domain/identity-provider.js';

/** How long one answer of a provider is waited for, in seconds. */
const TIMEOUT_SECONDS = 5;
/** How long what a provider publishes of itself is remembered. Its keys are asked for at every sign-in. */
const METADATA_MS = 10 * 60_000;
const MOST_REMEMBERED = 100;

/** This service as a client of a provider. */
export interface ProviderClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** What the answer of the provider has to fit. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  /** PKCE, RFC 7636. */
  readonly codeVerifier: string;
}

/** What came back by the browser. */
export interface ProviderAnswer {
  readonly code: string;
  readonly state: string;
  readonly iss?: string | undefined;
}

/** What the provider said of who it is, or why it is not believed. */
export type Assertion =
  | { readonly verdict: 'asserted'; readonly claims: ProviderClaims }
  | { readonly verdict: 'refused'; readonly reason: string };

/**
 * Speaks OpenID Connect Core 1.0 with identity providers: authorization code with PKCE; the issuer (also as RFC 9207),
 * the audience, the nonce, the times and the signature of ID tokens are checked by a certified library.
 */
@Injectable()
export class OpenIdConnect {
  private readonly known = new Map<
    string,
    { readonly metadata: client.ServerMetadata; readonly until: number }
  >();

  constructor(private readonly clock: SystemClock) {}

  /** The page to send somebody to, and what the answer has to fit. @throws IdentityProviderUnavailable */
  async authorization(
    provider: ProviderClient,
    parameters: Readonly<Record<string, string>>,
  ): Promise<{ readonly url: string; readonly checks: SignInChecks }> {
    const checks = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const configuration = await this.configuration(provider);
    const url = client.buildAuthorizationUrl(configuration, {
      ...parameters,
      scope: 'openid email',
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, checks };
  }

  /** Swaps the code for what the provider says of who it is. @throws IdentityProviderUnavailable */
  async redeem(
    provider: ProviderClient,
    { redirectUri, checks }: { readonly redirectUri: string; readonly checks: SignInChecks },
    answer: ProviderAnswer,
  ): Promise<Assertion> {
    const callback = new URL(redirectUri);
    const { code, state, iss } = answer;
    callback.search = new URLSearchParams({
      ...{ code, state },
      ...(iss !== undefined && { iss }),
    }).toString();
    const configuration = await this.configuration(provider);
    try {
      const tokens = await client.authorizationCodeGrant(configuration, callback, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      return { verdict: 'asserted', claims: await claimsOf(configuration, tokens) };
    } catch (error) {
      const reason = reasonOf(error);
      if (isUnavailable(error, reason)) throw unavailable(error);
      return { verdict: 'refused', reason };
    }
  }

  /**
   * One of its own for every sign-in, so that a key that was taken back is not remembered.
   * @throws IdentityProviderUnavailable
   */
  private async configuration(provider: ProviderClient): Promise<client.Configuration> {
    const metadata = await this.metadata(provider);
    const { clientId, clientSecret } = provider;
    const configuration = new client.Configuration(
      metadata,
      clientId,
      undefined,
      authentication(clientSecret, metadata.token_endpoint_auth_methods_supported),
    );
    configuration.timeout = TIMEOUT_SECONDS;
    configuration[client.customFetch] = boundedFetch;
    // OpenID Connect lets a client trust TLS for it; a signature does not depend on the way it came.
    client.enableNonRepudiationChecks(configuration);
    for (const allow of insecurely(provider)) allow(configuration);
    return configuration;
  }

  private async metadata({ issuer, clientId }: ProviderClient): Promise<client.ServerMetadata> {
    const now = this.clock.now().getTime();
    const remembered = this.known.get(issuer);
    if (remembered !== undefined && remembered.until > now) return remembered.metadata;
    const metadata = await discovered(issuer, clientId);
    this.known.delete(issuer);
    for (const oldest of [...this.known.keys()].slice(0, this.known.size - MOST_REMEMBERED + 1)) {
      this.known.delete(oldest);
    }
    this.known.set(issuer, { metadata, until: now + METADATA_MS });
    return metadata;
  }
}

/** What a provider publishes of itself. @throws IdentityProviderUnavailable */
async function discovered(issuer: string, clientId: string): Promise<client.ServerMetadata> {
  try {
    const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: insecurely({ issuer }),
      [client.customFetch]: boundedFetch,
    });
    const metadata = found.serverMetadata();
    // For some issuers the library takes any tenant's word; nobody here means that.
    if (metadata.issuer !== issuer) throw new TypeError('The provider names another issuer');
    if (metadata.authorization_endpoint === undefined)
      throw new TypeError('It has no sign-in page');
    return metadata;
  } catch (error) {
    throw unavailable(error);
  }
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** The claims of the ID token; what it leaves out of the address is asked of the provider (5.4). */
async function claimsOf(
  configuration: client.Configuration,
  tokens: Tokens,
): Promise<ProviderClaims> {
  const claims = tokens.claims();
  if (claims === undefined) throw new TypeError('An ID token was asked for');
  const { userinfo_endpoint: endpoint } = configuration.serverMetadata();
  if (claims.email !== undefined || endpoint === undefined) return claims;
  const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { ...claims, email: told.email, email_verified: told.email_verified };
}

/** As RFC 6749 wants it (2.3.1); in the body only for a provider that takes nothing else. */
function authentication(
  secret: string | null,
  methods: readonly string[] = ['client_secret_basic'],
): client.ClientAuth {
  if (secret === null) return client.None();
  return methods.includes('client_secret_basic')
    ? client.ClientSecretBasic(secret)
    : client.ClientSecretPost(secret);
}

/** Without TLS where the administrator could name such an issuer: on the same machine, for development. */
function insecurely({
  issuer,
}: Pick<ProviderClient, 'issuer'>): ((configuration: client.Configuration) => void)[] {
  return issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
}

function unavailable(cause: unknown): IdentityProviderUnavailable {
  return Object.assign(new IdentityProviderUnavailable(reasonOf(cause)), { cause });
}

/** What tells that the provider, or the way to it, is broken, and nothing of who came back from it. */
const BROKEN = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
]);

function isUnavailable(error: unknown, reason: string): boolean {
  // The provider refuses the code; every other refusal is of how this service is registered with it.
  if (error instanceof client.ResponseBodyError) return error.error !== 'invalid_grant';
  return error instanceof TypeError || BROKEN.has(reason);
}

function reasonOf(error: unknown): string {
  if (error instanceof client.ResponseBodyError) return error.error;
  const named = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof named === 'string' ? named : 'unreachable';
}
