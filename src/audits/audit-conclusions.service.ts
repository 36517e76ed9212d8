import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import { Dossiers, refuseEnded, type Dossier } from '../engagements/index.js';
import { Authority, BodyPolicy } from '../organizations/index.js';
import { numberSetting, rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { Text } from '../shared/domain/text.js';
import type { AuditedPart } from './audited-people.js';
import { AuditBooks } from './audit-books.js';
import type { AuditRow } from './audits.repository.js';
import { AuditConcluded, auditProvesUntil } from './domain/audit.js';
import type { AuditResponseDto, ConcludeAuditDto } from './dto/audit.dto.js';

/** Who audits by what authority, and how often it must be done. */
@Injectable()
export class AuditRules {
  constructor(
    readonly authority: Authority,
    readonly bodyPolicy: BodyPolicy,
    readonly clock: BusinessClock,
    readonly duties: Duties,
  ) {}
}

/** Concluding audits: the opinion of an auditor independent of what was audited. */
@Injectable()
export class AuditConclusionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: AuditBooks,
    private readonly dossiers: Dossiers,
    private readonly rules: AuditRules,
  ) {}

  /** @throws NotFound, Stale, InvalidInput, WrongStage, AuditConcluded, RoleRequired, SeparationOfDuties */
  conclude(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ConcludeAuditDto,
  ): Promise<AuditResponseDto> {
    if (body.heldOn > this.rules.clock.today()) throw new InvalidInput([HELD_IN_FUTURE]);
    return this.transactor.write(caller, async (tx) => {
      const { audits, trail } = this.books;
      const read = (): Promise<AuditRow> => audits.read(tx, caller, id);
      const { dossier, part: before } = await this.dossiers.lockWith(tx, caller, read, expected);
      refuseEnded(dossier.engagement.status);
      refuseConcluded(before);
      const roles = rolesWithDuty(dossier.pack, 'audit');
      const { unitId } = dossier.engagement;
      const concludedIn = await this.rules.authority.postIn(tx, caller, { roles, unitId });
      const { heldOn, opinion, evidence } = body;
      const dutyWaiverId = await this.independent(tx, caller, dossier, heldOn);
      const after = await audits.update(tx, caller, before, {
        ...{ status: 'concluded', heldOn, opinion, evidence },
        ...{ concludedBy: caller.personId, concludedAs: concludedIn.roleId, concludedIn },
        dutyWaiverId,
      });
      await this.prove(tx, caller, dossier, { id, heldOn });
      await this.dossiers.touch(tx, caller, dossier);
      const subject = { kind: 'audit', id };
      await trail.append(tx, caller, { action: 'audit.concluded', subject, before, after });
      return after;
    });
  }

  /** It proves the periodic duty for one audit cycle. */
  private async prove(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { id, heldOn }: { readonly id: string; readonly heldOn: string },
  ): Promise<void> {
    const settings = await this.rules.bodyPolicy.settings(tx, caller, dossier.pack);
    const validUntil = auditProvesUntil(heldOn, numberSetting(settings, 'audit-cycle-months'));
    const record = { kind: 'audit', id, validFrom: heldOn, validUntil } as const;
    await this.books.ledger.discharge(tx, caller, dossier, record);
  }

  /** Whoever had a part in what is audited audits it only under a waiver, @returns which */
  private async independent(
    tx: Tx,
    caller: Caller,
    { engagement }: Dossier,
    heldOn: string,
  ): Promise<string | null> {
    const { clock, duties } = this.rules;
    const period = { from: heldOn, until: clock.today() };
    const part = await this.books.audits.partOf(tx, caller, engagement.id, period);
    return duties.apart(tx, caller, {
      ...{ rule: 'audit-audited', engagementId: engagement.id, day: heldOn },
      acts: ACTS[part ?? 'unit'],
      earlier: part === undefined ? [] : [caller.personId],
    });
  }
}

const ACTS: Readonly<Record<AuditedPart, Text>> = {
  drafter: { ja: '案件の起案と監査', en: 'drafting the engagement and auditing it' },
  unit: {
    ja: '案件を所管する課の職務と監査',
    en: 'serving in the section of the engagement and auditing it',
  },
  contract: {
    ja: '案件の契約の起案と監査',
    en: 'drafting the contract of the engagement and auditing it',
  },
  evaluator: {
    ja: '案件の選定に関わることと監査',
    en: 'taking part in the selection of the engagement and auditing it',
  },
  approval: {
    ja: '案件の利用申請又はその決定と監査',
    en: 'applying for or deciding on the use of the service and auditing it',
  },
};

const HELD_IN_FUTURE = {
  pointer: '#/heldOn',
  detail: { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' },
};

function refuseConcluded({ status }: AuditRow): void {
  if (status === 'planned') return;
  throw new AuditConcluded();
}
