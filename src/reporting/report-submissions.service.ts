import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { articleFaults } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { submissionFaults } from './domain/report-input.js';
import type { ReportDetailDto, SubmitReportDto } from './dto/report.dto.js';
import { refuseMove } from './domain/report-standing.js';
import { ReportDesk, type ReportCase } from './report-desk.js';

/** Handing in a report that is due, in as many versions as it takes. */
@Injectable()
export class ReportSubmissionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: ReportDesk,
  ) {}

  /** Enters a version of a report. @throws NotFound, InvalidInput, WrongStage, ReportNotThere */
  submit(caller: Caller, id: string, body: SubmitReportDto): Promise<ReportDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id);
      await this.desk.dossiers.postWith(tx, caller, 'report:submit', taken.dossier);
      await this.refuseFaults(tx, caller, taken, body);
      const { status, dueOn, isLate } = taken.report;
      refuseMove(status, 'submitted');
      const { reports } = this.desk.books;
      const earlier = await reports.submissions(tx, caller, id);
      const number = earlier.length + 1;
      const entry = { id: uuidv7(), reportId: id, number, enteredBy: caller.personId };
      await reports.insertSubmission(tx, caller, { ...body, ...entry });
      const isFirst = earlier.length === 0;
      return this.desk.conclude(tx, caller, taken, {
        status: 'submitted',
        isLate: isFirst ? body.submittedOn > dueOn : isLate,
      });
    });
  }

  private async refuseFaults(
    tx: Tx,
    caller: Caller,
    { dossier, report }: ReportCase,
    { submittedOn, measures }: SubmitReportDto,
  ): Promise<void> {
    const entries = await this.desk.books.ledger.entries(tx, caller, dossier);
    const ofMeasures = measures.flatMap(({ articleKey }, at): InputFault[] =>
      articleKey === undefined
        ? []
        : articleFaults(entries, [articleKey], () => `#/measures/${String(at)}/articleKey`),
    );
    refuse([
      ...submissionFaults(submittedOn, report.periodFrom, this.desk.clock.today()),
      ...ofMeasures,
    ]);
  }
}
