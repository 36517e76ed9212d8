import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { newcomersOf } from './domain/plan-transfers.js';
import type { TransferDay, TransferStep } from './domain/transfer-plan.js';
import type { RegisteredByTransferDto, TransferResponseDto } from './dto/transfer.dto.js';
import { PeopleService } from './people.service.js';
import { PostsService } from './posts.service.js';
import type { InitialSecret } from './sign-in-access.js';

/** Writes what a plan of transfers says into the register, each change with its entry in the trail. */
@Injectable()
export class TransferWriter {
  constructor(
    private readonly posts: PostsService,
    private readonly people: PeopleService,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @param secrets one for each of `newcomersOf(steps)`, in its order
   * @throws AddressTaken where an address is that of somebody in another body
   */
  async write(
    tx: Tx,
    caller: Caller,
    { on, lastDay }: TransferDay,
    steps: readonly TransferStep[],
    secrets: readonly InitialSecret[],
  ): Promise<TransferResponseDto> {
    const registered = await this.register(tx, caller, steps, secrets);
    const ids = new Map(registered.map(({ email, id }) => [email, id]));
    const ended: string[] = [];
    const appointed: string[] = [];
    for (const { roleId, unitId, end, appoint } of steps) {
      if (end !== null) ended.push((await this.posts.endWithin(tx, caller, end, lastDay)).id);
      if (appoint === null) continue;
      const { person, ...term } = appoint;
      const personId = person.id ?? ids.get(person.email ?? '') ?? '';
      const post = await this.posts.appointWithin(tx, caller, {
        ...term,
        personId,
        roleId,
        unitId,
      });
      appointed.push(post.id);
    }
    const id = uuidv7();
    const facts = { on, ended: ended.length, appointed: appointed.length, registered: ids.size };
    const subject = { kind: 'transfer', id };
    await this.trail.append(tx, caller, { action: 'transfer.applied', subject, facts });
    return { id, on, ended, appointed, registered };
  }

  private async register(
    tx: Tx,
    caller: Caller,
    steps: readonly TransferStep[],
    secrets: readonly InitialSecret[],
  ): Promise<RegisteredByTransferDto[]> {
    const registered: RegisteredByTransferDto[] = [];
    for (const [email, name] of newcomersOf(steps)) {
      const secret = secrets[registered.length];
      if (secret === undefined)
        throw new RangeError('Somebody more is registered than was planned');
      const { id } = await this.people.registerWithin(tx, caller, { name, email }, secret);
      registered.push({ id, name, email, initialPassword: null });
    }
    return registered;
  }
}
