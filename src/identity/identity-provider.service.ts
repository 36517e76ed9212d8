import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { PublicUrl } from '../shared/config/public-url.js';
import { NotFound, refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SecretBox } from '../shared/secrets/secret-box.js';
import { SystemClock } from '../shared/time/clock.js';
import { addressFaults, comparable } from './domain/identity-provider.js';
import type {
  ConfiguredIdentityProviderDto,
  ConfigureIdentityProviderDto,
  IdentityProviderResponseDto,
} from './dto/identity-provider.dto.js';
import type { IdentityProvider } from './identity-provider.entity.js';
import { IdentityProviderRepository } from './identity-provider.repository.js';
import { placeOfSecret } from './provider-secrets.js';

/** Where and when a provider is configured. */
@Injectable()
export class ProviderSurroundings {
  constructor(
    readonly clock: SystemClock,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** A service that is itself reached without TLS, on its developer's machine, may call a provider there. */
  get allowHttp(): boolean {
    return this.publicUrl.origin.startsWith('http:');
  }
}

/** The identity provider of a body, as its administrator configures it. */
@Injectable()
export class IdentityProviderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly providers: IdentityProviderRepository,
    private readonly trail: AuditTrail,
    private readonly box: SecretBox,
    private readonly place: ProviderSurroundings,
  ) {}

  async read(caller: Caller): Promise<IdentityProviderResponseDto> {
    return described(await this.transactor.read(caller, (tx) => this.providers.find(tx, caller)));
  }

  /** Sign-ins on their way to the provider before are refused. @throws InvalidInput, Stale */
  configure(
    caller: Caller,
    expected: ExpectedVersion,
    { clientSecret, ...given }: ConfigureIdentityProviderDto,
  ): Promise<IdentityProviderResponseDto> {
    refuse(addressFaults(given, this.place.allowHttp));
    expected.require();
    const redirectUris = given.redirectUris.map((address) => comparable(address) ?? address);
    const sealedSecret = clientSecret && this.box.seal(clientSecret, placeOfSecret(caller));
    return this.transactor.write(caller, async (tx) => {
      const before = await this.providers.lock(tx, caller);
      const version = before?.version ?? 0;
      expected.compare(version);
      const { organizationId } = caller;
      const row = { ...given, redirectUris, organizationId, version, sealedSecret };
      const after = await this.providers.keep(tx, row);
      await this.record(tx, caller, 'identity-provider.configured', before, after);
      return described(after);
    });
  }

  /** People sign in by password alone from now on. @throws NotFound, Stale */
  end(caller: Caller, expected: ExpectedVersion): Promise<void> {
    expected.require();
    return this.transactor.write(caller, async (tx) => {
      const before = await this.providers.lock(tx, caller);
      if (before?.endedAt !== null) throw new NotFound();
      expected.compare(before.version);
      await this.providers.end(tx, before, this.place.clock.now().toISOString());
      await this.record(tx, caller, 'identity-provider.ended', before);
    });
  }

  private record(
    tx: Tx,
    caller: Caller,
    action: string,
    before: IdentityProvider | undefined,
    after?: IdentityProvider,
  ): Promise<void> {
    return this.trail.append(tx, caller, {
      action,
      subject: { kind: 'organization', id: caller.organizationId },
      before: described(before).provider,
      after: described(after).provider,
      facts: { ...described(after ?? before).provider },
    });
  }
}

function described(row: IdentityProvider | undefined): IdentityProviderResponseDto {
  return {
    version: row?.version ?? 0,
    provider: row?.endedAt === null ? withoutSecret(row) : null,
  };
}

function withoutSecret(row: IdentityProvider): ConfiguredIdentityProviderDto {
  const { issuer, clientId, sealedSecret, redirectUris, secondFactorValues } = row;
  const hasClientSecret = sealedSecret !== null;
  return { issuer, clientId, hasClientSecret, redirectUris, secondFactorValues };
}
