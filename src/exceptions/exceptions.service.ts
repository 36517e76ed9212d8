import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { articleFaults, Dossiers, refuseEnded, type Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { numberSetting } from '../policies/index.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import type { Caller } from '../shared/authorization/caller.js';
import { addBusinessDays } from '../shared/domain/business-calendar.js';
import { calendarDate } from '../shared/domain/calendar-date.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { OFFICE_CALENDAR } from '../shared/time/office-calendar.js';
import { periodFaultsOf } from './domain/policy-exception.js';
import type {
  ExceptionPageDto,
  ExceptionResponseDto,
  ListExceptionsQuery,
  RequestExceptionDto,
} from './dto/policy-exception.dto.js';
import { ExceptionBooks } from './exception-books.js';
import { exceptionOf } from './exception-response.js';
import type { ExceptionRow } from './exceptions.repository.js';
import { refuse } from '../shared/domain/domain-error.js';

const UNDECIDED = {
  decidedBy: null,
  decidedAs: null,
  decidedIn: null,
  decidedOn: null,
  decisionReason: null,
  madeElsewhere: null,
  dutyWaiverId: null,
  endedOn: null,
  endedReason: null,
  reReviewSince: null,
  voidedOn: null,
  voidedReason: null,
};

/** The register of exceptions (8(4)③): asking for them and reading them. */
@Injectable()
export class ExceptionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ExceptionBooks,
    private readonly dossiers: Dossiers,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** Applies for an exception, or reports one that an emergency forced. @throws InvalidInput, WrongStage */
  request(caller: Caller, body: RequestExceptionDto): Promise<ExceptionResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lockNamed(tx, caller, body.engagementId);
      refuseEnded(dossier.engagement.status);
      await this.dossiers.postWith(tx, caller, 'exception:request', dossier);
      const reportDueOn = await this.judgePeriod(tx, caller, dossier, body);
      const { kind, articles, reason, alternativeMeasure, residualRisk } = body;
      const asked = {
        ...{ kind, articles, reason, alternativeMeasure, residualRisk },
        ...{ fromOn: body.from, untilOn: body.until, actedOn: body.actedOn ?? null },
      };
      const row: ExceptionRow = {
        ...{ id: uuidv7(), engagementId: body.engagementId, version: 1, status: 'applied' },
        ...{ ...asked, reportDueOn },
        contentHash: await this.books.contentHash(tx, caller, dossier, asked),
        ...{ requestedBy: caller.personId, requestedOn: this.clock.today() },
        ...UNDECIDED,
      };
      await this.books.exceptions.insert(tx, caller, row);
      await this.dossiers.touch(tx, caller, dossier);
      const after = exceptionOf(row, this.clock.today());
      const subject = { kind: 'policy-exception', id: row.id };
      await this.books.trail.append(tx, caller, { action: 'exception.applied', subject, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<ExceptionResponseDto> {
    return this.transactor.read(caller, async (tx) =>
      exceptionOf(await this.books.exceptions.read(tx, caller, id), this.clock.today()),
    );
  }

  async list(caller: Caller, query: ListExceptionsQuery): Promise<ExceptionPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.exceptions.list(tx, caller, filter, after),
    );
    const today = this.clock.today();
    return pageOf(query, rows, {
      position: ({ untilOn, id }) => ({ key: untilOn, id }),
      item: (row) => exceptionOf(row, today),
    });
  }

  /** Refuses what cannot be asked for; @returns until when an emergency is reported in time */
  private async judgePeriod(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    body: RequestExceptionDto,
  ): Promise<string | null> {
    const settings = await this.bodyPolicy.settings(tx, caller, dossier.pack);
    const longest = numberSetting(settings, 'exception-period-months');
    const entries = await this.books.ledger.entries(tx, caller, dossier);
    const actedOn = body.actedOn ?? null;
    refuse([
      ...articleFaults(entries, body.articles, (at) => `#/articles/${String(at)}`),
      ...periodFaultsOf({ ...body, actedOn }, this.clock.today(), longest),
    ]);
    if (actedOn === null) return null;
    const days = numberSetting(settings, 'exception-report-business-days');
    return addBusinessDays(calendarDate(actedOn), days, OFFICE_CALENDAR);
  }
}
