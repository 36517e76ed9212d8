import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Duties } from '../duties/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type {
  ReportDetailDto,
  ReportSubmissionDto,
  ReviewReportDto,
  WaiveReportDto,
} from './dto/report.dto.js';
import { refuseMove } from './domain/report-standing.js';
import { ReportDesk, type ReportCase } from './report-desk.js';
import { Reports } from './reports.js';

/** The body's answer to a report: accepted, returned, or not needed for the period. */
@Injectable()
export class ReportReviewsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: ReportDesk,
    private readonly authority: Authority,
    private readonly reports: Reports,
    private readonly duties: Duties,
  ) {}

  /**
   * Accepts a report or returns it for correction, in a role that receives its kind, never by whoever
   * entered it. @throws NotFound, Stale, WrongStage, ReportNotThere, RoleRequired, SeparationOfDuties
   */
  review(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ReviewReportDto,
  ): Promise<ReportDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      const { dossier, report } = taken;
      const isAccepted = body.decision === 'accept';
      const status = isAccepted ? 'accepted' : 'returned';
      refuseMove(report.status, status);
      const reviewedOn = await this.answer(tx, caller, taken, body);
      const patch = { status, acceptedOn: isAccepted ? reviewedOn : null } as const;
      if (isAccepted) await this.reports.prove(tx, caller, dossier, { ...report, ...patch });
      return this.desk.conclude(tx, caller, taken, patch);
    });
  }

  /** Decides that a period needs no report. @throws NotFound, Stale, WrongStage, ReportNotThere, RoleRequired */
  waive(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { reason }: WaiveReportDto,
  ): Promise<ReportDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      const { dossier, report } = taken;
      refuseMove(report.status, 'waived');
      const roles = rolesWithDuty(dossier.pack, 'judge-trust');
      await this.authority.postIn(tx, caller, { roles, unitId: dossier.engagement.unitId });
      const after = await this.desk.conclude(tx, caller, taken, {
        ...{ status: 'waived', waivedOn: this.desk.clock.today() },
        ...{ waivedBy: caller.personId, waivedReason: reason },
      });
      if (report.scheduleId !== null) await this.reports.restate(tx, caller, report.scheduleId);
      return after;
    });
  }

  /** Writes the answer to the last version; @returns the day of it */
  private async answer(
    tx: Tx,
    caller: Caller,
    { dossier, report }: ReportCase,
    { decision, comment }: ReviewReportDto,
  ): Promise<string> {
    const kind = dossier.pack.reports.find(({ id }) => id === report.kind);
    const post = await this.authority.postIn(tx, caller, {
      roles: kind?.recipientRoles ?? [],
      unitId: dossier.engagement.unitId,
    });
    const { reports } = this.desk.books;
    const { id: submissionId, enteredBy } = last(await reports.submissions(tx, caller, report.id));
    const reviewedOn = this.desk.clock.today();
    const dutyWaiverId = await this.duties.apart(tx, caller, {
      ...{ rule: 'submit-score', acts: ACTS, day: reviewedOn, earlier: [enteredBy] },
      engagementId: dossier.engagement.id,
    });
    await reports.insertReview(tx, caller, {
      ...{ id: uuidv7(), submissionId, enteredBy, decision, comment },
      ...{ reviewedBy: caller.personId, reviewedAs: post.roleId, reviewedIn: post },
      ...{ reviewedOn, dutyWaiverId },
    });
    return reviewedOn;
  }
}

function last(submissions: readonly ReportSubmissionDto[]): ReportSubmissionDto {
  const submission = submissions.at(-1);
  if (submission === undefined) throw new Error('A submitted report has no submission');
  return submission;
}

const ACTS = { ja: '報告の入力と確認', en: 'entering a report and reviewing it' };
