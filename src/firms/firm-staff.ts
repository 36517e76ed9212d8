import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { PeopleService, ServingStaff, SignInAccess } from '../organizations/index.js';
import { addDays, calendarDate } from '../shared/domain/calendar-date.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { FirmPeopleRepository, type FirmPersonRow } from './firm-people.repository.js';
import type { FirmRoleId } from './domain/firm-roles.js';

/** Someone who is to sign in for a firm; of the password only the hash is known. */
export interface FirmMember {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** Enters people into the account of a firm. */
@Injectable()
export class FirmStaff {
  constructor(
    private readonly people: PeopleService,
    private readonly serving: ServingStaff,
    private readonly register: FirmPeopleRepository,
    private readonly clock: BusinessClock,
    private readonly signIn: SignInAccess,
  ) {}

  /** Returns the id of the person. @throws AddressTaken */
  async enterWithin(
    tx: Tx,
    actor: Actor,
    { name, email, passwordHash }: FirmMember,
    roleId: FirmRoleId,
  ): Promise<string> {
    const secret = { password: '', hash: passwordHash };
    const { id } = await this.people.registerWithin(tx, actor, { name, email }, secret);
    await this.appoint(tx, actor, id, roleId);
    return id;
  }

  /** Gives another role from today, in place of the one held. */
  async move(tx: Tx, actor: Actor, personId: string, roleId: FirmRoleId): Promise<FirmPersonRow> {
    await this.register.endPosts(tx, actor, personId, this.clock.today());
    await this.appoint(tx, actor, personId, roleId);
    return this.register.keep(tx, actor, personId, null);
  }

  /** Ends all that someone may do, at once: their last day was the day before. */
  async release(tx: Tx, actor: Actor, personId: string): Promise<FirmPersonRow> {
    const today = this.clock.today();
    await this.register.endPosts(tx, actor, personId, today);
    return this.register.keep(tx, actor, personId, addDays(calendarDate(today), -1));
  }

  /** Whatever was changed of someone takes effect at once; to be called once it is kept. */
  forget(personId: string): void {
    this.signIn.forget(personId);
  }

  private async appoint(tx: Tx, actor: Actor, personId: string, roleId: FirmRoleId): Promise<void> {
    await this.serving.appoint(tx, actor, { personId, roles: [roleId], unitId: null });
  }
}
