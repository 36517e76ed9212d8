import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BodyPolicy } from './body-policy.js';
import type {
  PersonPageDto,
  PersonResponseDto,
  RegisteredPersonResponseDto,
  RegisterPersonDto,
} from './dto/person.dto.js';
import { PeopleRepository } from './people.repository.js';
import { SignInAccess, type InitialSecret } from './sign-in-access.js';

/** The staff of the body. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly transactor: Transactor,
    private readonly people: PeopleRepository,
    private readonly trail: AuditTrail,
    private readonly policy: BodyPolicy,
    private readonly signIn: SignInAccess,
  ) {}

  /** The reply kept for repetition is without the password. @throws AddressTaken */
  async register(caller: Caller, body: RegisterPersonDto): Promise<RegisteredPersonResponseDto> {
    const secret = await this.signIn.newSecret();
    const person = await this.transactor.write(caller, (tx) =>
      this.registerWithin(tx, caller, body, secret),
    );
    const isFirstReply = caller.idempotency?.replayed !== true;
    return { ...person, initialPassword: isFirstReply ? secret.password : null };
  }

  /** @throws AddressTaken, InvalidInput */
  async registerWithin(
    tx: Tx,
    actor: Actor,
    { name, ...body }: RegisterPersonDto,
    secret: InitialSecret,
  ): Promise<PersonResponseDto> {
    const email = body.email.toLowerCase();
    const { category = null } = body;
    await this.policy.requireStaffCategory(tx, actor, category);
    const row = { id: uuidv7(), kind: 'human', name, email, category, endedOn: null } as const;
    const after = await this.people.insert(tx, actor, row);
    const { organizationId } = actor;
    await this.signIn.open(tx, { organizationId, personId: after.id, email }, secret);
    const subject = { kind: 'person', id: after.id };
    await this.trail.append(tx, actor, { action: 'person.registered', subject, after });
    return after;
  }

  /** The id of the system of a name, which is registered where it is not known yet. */
  async systemWithin(tx: Tx, actor: Actor, name: string): Promise<string> {
    const after = await this.people.insertSystem(tx, actor, { id: uuidv7(), name });
    if (after === undefined) return this.people.system(tx, actor, name);
    const subject = { kind: 'person', id: after.id };
    await this.trail.append(tx, actor, { action: 'system.registered', subject, after });
    return after.id;
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<PersonResponseDto> {
    return this.transactor.read(caller, (tx) => this.people.read(tx, caller, id));
  }

  async list(caller: Caller, query: PageQuery): Promise<PersonPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.people.list(tx, caller, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }
}
