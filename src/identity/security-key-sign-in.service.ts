import { Injectable } from '@nestjs/common';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { WRONG_PASSWORD, type Wrong } from './credentials.js';
import type { SignInCandidate } from './credentials.repository.js';
import { SignInRefused } from './domain/identity.errors.js';
import { NoSecurityKey } from './domain/second-factor.errors.js';
import type {
  AddressAndPasswordDto,
  SecurityKeyRequestDto,
  SecurityKeySignInDto,
  SessionResponseDto,
} from './dto/session.dto.js';
import type { SecondFactor } from './second-factor.entity.js';
import { kindsOf, SecondFactors } from './second-factors.js';
import { SecurityKeyTickets } from './security-key-tickets.js';
import { SessionIssuing } from './session-issuing.js';
import { SignInDesk } from './sign-in-desk.js';
import { readToken } from './tokens.js';

interface Waiting {
  readonly verdict: 'unfinished';
  readonly factors: readonly SecondFactor[];
}

/** Sign-in by password and security key, in two requests. */
@Injectable()
export class SecurityKeySignInService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: SignInDesk,
    private readonly secondFactors: SecondFactors,
    private readonly tickets: SecurityKeyTickets,
    private readonly issuing: SessionIssuing,
  ) {}

  /** @throws SignInRefused, the same whatever was wrong; NoSecurityKey */
  async offer(given: AddressAndPasswordDto): Promise<SecurityKeyRequestDto> {
    const { candidate, isRight } = await this.desk.check(given);
    return this.desk.conclude<Waiting, SecurityKeyRequestDto>(
      candidate,
      (tx) => (isRight ? this.waiting(tx, candidate) : Promise.resolve(WRONG_PASSWORD)),
      async (tx, { factors }) => {
        const keys = factors.filter(({ kind }) => kind === 'webauthn');
        const kinds = kindsOf(factors);
        await this.desk.record(tx, candidate, 'session.second-factor-needed', { kinds });
        return keys.length === 0
          ? new NoSecurityKey(kinds)
          : this.tickets.issue(tx, candidate, keys);
      },
    );
  }

  /** Takes the ticket, whatever comes of it. @throws SignInRefused, the same whatever was wrong */
  async signIn({ ticket, assertion }: SecurityKeySignInDto): Promise<SessionResponseDto> {
    const token = readToken(ticket);
    const taken =
      token && (await this.transactor.write(token, (tx) => this.tickets.take(tx, token)));
    const candidate = taken && (await this.desk.candidate(taken.person));
    if (taken === undefined || candidate === undefined) throw new SignInRefused();
    const { challenge } = taken;
    return this.desk.conclude(
      candidate,
      (tx) => this.prove(tx, candidate, { challenge, assertion }),
      (tx) => this.issuing.start(tx, candidate, 'webauthn'),
    );
  }

  private async waiting(tx: Tx, candidate: SignInCandidate): Promise<Waiting> {
    return {
      verdict: 'unfinished',
      factors: await this.secondFactors.standing(tx, candidate),
    };
  }

  private async prove(
    tx: Tx,
    candidate: SignInCandidate,
    answer: { readonly challenge: string; readonly assertion: object },
  ): Promise<{ readonly verdict: 'right' } | Wrong> {
    const factors = await this.secondFactors.standing(tx, candidate);
    return (await this.secondFactors.acceptsAssertion(tx, factors, answer))
      ? { verdict: 'right' }
      : { verdict: 'wrong', of: 'second-factor' };
  }
}
