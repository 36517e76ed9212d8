import { Injectable } from '@nestjs/common';
import { secondFactorRoles } from '../organizations/index.js';
import { PolicyLibrary, type Pack, type Role } from '../policies/index.js';
import { Authenticator, type NamedRole } from '../shared/authorization/authenticator.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { permissionsOf, type Permission } from '../shared/authorization/permissions.js';
import { SessionMemory } from './session-memory.js';
import { SessionsRepository, type SignedIn } from './sessions.repository.js';
import { SignInClocks } from './sign-in-clocks.js';
import { readToken } from './tokens.js';

/** Finds the caller behind a session's access token. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly library: PolicyLibrary,
    private readonly clocks: SignInClocks,
    private readonly memory: SessionMemory,
  ) {
    super();
  }

  async authenticate(token: string): Promise<Caller | undefined> {
    const read = readToken(token);
    if (read === undefined) return undefined;
    const now = this.clocks.system.now();
    const today = this.clocks.business.today();
    // Posts change with the day, so what was true yesterday is not recalled.
    const key = `${today} ${read.hash}`;
    const known = this.memory.recall(key, now);
    if (known !== undefined) return known;

    const found = await this.sessions.find(read, today, now);
    if (found === undefined) return undefined;
    const caller = await this.callerOf(read.organizationId, found);
    this.memory.remember(key, caller, now, new Date(found.expiresAt));
    return caller;
  }

  async rolesWith(
    { policyVersionId }: Caller,
    permission: Permission,
  ): Promise<readonly NamedRole[]> {
    return (await this.rolesOf(policyVersionId))
      .filter(({ duties }) => permissionsOf(new Set(duties)).has(permission))
      .map(({ id, label }) => ({ id, label }));
  }

  private async callerOf(organizationId: string, found: SignedIn): Promise<Caller> {
    const { sessionId, personId, posts, policyVersionId, secondFactor } = found;
    const pack = policyVersionId === null ? undefined : await this.library.pack(policyVersionId);
    const held = rolesHeld(pack, posts);
    const asking =
      pack === undefined ? undefined : secondFactorRoles(pack, found.authorizingOfficial);
    const needsSecondFactor = held.some(({ id }) => asking?.has(id) === true);
    // Who has yet to give a second factor is nobody but signed in, whatever else their posts permit.
    const duties =
      needsSecondFactor && secondFactor === null ? [] : held.flatMap((role) => role.duties);
    const permissions = permissionsOf(new Set(duties));
    const session = { organizationId, personId, sessionId, secondFactor, needsSecondFactor };
    return { ...session, posts, permissions, policyVersionId };
  }

  private async rolesOf(policyVersionId: string | null): Promise<readonly Role[]> {
    return policyVersionId === null ? [] : (await this.library.pack(policyVersionId)).roles;
  }
}

function rolesHeld(pack: Pack | undefined, posts: readonly HeldPost[]): readonly Role[] {
  const held = new Set(posts.map((post) => post.roleId));
  return pack?.roles.filter(({ id }) => held.has(id)) ?? [];
}
