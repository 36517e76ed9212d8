import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import { decisionDayFaults, Dossiers, refuseEnded, type Dossier } from '../engagements/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { refuseMove } from './domain/exception-standing.js';
import { ExceptionPeriodOver } from './domain/policy-exception.errors.js';
import { effectOf, type ExceptionStatus } from './domain/policy-exception.js';
import type {
  DecideExceptionDto,
  EndExceptionDto,
  ExceptionResponseDto,
} from './dto/policy-exception.dto.js';
import { concernedBy, ExceptionBooks } from './exception-books.js';
import { exceptionOf } from './exception-response.js';
import type { ExceptionRow } from './exceptions.repository.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Permitting, denying and ending exceptions: what lets a gate open without its proof. */
@Injectable()
export class ExceptionDecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ExceptionBooks,
    private readonly dossiers: Dossiers,
    private readonly clock: BusinessClock,
    private readonly duties: Duties,
  ) {}

  /**
   * Permits or denies it, in a role that permits exceptions, never by whoever asked (2(8)①).
   * @throws NotFound, Stale, WrongStage, ExceptionNotThere, RoleRequired, SeparationOfDuties, ExceptionPeriodOver
   */
  decide(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: DecideExceptionDto,
  ): Promise<ExceptionResponseDto> {
    const { madeElsewhere } = body;
    const decidedOn = madeElsewhere?.decidedOn ?? this.clock.today();
    return this.transactor.write(caller, async (tx) => {
      const { dossier, part: before } = await this.lock(tx, caller, id, expected);
      const status = body.outcome === 'permit' ? 'permitted' : 'denied';
      refuseMove(before.status, status);
      const roles = rolesWithDuty(dossier.pack, 'permit-exceptions');
      const { unitId } = dossier.engagement;
      const decidedIn = await this.duties.authority.postIn(tx, caller, { roles, unitId });
      refuse(decisionDayFaults(decidedOn, dossier.engagement, this.clock.today()));
      const dutyWaiverId = await this.duties.apart(tx, caller, {
        ...{ rule: 'request-permit', acts: ACTS, earlier: [before.requestedBy] },
        ...{ engagementId: dossier.engagement.id, day: decidedOn },
        ...{ elsewhere: madeElsewhere, roles },
      });
      if (status === 'permitted')
        await this.takeEffect(tx, caller, dossier, { ...before, decidedOn });
      return this.conclude(tx, caller, dossier, before, {
        ...{ status, decidedBy: caller.personId, decidedOn, dutyWaiverId },
        ...{ decidedAs: decidedIn.roleId, decidedIn },
        contentHash: await this.books.contentHash(tx, caller, dossier, before),
        ...{
          decisionReason: body.reason,
          madeElsewhere: madeElsewhere === undefined ? null : { ...madeElsewhere },
        },
      });
    });
  }

  /** Ends a permitted exception before its last day. @throws NotFound, Stale, WrongStage, ExceptionNotThere */
  end(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { reason }: EndExceptionDto,
  ): Promise<ExceptionResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossier, part: before } = await this.lock(tx, caller, id, expected);
      refuseMove(before.status, 'ended');
      await this.dossiers.postWith(tx, caller, 'exception:end', dossier);
      await this.books.ledger.void(tx, caller, { kind: 'policy-exception', id }, reason);
      const endedOn = this.clock.today();
      const after = await this.conclude(tx, caller, dossier, before, {
        ...{ status: 'ended', endedOn, endedReason: reason },
      });
      const subject = { kind: 'policy-exception', id };
      const people = concernedBy(before);
      await this.books.notices.tell(tx, caller, dossier, {
        ...{ code: 'exception.ended', subject, people },
      });
      return after;
    });
  }

  private async lock(
    tx: Tx,
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
  ): Promise<{ readonly dossier: Dossier; readonly part: ExceptionRow }> {
    const read = (): Promise<ExceptionRow> => this.books.exceptions.read(tx, caller, id);
    const locked = await this.dossiers.lockWith(tx, caller, read, expected);
    refuseEnded(locked.dossier.engagement.status);
    return locked;
  }

  /**
   * A duty that itself asks for an exception is met by it; the other duties of such an article stand.
   * Those of every other article are excepted.
   */
  private async takeEffect(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    exception: ExceptionRow & { readonly decidedOn: string },
  ): Promise<void> {
    const { id, kind, articles, fromOn: from, untilOn: until, decidedOn } = exception;
    const effect = effectOf({ kind, from, until }, decidedOn);
    if (effect === undefined) throw new ExceptionPeriodOver(until);
    const { ledger } = this.books;
    const entries = await ledger.entries(tx, caller, dossier);
    const asking = new Set(
      entries
        .filter(({ rule }) => rule.proof.kind === 'policy-exception')
        .map(({ rule }) => rule.article),
    );
    const record = { kind: 'policy-exception', id, ...effect } as const;
    await ledger.discharge(tx, caller, dossier, { ...record, articles });
    const excepted = articles.filter((article) => !asking.has(article));
    await ledger.except(tx, caller, dossier, { ...record, articles: excepted });
  }

  private async conclude(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    row: ExceptionRow,
    patch: Partial<ExceptionRow> & { readonly status: ExceptionStatus },
  ): Promise<ExceptionResponseDto> {
    const today = this.clock.today();
    const before = exceptionOf(row, today);
    const after = exceptionOf(await this.books.exceptions.update(tx, caller, row, patch), today);
    await this.dossiers.touch(tx, caller, dossier);
    const subject = { kind: 'policy-exception', id: row.id };
    const action = `exception.${patch.status}`;
    await this.books.trail.append(tx, caller, { action, subject, before, after });
    return after;
  }
}

const ACTS = { ja: '例外措置の申請と許可', en: 'applying for an exception and permitting it' };
