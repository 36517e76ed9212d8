import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  articleFaults,
  Dossiers,
  periodFaults,
  refuseEnded,
  type Dossier,
} from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { numberSetting } from '../policies/index.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import type { Caller } from '../shared/authorization/caller.js';
import { addDays, calendarDate } from '../shared/domain/calendar-date.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type {
  FindingDetailDto,
  FindingPageDto,
  ListFindingsQuery,
  RaiseFindingDto,
} from './dto/finding.dto.js';
import { FindingBooks } from './finding-books.js';
import type { FindingRow } from './findings.repository.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Findings: raising and reading them. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: FindingBooks,
    private readonly dossiers: Dossiers,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** A major finding breaches the obligations of its article. @throws InvalidInput, WrongStage */
  raise(caller: Caller, body: RaiseFindingDto): Promise<FindingDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const { findings, ledger, trail } = this.books;
      const dossier = await this.dossiers.lockNamed(tx, caller, body.engagementId);
      refuseEnded(dossier.engagement.status);
      await this.dossiers.postWith(tx, caller, 'finding:write', dossier);
      const dueOn = await this.dueDayOf(tx, caller, dossier, body);
      const { engagementId, auditId = null, articleKey, severity, statement } = body;
      const raised: FindingRow = {
        ...{ id: uuidv7(), engagementId, auditId, version: 1, status: 'open' },
        ...{ articleKey, severity, statement, dueOn },
        ...{ raisedBy: caller.personId, raisedOn: this.clock.today() },
      };
      await findings.insert(tx, caller, raised);
      if (severity === 'major') {
        const breach = { kind: 'finding', id: raised.id, articles: [articleKey] } as const;
        await ledger.breach(tx, caller, dossier, breach);
      }
      await this.dossiers.touch(tx, caller, dossier);
      const after = { ...raised, correctiveActions: [] };
      const subject = { kind: 'finding', id: raised.id };
      await trail.append(tx, caller, { action: 'finding.raised', subject, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<FindingDetailDto> {
    return this.transactor.read(caller, async (tx) => {
      const finding = await this.books.findings.read(tx, caller, id);
      return { ...finding, correctiveActions: await this.books.findings.actions(tx, caller, id) };
    });
  }

  async list(caller: Caller, query: ListFindingsQuery): Promise<FindingPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.findings.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ dueOn, id }) => ({ key: dueOn, id }),
      item: (row) => row,
    });
  }

  /** Refuses what cannot be raised; @returns by when it is to be corrected */
  private async dueDayOf(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { articleKey, severity, dueOn }: RaiseFindingDto,
  ): Promise<string> {
    const today = this.clock.today();
    const entries = await this.books.ledger.entries(tx, caller, dossier);
    refuse([
      ...articleFaults(entries, [articleKey], () => '#/articleKey'),
      ...periodFaults(today, dueOn ?? null, '#/dueOn'),
    ]);
    if (dueOn !== undefined) return dueOn;
    const settings = await this.bodyPolicy.settings(tx, caller, dossier.pack);
    const days = numberSetting(settings, `finding-${severity}-days`);
    return addDays(calendarDate(today), days);
  }
}
