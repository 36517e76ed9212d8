import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { SecondFactorRequired } from '../shared/authorization/second-factor.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Credentials } from './credentials.js';
import type { SignInCandidate } from './credentials.repository.js';
import { CurrentPasswordWrong } from './domain/identity.errors.js';
import {
  LastSecondFactor,
  SecondFactorRefused,
  TooManySecondFactors,
} from './domain/second-factor.errors.js';
import type {
  ConfirmSecondFactorDto,
  RegisteredSecondFactorDto,
  RegisterSecondFactorDto,
  SecondFactorDto,
  SecondFactorsDto,
} from './dto/second-factor.dto.js';
import { SecondFactorEnrolment } from './second-factor-enrolment.js';
import type { SecondFactor } from './second-factor.entity.js';
import { SessionEnding } from './session-ending.js';
import { SignInRecords } from './sign-in-records.js';

/** More would make a code easier to guess, since one is right for any of them. */
const MOST = 5;

/** One's own second factors. Every change ends the other sessions of the person. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly records: SignInRecords,
    private readonly credentials: Credentials,
    private readonly enrolment: SecondFactorEnrolment,
    private readonly sessions: SessionEnding,
  ) {}

  async list(caller: Caller): Promise<SecondFactorsDto> {
    const factors = await this.transactor.read(caller, (tx) => this.standing(tx, caller));
    return { items: factors.map(described) };
  }

  /**
   * Begins a registration. @throws CurrentPasswordWrong, TooManySecondFactors; SecondFactorRequired where
   * the person has one already and this session was begun without it
   */
  async register(
    caller: Caller,
    { currentPassword, kind, label }: RegisterSecondFactorDto,
  ): Promise<RegisteredSecondFactorDto> {
    const known = await this.transactor.read(caller, (tx) =>
      this.credentials.candidate(tx, caller),
    );
    const isRight = await this.credentials.isRight(known, currentPassword);
    if (known === undefined) throw new CurrentPasswordWrong();
    // No repetition is offered: what tells a request from another would hash the password fast.
    const { organizationId } = caller;
    const begun = await this.transactor.write({ organizationId }, async (tx) => {
      // A refusal is returned, not thrown, since what it counts and records must be kept.
      if (!(await this.credentials.admits(tx, known, isRight))) {
        await this.record(tx, caller, 'password.refused', {});
        return new CurrentPasswordWrong();
      }
      return this.begin(tx, caller, known, { kind, label });
    });
    if (begun instanceof CurrentPasswordWrong) throw begun;
    return begun;
  }

  /**
   * Makes a registration count: this session has a second factor from now on.
   * @throws NotFound, InvalidInput, SecondFactorRefused
   */
  async confirm(
    caller: Caller,
    id: string,
    shown: ConfirmSecondFactorDto,
  ): Promise<SecondFactorDto> {
    const confirmed = await this.transactor.write(caller, async (tx) => {
      const { organizationId, personId, sessionId } = caller;
      await this.records.credentials.lock(tx, caller);
      const waiting = await this.enrolment.waiting(tx, { organizationId, personId, id });
      if (waiting === undefined) throw new NotFound();
      const factor = await this.enrolment.confirm(tx, waiting, shown);
      const { kind } = factor;
      const session = { organizationId, id: sessionId };
      // A session that another one ended meanwhile enrols nobody.
      const isGood = await this.records.sessions.giveSecondFactor(tx, session, kind);
      if (!isGood) throw new SecondFactorRefused();
      await this.sessions.end(tx, caller, sessionId);
      await this.record(tx, caller, 'second-factor.confirmed', { secondFactorId: id, kind });
      return described(factor);
    });
    this.sessions.forget(caller.personId);
    return confirmed;
  }

  /** @throws NotFound; SecondFactorRequired where this session was begun without one; LastSecondFactor */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transactor.write(caller, async (tx) => {
      await this.records.credentials.lock(tx, caller);
      const standing = await this.standing(tx, caller);
      const factor = standing.find((known) => known.id === id);
      if (factor === undefined) throw new NotFound();
      if (caller.secondFactor === null) throw new SecondFactorRequired();
      if (standing.length === 1 && caller.needsSecondFactor) throw new LastSecondFactor();
      await this.enrolment.end(tx, factor);
      // Without one left, this session too would rest on what is no more.
      await this.sessions.end(tx, caller, standing.length > 1 ? caller.sessionId : null);
      const { kind } = factor;
      await this.record(tx, caller, 'second-factor.removed', { secondFactorId: id, kind });
    });
    this.sessions.forget(caller.personId);
  }

  private async begin(
    tx: Tx,
    caller: Caller,
    person: SignInCandidate,
    named: Pick<RegisterSecondFactorDto, 'kind' | 'label'>,
  ): Promise<RegisteredSecondFactorDto> {
    const standing = await this.standing(tx, caller);
    if (standing.length > 0 && caller.secondFactor === null) throw new SecondFactorRequired();
    if (standing.length >= MOST) throw new TooManySecondFactors(MOST);
    const begun = await this.enrolment.begin(tx, person, named, standing);
    const facts = { secondFactorId: begun.id, kind: named.kind };
    await this.record(tx, caller, 'second-factor.registered', facts);
    return begun;
  }

  private standing(tx: Tx, { organizationId, personId }: Caller): Promise<SecondFactor[]> {
    return this.records.secondFactors.standing(tx, { organizationId, personId });
  }

  private record(
    tx: Tx,
    caller: Caller,
    action: string,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const subject = { kind: 'person', id: caller.personId };
    return this.records.trail.append(tx, caller, { action, subject, facts });
  }
}

function described({ id, kind, label, confirmedAt, lastUsedAt }: SecondFactor): SecondFactorDto {
  return {
    id,
    kind,
    label,
    confirmedAt: instantOf(confirmedAt) ?? '',
    lastUsedAt: instantOf(lastUsedAt),
  };
}

function instantOf(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
