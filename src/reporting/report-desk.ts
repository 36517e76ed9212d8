import { Injectable } from '@nestjs/common';
import { Dossiers, refuseEnded, type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { StoredStatus } from './domain/report.js';
import type { ReportDetailDto } from './dto/report.dto.js';
import { ReportBooks } from './report-books.js';
import { reportOf } from './report-response.js';
import type { ReportRow } from './reports.repository.js';

/** A report taken up to be acted on, with its engagement. */
export interface ReportCase {
  readonly dossier: Dossier;
  readonly report: ReportRow;
}

/** How every act on a report begins and ends. */
@Injectable()
export class ReportDesk {
  constructor(
    readonly dossiers: Dossiers,
    readonly books: ReportBooks,
    readonly clock: BusinessClock,
  ) {}

  /** Locks the report with its dossier. @throws NotFound, Stale, WrongStage */
  async take(tx: Tx, caller: Caller, id: string, expected?: ExpectedVersion): Promise<ReportCase> {
    const read = (): Promise<ReportRow> => this.books.reports.read(tx, caller, id);
    const { dossier, part: report } = await this.dossiers.lockWith(tx, caller, read, expected);
    refuseEnded(dossier.engagement.status);
    return { dossier, report };
  }

  /** Writes what became of the report, and answers with it. */
  async conclude(
    tx: Tx,
    caller: Caller,
    { dossier, report: before }: ReportCase,
    patch: Partial<ReportRow> & { readonly status: StoredStatus },
  ): Promise<ReportDetailDto> {
    const { reports, trail } = this.books;
    const row = await reports.update(tx, caller, before, patch);
    await this.dossiers.touch(tx, caller, dossier);
    const submissions = await reports.submissions(tx, caller, row.id);
    const after = { ...reportOf(row, this.clock.today()), submissions };
    const subject = { kind: 'report', id: row.id };
    const action = `report.${patch.status}`;
    await trail.append(tx, caller, { action, subject, before, after });
    return after;
  }
}
