import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswersRepository } from './answers.repository.js';
import { AssessmentDesk, type AssessmentCase } from './assessment-desk.js';
import { assessmentNotThere } from './domain/assessment-standing.js';
import { dueFaults, unknownCriteriaFaults } from './domain/answer-input.js';
import { askedAgain } from './domain/checklist.js';
import { METHOD_RULES } from './domain/procedure.js';
import { AskedOnce } from './domain/procedure.errors.js';
import type {
  AssessmentDto,
  ReopenAssessmentDto,
  WithdrawAssessmentDto,
} from './dto/assessment.dto.js';
import type { OutcomeRow } from './outcomes.repository.js';
import { Outcomes } from './outcomes.js';
import { Withdrawals } from './withdrawals.js';

/** Asking a vendor again, and assessing a candidate no further. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly answers: AnswersRepository,
    private readonly outcomes: Outcomes,
    private readonly withdrawals: Withdrawals,
  ) {}

  /**
   * Begins a new round, in which what failed is answered and everything reviewed anew. The earlier
   * rounds stay as they are; their outcome counts no more. @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, AskedOnce
   */
  reopen(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ReopenAssessmentDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      await this.desk.books.dossiers.postWith(tx, caller, 'assessment:write', taken.dossier);
      if (taken.assessment.status !== 'concluded')
        throw assessmentNotThere(taken.assessment.status);
      if (!METHOD_RULES[taken.assessment.method].asksAgain) throw new AskedOnce();
      const { reason, dueOn } = body;
      refuse(dueFaults(dueOn, this.desk.clock.today()));
      const outcome = await this.outcomes.end(tx, caller, taken, reason);
      const asked = await this.asked(tx, caller, taken, outcome, body.criteria);
      await this.begin(tx, caller, taken, { reason, dueOn, asked });
      return this.desk.show(tx, caller, id);
    });
  }

  /** Assesses the candidate no further; an outcome counts no more. @throws NotFound, Stale, WrongStage, AssessmentNotThere */
  withdraw(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { reason }: WithdrawAssessmentDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      await this.desk.books.dossiers.postWith(tx, caller, 'assessment:write', taken.dossier);
      const withdrawn = await this.withdrawals.withdraw(tx, caller, taken, reason);
      await this.desk.touch(tx, caller, withdrawn);
      return this.desk.show(tx, caller, id);
    });
  }

  private async begin(
    tx: Tx,
    caller: Caller,
    taken: AssessmentCase,
    opened: { readonly reason: string; readonly dueOn: string; readonly asked: string[] },
  ): Promise<void> {
    const { id: assessmentId } = taken.assessment;
    const round = taken.assessment.round + 1;
    const openedOn = this.desk.clock.today();
    await this.desk.assessments.insertRound(tx, caller, {
      ...{ assessmentId, round, openedOn, openedBy: caller.personId, ...opened },
    });
    await this.answers.carryOver(tx, caller, taken.assessment, opened.asked);
    const step = {
      action: 'assessment.reopened',
      patch: { status: 'answering', round, dueOn: opened.dueOn },
      facts: { reason: opened.reason, asked: opened.asked },
    } as const;
    await this.desk.touch(tx, caller, await this.desk.record(tx, caller, taken, step));
  }

  /** What is asked again, in the order of the checklist. @throws InvalidInput */
  private async asked(
    tx: Tx,
    caller: Caller,
    { assessment }: AssessmentCase,
    outcome: OutcomeRow | undefined,
    named: readonly string[] | undefined,
  ): Promise<string[]> {
    const criteria = await this.desk.assessments.criteria(tx, caller, assessment.id);
    const known = criteria.map(({ criterionId }) => criterionId);
    const wanted = named ?? (outcome === undefined ? known : askedAgain(outcome));
    refuse(unknownCriteriaFaults('criteria', wanted, known));
    if (wanted.length === 0) refuse([NOTHING_NAMED]);
    return known.filter((criterionId) => wanted.includes(criterionId));
  }
}

const NOTHING_NAMED: InputFault = {
  pointer: '#/criteria',
  detail: {
    ja: '満たされていない設問がありません。改めて聞く設問を指定してください。',
    en: 'Everything was met in full; name the criteria to be asked again.',
  },
};
