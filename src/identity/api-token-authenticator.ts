import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { SYSTEM_PERMISSIONS } from '../shared/authorization/permissions.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { SignInClocks } from './sign-in-clocks.js';
import type { TokenKey } from './tokens.js';

/** A caller, and until when the credential they were found by is good. */
export interface Believed {
  readonly caller: Caller;
  readonly until: Date;
}

/** What is believed is looked at again long before a token ends. */
const NEVER = new Date(8.64e15);

/** Finds the system behind an API token. */
@Injectable()
export class ApiTokenAuthenticator {
  constructor(
    private readonly transactor: Transactor,
    private readonly tokens: ApiTokensRepository,
    private readonly clocks: SignInClocks,
  ) {}

  async find(key: TokenKey, now: Date): Promise<Believed | undefined> {
    const found = await this.tokens.find(key, this.clocks.business.today(), now);
    if (found === undefined) return undefined;
    const { organizationId } = key;
    const { id, systemId, scopes, policyVersionId, isUnnoted } = found;
    if (isUnnoted) {
      const scope = { organizationId };
      await this.transactor.write(scope, (tx) => this.tokens.noteUse(tx, scope, id, now));
    }
    // A scope that systems are no longer given has no effect, however old the token is.
    const permissions = new Set(SYSTEM_PERMISSIONS.filter((scope) => scopes.includes(scope)));
    const caller: Caller = {
      organizationId,
      personId: systemId,
      sessionId: id,
      credential: 'api-token',
      secondFactor: null,
      needsSecondFactor: false,
      posts: [],
      permissions,
      policyVersionId,
    };
    return { caller, until: NEVER };
  }
}
