import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Duties } from '../duties/index.js';
import { Dossiers, refuseEnded, type Dossier } from '../engagements/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { CorrectiveAction } from './corrective-action.entity.js';
import { refuseMove } from './domain/finding-standing.js';
import type { FindingStatus } from './domain/finding.js';
import type {
  CorrectiveActionDto,
  FindingDetailDto,
  RecordCorrectiveActionDto,
  VerifyFindingDto,
} from './dto/finding.dto.js';
import { FindingBooks } from './finding-books.js';
import type { FindingRow } from './findings.repository.js';

const UNVERIFIED = {
  ...{ result: null, comment: null, verifiedBy: null, verifiedOn: null },
  ...{ dutiesJoined: false, dutyWaiverId: null, auditWaiverId: null },
};

/** A safeguard of the product that a body may switch off. */
const KEEP_APART = 'separate-implementer-and-verifier';

/** Correcting findings, and verifying that the correction is effective. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: FindingBooks,
    private readonly dossiers: Dossiers,
    private readonly clock: BusinessClock,
    private readonly duties: Duties,
  ) {}

  /** Plans a correction or records that it was carried out. @throws NotFound, InvalidInput, WrongStage, FindingNotThere */
  record(caller: Caller, id: string, body: RecordCorrectiveActionDto): Promise<FindingDetailDto> {
    const { plan, implementedOn = null, implementedBy = caller.personId } = body;
    if (implementedOn !== null && implementedOn > this.clock.today()) {
      throw new InvalidInput([IMPLEMENTED_IN_FUTURE]);
    }
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.take(tx, caller, id);
      await this.dossiers.postWith(tx, caller, 'corrective-action:write', taken.dossier);
      const status = implementedOn === null ? 'planned' : 'implemented';
      refuseMove(taken.finding.status, status);
      const earlier = await this.books.findings.actions(tx, caller, id);
      await this.books.findings.insertAction(tx, caller, {
        ...{ id: uuidv7(), findingId: id, number: earlier.length + 1, plan },
        ...{ implementedOn, implementedBy, recordedBy: caller.personId },
        ...UNVERIFIED,
      });
      return this.conclude(tx, caller, taken, status);
    });
  }

  /**
   * Verifies the correction, in a role that audits, never by whoever carried it out or
   * recorded it, nor by who serves in the section.
   * Effective, it remedies the breach. @throws NotFound, Stale, WrongStage, FindingNotThere, RoleRequired, SeparationOfDuties
   */
  verify(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { result, comment }: VerifyFindingDto,
  ): Promise<FindingDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.take(tx, caller, id, expected);
      const status = result === 'effective' ? 'verified' : 'open';
      refuseMove(taken.finding.status, status);
      const roles = rolesWithDuty(taken.dossier.pack, 'audit');
      const { unitId } = taken.dossier.engagement;
      await this.duties.authority.postIn(tx, caller, { roles, unitId });
      const action = last(await this.books.findings.actions(tx, caller, id));
      const verified = await this.independent(tx, caller, taken.dossier, action);
      await this.books.findings.verifyAction(tx, caller, action.id, {
        result,
        comment,
        ...verified,
      });
      if (status === 'verified') {
        await this.books.ledger.void(tx, caller, { kind: 'finding', id }, comment);
      }
      return this.conclude(tx, caller, taken, status);
    });
  }

  /**
   * Who serves where the finding was made does not judge its correction (2(8)②), nor whoever made it,
   * unless the body joined these duties.
   */
  private async independent(
    tx: Tx,
    caller: Caller,
    { engagement, pack }: Dossier,
    { implementedBy, recordedBy }: CorrectiveActionDto,
  ): Promise<Verified> {
    const { personId: verifiedBy } = caller;
    const day = this.clock.today();
    const at = { unitId: engagement.unitId, day };
    const isInSection = await this.duties.authority.servesIn(tx, caller, verifiedBy, at);
    const act = { engagementId: engagement.id, day };
    const auditWaiverId = await this.duties.apart(tx, caller, {
      ...{ ...act, rule: 'audit-audited', acts: SERVING },
      earlier: isInSection ? [verifiedBy] : [],
    });
    const dutiesJoined = await this.duties.joinedBy(tx, caller, pack, KEEP_APART);
    const dutyWaiverId = await this.duties.apart(tx, caller, {
      ...{ ...act, rule: 'implement-verify', acts: CORRECTING },
      earlier: dutiesJoined ? [] : [implementedBy, recordedBy],
    });
    return { verifiedBy, verifiedOn: day, dutiesJoined, dutyWaiverId, auditWaiverId };
  }

  private async take(
    tx: Tx,
    caller: Caller,
    id: string,
    expected?: ExpectedVersion,
  ): Promise<FindingCase> {
    const read = (): Promise<FindingRow> => this.books.findings.read(tx, caller, id);
    const { dossier, part: finding } = await this.dossiers.lockWith(tx, caller, read, expected);
    refuseEnded(dossier.engagement.status);
    return { dossier, finding };
  }

  private async conclude(
    tx: Tx,
    caller: Caller,
    { dossier, finding: before }: FindingCase,
    status: FindingStatus,
  ): Promise<FindingDetailDto> {
    const { findings, trail } = this.books;
    const finding = await findings.update(tx, caller, before, { status });
    await this.dossiers.touch(tx, caller, dossier);
    const after = { ...finding, correctiveActions: await findings.actions(tx, caller, finding.id) };
    const subject = { kind: 'finding', id: finding.id };
    const action = status === 'open' ? 'finding.reopened' : `finding.${status}`;
    await trail.append(tx, caller, { action, subject, before, after });
    return after;
  }
}

/** A finding taken up to be acted on, with its engagement. */
interface FindingCase {
  readonly dossier: Dossier;
  readonly finding: FindingRow;
}

const IMPLEMENTED_IN_FUTURE = {
  pointer: '#/implementedOn',
  detail: { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' },
};

function last(actions: readonly CorrectiveActionDto[]): CorrectiveActionDto {
  const action = actions.at(-1);
  if (action === undefined) throw new Error('An implemented finding has no corrective action');
  return action;
}

type Verified = Required<
  Pick<
    CorrectiveAction,
    'verifiedBy' | 'verifiedOn' | 'dutiesJoined' | 'dutyWaiverId' | 'auditWaiverId'
  >
>;

const SERVING = {
  ja: '案件を所管する課の職務と是正の確認',
  en: 'serving in the section of the engagement and verifying its correction',
};
const CORRECTING = {
  ja: '是正の実施と確認',
  en: 'carrying out a correction and verifying it',
};
