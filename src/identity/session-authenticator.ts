import { Injectable } from '@nestjs/common';
import { FIRM_ROLES, type FirmRole } from '../firms/index.js';
import { secondFactorRoles } from '../organizations/index.js';
import { PolicyLibrary, type Role } from '../policies/index.js';
import { Authenticator, type NamedRole } from '../shared/authorization/authenticator.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { permissionsOf, type Permission } from '../shared/authorization/permissions.js';
import { ApiTokenAuthenticator, type Believed } from './api-token-authenticator.js';
import { SessionMemory } from './session-memory.js';
import { SessionsRepository, type SignedIn } from './sessions.repository.js';
import { SignInClocks } from './sign-in-clocks.js';
import { readApiToken, readToken, type TokenKey } from './tokens.js';

/** Finds the caller behind the access token of a session, or the token of a system. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly library: PolicyLibrary,
    private readonly clocks: SignInClocks,
    private readonly memory: SessionMemory,
    private readonly systems: ApiTokenAuthenticator,
  ) {
    super();
  }

  async authenticate(token: string): Promise<Caller | undefined> {
    const system = readApiToken(token);
    const read = system ?? readToken(token);
    if (read === undefined) return undefined;
    const now = this.clocks.system.now();
    // Posts change with the day, so what was true yesterday is not recalled.
    const key = `${this.clocks.business.today()} ${token}`;
    const known = this.memory.recall(key, now);
    if (known !== undefined) return known;

    const found = system === undefined ? this.session(read, now) : this.systems.find(read, now);
    const believed = await found;
    if (believed === undefined) return undefined;
    this.memory.remember(key, believed.caller, now, believed.until);
    return believed.caller;
  }

  private async session(key: TokenKey, now: Date): Promise<Believed | undefined> {
    const found = await this.sessions.find(key, this.clocks.business.today(), now);
    if (found === undefined) return undefined;
    const caller = await this.callerOf(key.organizationId, found);
    return { caller, until: new Date(found.expiresAt) };
  }

  async rolesWith(
    { policyVersionId }: Caller,
    permission: Permission,
  ): Promise<readonly NamedRole[]> {
    return [...(await this.rolesOf(policyVersionId)), ...FIRM_ROLES]
      .filter(({ duties }) => permissionsOf(new Set(duties)).has(permission))
      .map(({ id, label }) => ({ id, label }));
  }

  private async callerOf(organizationId: string, found: SignedIn): Promise<Caller> {
    const { sessionId, personId, posts, policyVersionId, secondFactor, isFirm } = found;
    const pack = policyVersionId === null ? undefined : await this.library.pack(policyVersionId);
    const held = rolesHeld(isFirm ? FIRM_ROLES : pack?.roles, posts);
    const asking =
      pack === undefined ? undefined : secondFactorRoles(pack, found.authorizingOfficial);
    const needsSecondFactor = held.some(({ id }) => asking?.has(id) === true);
    // Who has yet to give a second factor is nobody but signed in, whatever else their posts permit.
    const duties =
      needsSecondFactor && secondFactor === null ? [] : held.flatMap((role) => role.duties);
    const permissions = permissionsOf(new Set(duties));
    const firmId = isFirm ? organizationId : undefined;
    const session = { sessionId, credential: 'session', secondFactor, needsSecondFactor } as const;
    return { organizationId, firmId, personId, ...session, posts, permissions, policyVersionId };
  }

  private async rolesOf(policyVersionId: string | null): Promise<readonly Role[]> {
    return policyVersionId === null ? [] : (await this.library.pack(policyVersionId)).roles;
  }
}

function rolesHeld(
  roles: readonly (Role | FirmRole)[] | undefined,
  posts: readonly HeldPost[],
): readonly (Role | FirmRole)[] {
  const held = new Set(posts.map((post) => post.roleId));
  return roles?.filter(({ id }) => held.has(id)) ?? [];
}
