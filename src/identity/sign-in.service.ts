import { Injectable } from '@nestjs/common';
import type { SecondFactorGiven } from '../shared/authorization/second-factor.js';
import type { DomainError } from '../shared/domain/domain-error.js';
import type { Tx } from '../shared/persistence/tx.js';
import { WRONG_PASSWORD, type Wrong } from './credentials.js';
import type { SignInCandidate } from './credentials.repository.js';
import { SecondFactorNeeded } from './domain/second-factor.errors.js';
import type { SessionResponseDto, SignInDto } from './dto/session.dto.js';
import { kindsOf, SecondFactors } from './second-factors.js';
import { SessionIssuing } from './session-issuing.js';
import { SignInDesk } from './sign-in-desk.js';

type SignInProof =
  | { readonly verdict: 'right'; readonly secondFactor: SecondFactorGiven | null }
  | { readonly verdict: 'unfinished'; readonly refusal: SecondFactorNeeded };

/** Sign-in by password, and by a one-time password where one is registered. */
@Injectable()
export class SignInService {
  constructor(
    private readonly desk: SignInDesk,
    private readonly secondFactors: SecondFactors,
    private readonly issuing: SessionIssuing,
  ) {}

  /** @throws SignInRefused, the same whatever was wrong; SecondFactorNeeded */
  async signIn({ otp, ...given }: SignInDto): Promise<SessionResponseDto> {
    const { candidate, isRight } = await this.desk.check(given);
    return this.desk.conclude(
      candidate,
      (tx) => (isRight ? this.prove(tx, candidate, otp) : Promise.resolve(WRONG_PASSWORD)),
      (tx, proof) => this.settle(tx, candidate, proof),
    );
  }

  private async prove(
    tx: Tx,
    candidate: SignInCandidate,
    otp: string | undefined,
  ): Promise<SignInProof | Wrong> {
    const factors = await this.secondFactors.standing(tx, candidate);
    if (factors.length === 0) return { verdict: 'right', secondFactor: null };
    if (otp === undefined) {
      return { verdict: 'unfinished', refusal: new SecondFactorNeeded(kindsOf(factors)) };
    }
    return (await this.secondFactors.acceptsCode(tx, factors, otp))
      ? { verdict: 'right', secondFactor: 'totp' }
      : { verdict: 'wrong', of: 'second-factor' };
  }

  private async settle(
    tx: Tx,
    candidate: SignInCandidate,
    proof: SignInProof,
  ): Promise<SessionResponseDto | DomainError> {
    if (proof.verdict === 'right') return this.issuing.start(tx, candidate, proof.secondFactor);
    const { refusal } = proof;
    await this.desk.record(tx, candidate, 'session.second-factor-needed', refusal.facts);
    return refusal;
  }
}
