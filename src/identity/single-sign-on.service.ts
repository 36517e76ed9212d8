import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { SignInCandidate } from './credentials.repository.js';
import { SignInRefused } from './domain/identity.errors.js';
import { NoIdentityProvider } from './domain/identity-provider.errors.js';
import {
  assertsSecondFactor,
  comparable,
  type ProviderClaims,
} from './domain/identity-provider.js';
import type {
  BeginProviderSignInDto,
  ProviderSignInDto,
  ProviderSignInRequestDto,
} from './dto/identity-provider.dto.js';
import type { SessionResponseDto } from './dto/session.dto.js';
import { OpenIdConnect } from './open-id-connect.js';
import { ProviderAccounts } from './provider-accounts.js';
import {
  PROVIDER_SIGN_IN_SECONDS,
  ProviderSignIns,
  type StandingProvider,
} from './provider-sign-ins.js';
import { SessionIssuing } from './session-issuing.js';
import type { Wrong } from './credentials.js';
import { SignInDesk } from './sign-in-desk.js';
import { readToken } from './tokens.js';

/** What the identity provider's word is turned into. */
@Injectable()
export class ProviderWord {
  constructor(
    readonly openId: OpenIdConnect,
    readonly accounts: ProviderAccounts,
    readonly trail: AuditTrail,
  ) {}
}

/** Sign-in with the identity provider of a body, in two requests. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly transactor: Transactor,
    private readonly signIns: ProviderSignIns,
    private readonly word: ProviderWord,
    private readonly desk: SignInDesk,
    private readonly issuing: SessionIssuing,
  ) {}

  /** @throws NoIdentityProvider, InvalidInput, IdentityProviderUnavailable */
  async begin(given: BeginProviderSignInDto): Promise<ProviderSignInRequestDto> {
    const { email } = given;
    const organizationId = given.organizationId.toLowerCase();
    const scope = { organizationId };
    const provider = await this.transactor.read(scope, (tx) => this.signIns.provider(tx, scope));
    if (provider === undefined) throw new NoIdentityProvider();
    const redirectUri = allowed(given.redirectUri, provider);
    // Nothing is open here: no transaction waits for a provider.
    const { url, checks } = await this.word.openId.authorization(provider, {
      redirect_uri: redirectUri,
      ...(email !== undefined && { login_hint: email }),
      ...acrValues(provider),
    });
    const ticket = await this.transactor.write(scope, (tx) =>
      this.signIns.begin(tx, organizationId, { provider, redirectUri, checks }),
    );
    return { ticket, authorizationUrl: url, expiresIn: PROVIDER_SIGN_IN_SECONDS };
  }

  /**
   * Takes the ticket, whatever comes of it.
   * @throws SignInRefused, the same whatever was wrong; IdentityProviderUnavailable
   */
  async signIn({ ticket, ...answer }: ProviderSignInDto): Promise<SessionResponseDto> {
    const token = readToken(ticket);
    const taken =
      token && (await this.transactor.write(token, (tx) => this.signIns.take(tx, token)));
    if (token === undefined || taken === undefined) throw new SignInRefused();
    const { organizationId } = token;
    const asserted = await this.word.openId.redeem(taken.provider, taken, answer);
    if (asserted.verdict === 'refused') throw await this.refused(organizationId, asserted.reason);
    const { claims } = asserted;
    const candidate = await this.candidate(organizationId, claims);
    if (candidate === undefined) throw await this.refused(organizationId, 'nobody');
    const hasSecondFactor = assertsSecondFactor(claims, taken.provider.secondFactorValues);
    return this.desk.conclude(
      candidate,
      (tx) => this.prove(tx, candidate, claims),
      (tx) => this.issuing.start(tx, candidate, hasSecondFactor ? 'identity-provider' : null),
    );
  }

  private async candidate(
    organizationId: string,
    claims: ProviderClaims,
  ): Promise<SignInCandidate | undefined> {
    const person = await this.transactor.read({ organizationId }, (tx) =>
      this.word.accounts.personOf(tx, organizationId, claims),
    );
    return person && this.desk.candidate(person);
  }

  private async prove(
    tx: Tx,
    candidate: SignInCandidate,
    claims: ProviderClaims,
  ): Promise<{ readonly verdict: 'right' } | Wrong> {
    return (await this.word.accounts.claim(tx, candidate, claims))
      ? { verdict: 'right' }
      : { verdict: 'wrong', of: 'identity-provider' };
  }

  /** The trail of the body tells why, as nobody is known whose it would be. */
  private async refused(organizationId: string, reason: string): Promise<SignInRefused> {
    const service = { organizationId, personId: null, posts: [] };
    await this.transactor.write({ organizationId }, (tx) =>
      this.word.trail.append(tx, service, {
        action: 'session.refused',
        subject: { kind: 'organization', id: organizationId },
        facts: { failed: 'identity-provider', reason },
      }),
    );
    return new SignInRefused();
  }
}

/** @throws InvalidInput */
function allowed(address: string, { redirectUris }: StandingProvider): string {
  const redirectUri = comparable(address);
  if (redirectUri !== undefined && redirectUris.includes(redirectUri)) return redirectUri;
  throw new InvalidInput([
    {
      pointer: '#/redirectUri',
      detail: {
        ja: '認証サーバーの設定（redirectUris）にある URL を指定してください。',
        en: 'It must be one of the redirectUris the identity provider is configured with.',
      },
    },
  ]);
}

function acrValues({ secondFactorValues }: StandingProvider): { acr_values?: string } {
  return secondFactorValues.length === 0 ? {} : { acr_values: secondFactorValues.join(' ') };
}
