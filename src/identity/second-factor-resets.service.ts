import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { NOBODY } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import { OwnSecondFactors } from './domain/second-factor.errors.js';
import { SecondFactorEnrolment } from './second-factor-enrolment.js';
import { SessionEnding } from './session-ending.js';
import { SignInRecords } from './sign-in-records.js';

/** Takes the second factors from someone who lost theirs, so that they register another one. */
@Injectable()
export class SecondFactorResets {
  constructor(
    private readonly transactor: Transactor,
    private readonly records: SignInRecords,
    private readonly enrolment: SecondFactorEnrolment,
    private readonly sessions: SessionEnding,
  ) {}

  /** All sessions of the person end. @throws NotFound, OwnSecondFactors */
  async reset(caller: Caller, personId: string): Promise<void> {
    if (personId === caller.personId) throw new OwnSecondFactors();
    const { organizationId } = caller;
    await this.resetOf({ organizationId, personId }, caller);
  }

  /**
   * The operator's way for the only administrator of a body; the trail names the service for it. A
   * service that runs beside it may believe a session of the person for some seconds more.
   * @returns how many there were @throws NotFound where nobody signs in by the address
   */
  async resetByOperator(email: string): Promise<number> {
    const { credentials } = this.records;
    const person = await this.transactor.read(NOBODY, (tx) => credentials.ownerOf(tx, email));
    if (person === undefined) throw new NotFound();
    const { organizationId } = person;
    return this.resetOf(person, { organizationId, personId: null, posts: [] });
  }

  private async resetOf(person: CredentialKey, actor: Actor): Promise<number> {
    const { organizationId, personId } = person;
    const ended = await this.transactor.write({ organizationId }, (tx) =>
      this.resetWithin(tx, { organizationId, personId }, actor),
    );
    this.sessions.forget(personId);
    return ended;
  }

  private async resetWithin(tx: Tx, person: CredentialKey, actor: Actor): Promise<number> {
    const { credentials, secondFactors, trail } = this.records;
    if (!(await credentials.lock(tx, person))) throw new NotFound();
    const standing = await secondFactors.standing(tx, person);
    await secondFactors.dropUnconfirmed(tx, person);
    for (const factor of standing) await this.enrolment.end(tx, factor);
    await this.sessions.end(tx, person, null);
    await trail.append(tx, actor, {
      action: 'second-factor.reset',
      subject: { kind: 'person', id: person.personId },
      facts: { secondFactorIds: standing.map(({ id }) => id) },
    });
    return standing.length;
  }
}
