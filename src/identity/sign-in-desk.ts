import { Injectable } from '@nestjs/common';
import { DomainError } from '../shared/domain/domain-error.js';
import { NOBODY } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Credentials, type Locked, type Proof, type Wrong } from './credentials.js';
import type { CredentialKey, SignInCandidate } from './credentials.repository.js';
import { SignInRefused } from './domain/identity.errors.js';
import type { AddressAndPasswordDto } from './dto/session.dto.js';
import { SignInRecords } from './sign-in-records.js';

/** What every way of signing in has in common: whom it is about, and how a refusal is kept. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly transactor: Transactor,
    private readonly records: SignInRecords,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Whose address it is and whether the password is right. It takes as long where there is nobody.
   * @throws SignInRefused where the address is nobody's
   */
  async check({
    email,
    password,
  }: AddressAndPasswordDto): Promise<{ candidate: SignInCandidate; isRight: boolean }> {
    const { credentials } = this.records;
    const address = await this.transactor.read(NOBODY, (tx) => credentials.ownerOf(tx, email));
    const candidate = address && (await this.candidate(address));
    const isRight = await this.credentials.isRight(candidate, password);
    if (candidate === undefined) throw new SignInRefused();
    return { candidate, isRight };
  }

  /** Somebody who serves today and may sign in. */
  candidate(person: CredentialKey): Promise<SignInCandidate | undefined> {
    return this.transactor.read(person, (tx) => this.credentials.candidate(tx, person));
  }

  /**
   * Judges a sign-in and settles it where nothing was wrong. @throws SignInRefused, the same whatever
   * was wrong, and what `settle` refuses
   */
  async conclude<P extends Proof, Reply>(
    candidate: SignInCandidate,
    prove: (tx: Tx) => Promise<P | Wrong>,
    settle: (tx: Tx, proof: P) => Promise<Reply | DomainError>,
  ): Promise<Reply> {
    // A refusal is returned, not thrown, since what it counts and records must be kept.
    const answer = await this.transactor.write(candidate, async (tx) => {
      const proof = await this.credentials.judge(tx, candidate, () => prove(tx));
      if (!isRefused(proof)) return settle(tx, proof);
      const failed = proof.verdict === 'locked' ? 'locked' : proof.of;
      await this.record(tx, candidate, 'session.refused', { failed });
      return new SignInRefused();
    });
    if (answer instanceof DomainError) throw answer;
    return answer;
  }

  record(
    tx: Tx,
    { organizationId, personId }: CredentialKey,
    action: string,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const actor = { organizationId, personId, posts: [] };
    const subject = { kind: 'person', id: personId };
    return this.records.trail.append(tx, actor, { action, subject, facts });
  }
}

function isRefused(proof: Proof | Locked): proof is Wrong | Locked {
  return proof.verdict === 'wrong' || proof.verdict === 'locked';
}
