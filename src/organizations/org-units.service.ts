import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { BodyPolicy } from './body-policy.js';
import { noSuchPart, noSuchUnit } from './domain/input-faults.js';
import { refuseCircle } from './domain/unit-tree.js';
import type {
  ChangeOrgUnitDto,
  OrgUnitPageDto,
  OrgUnitResponseDto,
  RegisterOrgUnitDto,
} from './dto/org-unit.dto.js';
import { OrgUnitsRepository } from './org-units.repository.js';

/** The departments and sections of the body. */
@Injectable()
export class OrgUnitsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly units: OrgUnitsRepository,
    private readonly trail: AuditTrail,
    private readonly policy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput */
  register(caller: Caller, body: RegisterOrgUnitDto): Promise<OrgUnitResponseDto> {
    return this.transactor.write(caller, (tx) => this.registerWithin(tx, caller, body));
  }

  /** @throws InvalidInput */
  async registerWithin(
    tx: Tx,
    actor: Actor,
    { name, parentId = null, part = null }: RegisterOrgUnitDto,
  ): Promise<OrgUnitResponseDto> {
    await this.requirePart(tx, actor, part);
    await this.requireParent(tx, actor, parentId);
    const row = { id: uuidv7(), name, parentId, part, endedOn: null };
    const after = await this.units.insert(tx, actor, row);
    const subject = { kind: 'org-unit', id: after.id };
    await this.trail.append(tx, actor, { action: 'org-unit.registered', subject, after });
    return after;
  }

  /** @throws NotFound, Stale, InvalidInput, UnitUnderItself */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeOrgUnitDto,
  ): Promise<OrgUnitResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const units = await this.units.lockAll(tx, caller);
      const before = units.find((unit) => unit.id === id);
      if (before === undefined) throw new NotFound();
      expected.compare(before.version);
      const { parentId = null, part = null } = body;
      await this.requirePart(tx, caller, part);
      await this.requireParent(tx, caller, parentId);
      if (parentId !== null) refuseCircle(units, id, parentId);
      const after = await this.units.update(tx, caller, { ...before, ...body });
      const subject = { kind: 'org-unit', id };
      await this.trail.append(tx, caller, { action: 'org-unit.changed', subject, before, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<OrgUnitResponseDto> {
    return this.transactor.read(caller, (tx) => this.units.read(tx, caller, id));
  }

  async list(caller: Caller, query: PageQuery): Promise<OrgUnitPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.units.list(tx, caller, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  private async requirePart(tx: Tx, actor: Actor, part: string | null): Promise<void> {
    if (part === null) return;
    const { scope } = (await this.policy.inForce(tx, actor)).pack;
    if (!scope.some(({ id }) => id === part)) throw noSuchPart('#/part', part, scope);
  }

  private async requireParent(tx: Tx, actor: Actor, parentId: string | null): Promise<void> {
    if (parentId === null) return;
    if (await this.units.exists(tx, actor, parentId, this.clock.today())) return;
    throw noSuchUnit('#/parentId');
  }
}
