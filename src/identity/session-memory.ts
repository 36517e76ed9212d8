import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';

/** How long a token is believed without asking the database again. */
const BELIEVED_MS = 5_000;
const MOST = 10_000;

/**
 * Remembers verified tokens for a few seconds. Sign-out here forgets at once; another instance
 * learns of it when its memory lapses. Decisions read the posts again in their transaction.
 */
@Injectable()
export class SessionMemory {
  private readonly callers = new Map<string, { readonly caller: Caller; readonly until: number }>();

  /** A caller by the day and the token they were found with. */
  recall(key: string, now: Date): Caller | undefined {
    const entry = this.callers.get(key);
    return entry !== undefined && entry.until > now.getTime() ? entry.caller : undefined;
  }

  /** @param expiresAt when the token itself ends, which no memory outlives */
  remember(key: string, caller: Caller, now: Date, expiresAt: Date): void {
    if (this.callers.size >= MOST) this.callers.clear();
    const until = Math.min(now.getTime() + BELIEVED_MS, expiresAt.getTime());
    this.callers.set(key, { caller, until });
  }

  /** Forgets what a person is signed in with. */
  forgetPerson(personId: string): void {
    for (const [key, { caller }] of this.callers) {
      if (caller.personId === personId) this.callers.delete(key);
    }
  }

  forget(sessionId: string): void {
    for (const [key, { caller }] of this.callers) {
      if (caller.sessionId === sessionId) this.callers.delete(key);
    }
  }
}
