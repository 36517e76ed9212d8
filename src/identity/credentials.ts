import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { SignInAccess, type InitialSecret, type SignInHolder } from '../organizations/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { lockAfter, MAXIMUM_PASSWORD_LENGTH } from './domain/lock-out.js';
import {
  CredentialsRepository,
  type CredentialKey,
  type SignInCandidate,
} from './credentials.repository.js';
import { initialPassword } from './initial-password.js';
import { SessionMemory } from './session-memory.js';
import { SignInClocks } from './sign-in-clocks.js';

/** argon2id with the parameters OWASP names as its first choice for 19 MiB. */
const ARGON2ID = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What was given to prove who someone is, as far as it goes. */
export interface Proof {
  readonly verdict: 'right' | 'wrong' | 'unfinished';
}

/** What was wrong, for the trail: the person is not told which. */
export interface Wrong {
  readonly verdict: 'wrong';
  readonly of: 'password' | 'second-factor' | 'identity-provider';
}

/** The password was wrong, so nothing else was looked at. */
export const WRONG_PASSWORD: Wrong = { verdict: 'wrong', of: 'password' };

/** Sign-in is locked after what was wrong before, so nothing was looked at. */
export interface Locked {
  readonly verdict: 'locked';
}

/** Passwords: how they are kept and checked. */
@Injectable()
export class Credentials extends SignInAccess {
  /** Compared with when an address is unknown, so that the answer takes as long. */
  private readonly decoy = hash('no such person', ARGON2ID);

  constructor(
    private readonly repository: CredentialsRepository,
    private readonly clocks: SignInClocks,
    private readonly memory: SessionMemory,
  ) {
    super();
  }

  async newSecret(): Promise<InitialSecret> {
    const password = initialPassword();
    return { password, hash: await this.hash(password) };
  }

  /** @throws AddressTaken */
  async open(tx: Tx, holder: SignInHolder, secret: InitialSecret): Promise<void> {
    await this.repository.insert(tx, holder, secret.hash);
  }

  forget(personId: string): void {
    this.memory.forgetPerson(personId);
  }

  /** What is kept of a password. */
  hash(password: string): Promise<string> {
    return hash(password, ARGON2ID);
  }

  /** The credential of someone who serves today. */
  candidate(tx: Tx, person: CredentialKey): Promise<SignInCandidate | undefined> {
    return this.repository.candidate(tx, person, this.clocks.business.today());
  }

  /** Replaces the password that was checked; false where another one took its place meanwhile. */
  change(tx: Tx, known: SignInCandidate, newHash: string): Promise<boolean> {
    const { organizationId, personId, passwordHash } = known;
    return this.repository.replace(tx, { organizationId, personId, passwordHash }, newHash);
  }

  /** Replaces whatever password there is; false where the person has none. */
  renew(tx: Tx, person: CredentialKey, newHash: string): Promise<boolean> {
    return this.repository.replace(tx, person, newHash);
  }

  /** Whether the password is right. It takes as long for an unknown address. */
  async isRight(candidate: SignInCandidate | undefined, password: string): Promise<boolean> {
    const known = candidate?.passwordHash ?? (await this.decoy);
    const right = await verify(known, password.slice(0, MAXIMUM_PASSWORD_LENGTH));
    return right && candidate !== undefined;
  }

  /** Whether a password alone lets the person in, which is judged as `judge` does. */
  async admits(tx: Tx, candidate: SignInCandidate, isRight: boolean): Promise<boolean> {
    const judged = await this.judge(tx, candidate, () =>
      Promise.resolve({ verdict: isRight ? 'right' : 'wrong' }),
    );
    return judged.verdict === 'right';
  }

  /**
   * Judges what someone gives to prove who they are: not at all while sign-in is locked. What is wrong
   * is counted and locks sign-in for longer each time; what is right forgets the count; what is right
   * but unfinished does neither. During a lock nothing counts. Proofs of one person are judged in turn,
   * so many guesses at once are worth no more than one by one. The password was looked at before that:
   * one that gave way to another meanwhile is wrong.
   */
  async judge<P extends Proof>(
    tx: Tx,
    candidate: SignInCandidate,
    prove: () => Promise<P>,
  ): Promise<P | Wrong | Locked> {
    const now = this.clocks.system.now();
    const { failures, lockedUntil, passwordHash } = await this.repository.lockFailures(
      tx,
      candidate,
    );
    if (isAhead(lockedUntil, now)) return { verdict: 'locked' };
    const proof = passwordHash === candidate.passwordHash ? await prove() : WRONG_PASSWORD;
    if (proof.verdict === 'unfinished') return proof;
    const counted = proof.verdict === 'right' ? 0 : failures + 1;
    if (counted !== failures) {
      const until = lockAfter(counted, now)?.toISOString() ?? null;
      await this.repository.keepFailures(tx, candidate, { failures: counted, lockedUntil: until });
    }
    return proof;
  }
}

function isAhead(instant: string | null, now: Date): boolean {
  return instant !== null && new Date(instant) > now;
}
