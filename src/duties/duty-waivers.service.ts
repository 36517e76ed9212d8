import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import { Authority, BodyPolicy } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import { refuse } from '../shared/domain/domain-error.js';
import { SeparationOfDuties } from '../shared/domain/separation-of-duties.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { DutyWaiverEnded } from './domain/duty-waiver.errors.js';
import { waiverPeriodFaults } from './domain/waiver-period.js';
import { DutyWaiversRepository, type DutyWaiverRow } from './duty-waivers.repository.js';
import type {
  DutyWaiverDto,
  DutyWaiverPageDto,
  EndDutyWaiverDto,
  ListDutyWaiversQuery,
  PermitDutyWaiverDto,
} from './dto/duty-waiver.dto.js';

/** By whose word a waiver is given, in which role and from which day. */
@Injectable()
export class WaiverPermitters {
  constructor(
    private readonly authority: Authority,
    private readonly bodyPolicy: BodyPolicy,
    readonly clock: BusinessClock,
  ) {}

  /** The post in which the caller permits waivers, or ends one; and the roles that do. @throws RoleRequired */
  async require(
    tx: Tx,
    caller: Caller,
  ): Promise<{ readonly permittedIn: HeldPost; readonly roles: readonly string[] }> {
    const { pack } = await this.bodyPolicy.inForce(tx, caller);
    const roles = rolesWithDuty(pack, 'permit-exceptions');
    return { permittedIn: await this.authority.postIn(tx, caller, { roles, unitId: null }), roles };
  }

  /** @throws InvalidInput, RoleRequired, SeparationOfDuties where it is given to oneself */
  async identify(
    tx: Tx,
    caller: Caller,
    { personId, madeElsewhere: elsewhere }: PermitDutyWaiverDto,
  ): Promise<Pick<DutyWaiverRow, 'permittedBy' | 'permittedAs' | 'permittedIn' | 'recordedBy'>> {
    const { permittedIn, roles } = await this.require(tx, caller);
    const { personId: recordedBy } = caller;
    const isTheirOwn =
      personId === recordedBy ||
      (elsewhere !== undefined &&
        (await this.authority.isDecider(tx, caller, elsewhere, { people: [personId], roles })));
    if (isTheirOwn) throw new SeparationOfDuties(OWN_WAIVER);
    const permittedBy = elsewhere === undefined ? recordedBy : (elsewhere.deciderId ?? null);
    return { permittedBy, permittedAs: permittedIn.roleId, permittedIn, recordedBy };
  }
}

/** Permitting, ending and reading waivers of the separation of duties. */
@Injectable()
export class DutyWaiversService {
  constructor(
    private readonly transactor: Transactor,
    private readonly waivers: DutyWaiversRepository,
    private readonly permitters: WaiverPermitters,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws InvalidInput, RoleRequired, SeparationOfDuties */
  permit(caller: Caller, body: PermitDutyWaiverDto): Promise<DutyWaiverDto> {
    const today = this.permitters.clock.today();
    const { rule, personId, engagementId, reason, validFrom, validUntil, madeElsewhere } = body;
    const permittedOn = madeElsewhere?.decidedOn ?? today;
    refuse([
      ...(permittedOn > today ? [PERMITTED_IN_FUTURE] : []),
      ...waiverPeriodFaults({ permittedOn, validFrom, validUntil, engagementId }),
    ]);
    return this.transactor.write(caller, async (tx) => {
      const after: DutyWaiverRow = {
        ...{ id: uuidv7(), version: 1, rule, personId, engagementId: engagementId ?? null },
        ...(await this.permitters.identify(tx, caller, body)),
        ...{ reason, permittedOn, validFrom, validUntil },
        madeElsewhere: madeElsewhere === undefined ? null : { ...madeElsewhere },
        ...{ endedOn: null, endedBy: null, endedReason: null },
      };
      await this.waivers.insert(tx, caller, after);
      const subject = { kind: 'duty-waiver', id: after.id };
      await this.trail.append(tx, caller, { action: 'duty-waiver.permitted', subject, after });
      return after;
    });
  }

  /** Ends it before its last day; acts done under it stand. @throws NotFound, Stale, RoleRequired, DutyWaiverEnded */
  end(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { reason: endedReason }: EndDutyWaiverDto,
  ): Promise<DutyWaiverDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.waivers.lock(tx, caller, id, expected);
      await this.permitters.require(tx, caller);
      if (before.endedOn !== null) throw new DutyWaiverEnded(before.endedOn);
      const ended = { endedOn: this.permitters.clock.today(), endedBy: caller.personId };
      const after = await this.waivers.update(tx, caller, before, { ...ended, endedReason });
      const subject = { kind: 'duty-waiver', id };
      const action = 'duty-waiver.ended';
      await this.trail.append(tx, caller, { action, subject, before, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<DutyWaiverDto> {
    return this.transactor.read(caller, (tx) => this.waivers.read(tx, caller, id));
  }

  async list(caller: Caller, query: ListDutyWaiversQuery): Promise<DutyWaiverPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.waivers.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ validUntil, id }) => ({ key: validUntil, id }),
      item: (row) => row,
    });
  }
}

const OWN_WAIVER = {
  ja: '兼務の許可を受けることとその許可',
  en: 'being given a waiver and permitting it',
};
const PERMITTED_IN_FUTURE = {
  pointer: '#/madeElsewhere/decidedOn',
  detail: { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' },
};
