import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AssessmentDesk, type AssessmentCase } from './assessment-desk.js';
import type { AssessmentRow } from './assessments.repository.js';
import { dueFaults } from './domain/answer-input.js';
import { isOut } from './domain/assessment-lifecycle.js';
import { assessmentNotThere } from './domain/assessment-standing.js';
import { METHOD_RULES } from './domain/procedure.js';
import { CandidatesStillAnswer, ReviewsBegun } from './domain/procedure.errors.js';
import { procedureNotThere, refuseLate } from './domain/procedure-standing.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import type {
  CancelProcedureDto,
  ExtendProcedureDto,
  PermitLateAnswersDto,
  ProcedureDto,
} from './dto/procedure.dto.js';
import { ProcedureDesk, type ProcedureCase } from './procedure-desk.js';
import { Withdrawals } from './withdrawals.js';

/** The last day of a procedure, and its end. */
@Injectable()
export class ProcedureStepsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: ProcedureDesk,
    private readonly assessments: AssessmentDesk,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Gives every candidate more time alike. @throws NotFound, Stale, InvalidInput, WrongStage, ProcedureNotThere */
  extend(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { closesOn, reason }: ExtendProcedureDto,
  ): Promise<ProcedureDto> {
    return this.step(caller, id, expected, async (tx, taken) => {
      const { procedure } = taken;
      refuse(extensionFaults(closesOn, procedure.closesOn));
      this.desk.require(procedure, 'open');
      for (const candidate of await this.candidates(tx, caller, taken)) {
        const { status, dueOn: present } = candidate.assessment;
        // Who was asked again may have longer already.
        if (!isOut(status) || present >= closesOn) continue;
        const patch = { dueOn: closesOn };
        const step = { action: 'assessment.due-extended', patch, facts: { ...patch, reason } };
        await this.assessments.record(tx, caller, candidate, step);
      }
      const facts = { closesOn, reason };
      await this.desk.record(tx, caller, taken, { action: 'extended', patch: { closesOn }, facts });
    });
  }

  /** Closes it before its last day, when every candidate has handed in. @throws NotFound, Stale, WrongStage, ProcedureNotThere, CandidatesStillAnswer */
  close(caller: Caller, id: string, expected: ExpectedVersion): Promise<ProcedureDto> {
    return this.step(caller, id, expected, async (tx, taken) => {
      this.desk.require(taken.procedure, 'open');
      const candidates = await this.candidates(tx, caller, taken);
      const answering = candidates.filter(({ assessment }) => isOut(assessment.status));
      if (candidates.length === 0 || answering.length > 0) {
        throw new CandidatesStillAnswer(answering.map(({ assessment }) => assessment.id));
      }
      const patch = { closedOn: this.desk.clock.today() };
      await this.desk.record(tx, caller, taken, { action: 'closed', patch });
    });
  }

  /** Gives the procedure up; its candidates are assessed no further. @throws NotFound, Stale, WrongStage, ProcedureNotThere */
  cancel(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { reason }: CancelProcedureDto,
  ): Promise<ProcedureDto> {
    return this.step(caller, id, expected, async (tx, taken) => {
      this.desk.require(taken.procedure, 'open', 'closed');
      for (const candidate of await this.candidates(tx, caller, taken)) {
        await this.withdrawals.withdraw(tx, caller, candidate, reason);
      }
      const patch = { cancelledOn: this.desk.clock.today(), cancelledReason: reason };
      await this.desk.record(tx, caller, taken, { action: 'cancelled', patch, facts: { reason } });
    });
  }

  /**
   * Lets one candidate answer after the last day, for a reason that is kept. In a tender nobody may, elsewhere nobody
   * once others are reviewed: what reviewers think of others could reach whoever answers then.
   * @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, AnswersClosed, ProcedureNotThere, ReviewsBegun
   */
  permitLate(
    caller: Caller,
    assessmentId: string,
    expected: ExpectedVersion,
    { reason, dueOn }: PermitLateAnswersDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.assessments.take(tx, caller, assessmentId, expected);
      const { dossier, assessment } = taken;
      const { dossiers } = this.desk.books;
      const permittedIn = await dossiers.postWith(tx, caller, 'selection:decide', dossier);
      const permittedOn = this.desk.clock.today();
      refuse(dueFaults(dueOn, permittedOn));
      if (!isOut(assessment.status)) throw assessmentNotThere(assessment.status);
      if (METHOD_RULES[assessment.method].lateAnswers === 'never') {
        refuseLate(assessment, permittedOn);
      }
      await this.refuseNotClosed(tx, caller, assessment);
      await this.desk.procedures.insertPermission(tx, caller, {
        ...{ id: uuidv7(), assessmentId, round: assessment.round, dueOn, reason },
        ...{ permittedBy: caller.personId, permittedIn, permittedOn },
      });
      const action = 'assessment.late-answers-permitted';
      const step = { action, patch: { dueOn }, facts: { dueOn, reason } };
      await this.assessments.touch(
        tx,
        caller,
        await this.assessments.record(tx, caller, taken, step),
      );
      return this.assessments.show(tx, caller, assessmentId);
    });
  }

  /**
   * Before the last day more time is given to all alike; once one is reviewed or selected, nobody's first answers are
   * waited for.
   */
  private async refuseNotClosed(tx: Tx, caller: Caller, assessment: AssessmentRow): Promise<void> {
    if (this.desk.clock.today() <= assessment.dueOn) throw procedureNotThere('open');
    if (assessment.procedureId === null) return;
    const procedure = await this.desk.procedures.lock(tx, caller, assessment.procedureId);
    // Who was asked again in one that is open has a last day of its own.
    this.desk.require(procedure, 'open', 'closed');
    if (assessment.round > 1) return;
    const reviewed = await this.desk.procedures.reviewed(tx, caller, procedure.id);
    if (reviewed.length > 0) throw new ReviewsBegun(reviewed);
  }

  private step(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    act: (tx: Tx, taken: ProcedureCase) => Promise<void>,
  ): Promise<ProcedureDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      await this.desk.books.dossiers.postWith(tx, caller, 'selection:conduct', taken.dossier);
      await act(tx, taken);
      return this.desk.show(tx, caller, id);
    });
  }

  /** Its candidates that are not withdrawn, locked. */
  private async candidates(
    tx: Tx,
    caller: Caller,
    { dossier, procedure }: ProcedureCase,
  ): Promise<AssessmentCase[]> {
    const { assessments } = this.assessments;
    const rows = await assessments.lockOfProcedure(tx, caller, procedure.id);
    return rows.map((assessment) => ({ dossier, assessment }));
  }
}

function extensionFaults(closesOn: string, present: string): Parameters<typeof refuse>[0] {
  if (closesOn > present) return [];
  return [
    {
      pointer: '#/closesOn',
      detail: {
        ja: `今の期限（${present}）より後の日を指定してください。`,
        en: `It must be after the present last day, ${present}.`,
      },
    },
  ];
}
