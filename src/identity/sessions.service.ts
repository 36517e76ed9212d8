import { Injectable } from '@nestjs/common';
import type { Actor, Change } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { RefreshRefused } from './domain/identity.errors.js';
import type { SessionResponseDto } from './dto/session.dto.js';
import { SessionIssuing } from './session-issuing.js';
import { SessionMemory } from './session-memory.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';
import { readToken } from './tokens.js';

/** Renewal of sessions and sign-out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly records: SignInRecords,
    private readonly issuing: SessionIssuing,
    private readonly clocks: SignInClocks,
    private readonly memory: SessionMemory,
  ) {}

  /**
   * Swaps a refresh token for new tokens; each works once. One that was swapped before is in two
   * hands, so its session ends with all that came of it. @throws RefreshRefused
   */
  async refresh(refreshToken: string): Promise<SessionResponseDto> {
    const token = readToken(refreshToken);
    if (token === undefined) throw new RefreshRefused();
    const { organizationId } = token;
    const { response, row } = this.issuing.issue(organizationId);
    const at = { now: this.clocks.system.now(), today: this.clocks.business.today() };
    // A refusal is returned, not thrown, since the end of a session must be kept.
    const { rotated, ended } = await this.transactor.write({ organizationId }, async (tx) => {
      const id = await this.records.sessions.rotate(tx, token, row, at);
      return { rotated: id, ended: id === undefined ? await this.endReused(tx, token) : undefined };
    });
    const touched = rotated ?? ended;
    if (touched !== undefined) this.memory.forget(touched);
    if (rotated === undefined) throw new RefreshRefused();
    return response;
  }

  /** Ends the session; its tokens are refused from now on. */
  async signOut(caller: Caller): Promise<void> {
    await this.transactor.write(caller, async (tx) => {
      const { organizationId, sessionId } = caller;
      await this.records.sessions.revoke(tx, organizationId, sessionId, this.clocks.system.now());
      await this.record(tx, caller, 'session.ended', { kind: 'session', id: sessionId });
    });
    this.memory.forget(caller.sessionId);
  }

  /** Ends every session of the person, this one included. */
  async signOutEverywhere(caller: Caller): Promise<void> {
    const { personId } = caller;
    await this.transactor.write(caller, async (tx) => {
      await this.records.sessions.revokeAll(tx, caller, null, this.clocks.system.now());
      await this.record(tx, caller, 'session.all-ended', { kind: 'person', id: personId });
    });
    this.memory.forgetPerson(personId);
  }

  /** The session of a token that was spent before, which ends. The service does it, whoever sent it. */
  private async endReused(
    tx: Tx,
    token: { readonly organizationId: string; readonly hash: string },
  ): Promise<string | undefined> {
    const { sessions, trail } = this.records;
    const ended = await sessions.endReused(tx, token, this.clocks.system.now());
    if (ended === undefined) return undefined;
    const { sessionId, personId } = ended;
    const service = { organizationId: token.organizationId, personId: null, posts: [] };
    const subject = { kind: 'session', id: sessionId };
    await trail.append(tx, service, { action: 'session.reused', subject, facts: { personId } });
    return sessionId;
  }

  private record(
    tx: Tx,
    { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
    action: string,
    subject: Change['subject'],
  ): Promise<void> {
    const actor = { organizationId, personId, posts: [] };
    return this.records.trail.append(tx, actor, { action, subject });
  }
}
