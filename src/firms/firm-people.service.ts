import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { FirmRoleId } from './domain/firm-roles.js';
import { LastFirmAdministrator, LeftFirm } from './domain/firm.errors.js';
import type { FirmPersonPageDto, FirmPersonResponseDto, FirmResponseDto } from './dto/firm.dto.js';
import { FirmAccounts } from './firm-accounts.js';
import { FirmStaff } from './firm-staff.js';
import { FirmPeopleRepository, type FirmPersonRow } from './firm-people.repository.js';

/** The people of a firm, as its administrators keep them. */
@Injectable()
export class FirmPeopleService {
  constructor(
    private readonly transactor: Transactor,
    private readonly people: FirmPeopleRepository,
    private readonly accounts: FirmAccounts,
    private readonly staff: FirmStaff,
    private readonly trail: AuditTrail,
  ) {}

  firm(caller: Caller): Promise<FirmResponseDto> {
    return this.transactor.read(caller, (tx) => this.accounts.read(tx, caller));
  }

  async list(caller: Caller, query: PageQuery): Promise<FirmPersonPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.people.list(tx, caller, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  /** Gives someone another role from today. @throws NotFound, Stale, LastFirmAdministrator, LeftFirm */
  changeRole(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    roleId: FirmRoleId,
  ): Promise<FirmPersonResponseDto> {
    return this.change(caller, id, expected, async (tx, before) => {
      if (before.roleId === roleId) return before;
      if (roleId !== 'firm-administrator') await this.refuseLast(tx, caller, before);
      return this.staff.move(tx, caller, id, roleId);
    });
  }

  /** Ends what someone may do for the firm, at once. @throws NotFound, Stale, LastFirmAdministrator, LeftFirm */
  leave(caller: Caller, id: string, expected: ExpectedVersion): Promise<FirmPersonResponseDto> {
    return this.change(caller, id, expected, async (tx, before) => {
      await this.refuseLast(tx, caller, before);
      return this.staff.release(tx, caller, id);
    });
  }

  private async change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    decide: (tx: Tx, before: FirmPersonRow) => Promise<FirmPersonRow>,
  ): Promise<FirmPersonResponseDto> {
    const changed = await this.transactor.write(caller, async (tx) => {
      expected.require();
      await this.accounts.lock(tx, caller);
      const before = await this.people.lock(tx, caller, id, expected);
      if (before.endedOn !== null) throw new LeftFirm();
      const after = await decide(tx, before);
      const subject = { kind: 'person', id };
      await this.trail.append(tx, caller, { action: 'person.changed', subject, before, after });
      return after;
    });
    this.staff.forget(id);
    return changed;
  }

  /** The account is locked, so two administrators cannot each rely on the other. */
  private async refuseLast(tx: Tx, caller: Caller, { id, roleId }: FirmPersonRow): Promise<void> {
    if (roleId !== 'firm-administrator') return;
    if (await this.people.hasAdministratorBeside(tx, caller, id)) return;
    throw new LastFirmAdministrator();
  }
}
