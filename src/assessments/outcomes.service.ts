import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { AssessmentDesk } from './assessment-desk.js';
import { assessmentNotThere } from './domain/assessment-standing.js';
import { conditionFaults } from './domain/conditions.js';
import { NotConditional } from './domain/assessment.errors.js';
import { RESULT_WORDS } from './domain/judgement.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import type { SettleOutcomeDto } from './dto/outcome.dto.js';
import { Outcomes } from './outcomes.js';
import { ReviewPanel } from './review-panel.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Settling the outcome of reviews anew. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly panel: ReviewPanel,
    private readonly outcomes: Outcomes,
  ) {}

  /**
   * Settles the outcome anew from the same reviews, with conditions and with the exceptions permitted
   * since. @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, RoleRequired, SeparationOfDuties, NotConditional
   */
  settle(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { conditions = [] }: SettleOutcomeDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      const { status } = taken.assessment;
      if (status !== 'concluded') throw assessmentNotThere(status);
      await this.panel.seat(tx, caller, taken);
      const criteria = await this.desk.assessments.criteria(tx, caller, id);
      const known = new Set(criteria.map(({ criterionId }) => criterionId));
      refuse(conditionFaults(conditions, known, this.desk.clock.today()));
      const given = conditions.map((condition) => ({
        ...{ criterionId: condition.criterionId ?? null },
        ...{ text: condition.text, dueOn: condition.dueOn },
      }));
      const outcome = await this.outcomes.settle(tx, caller, taken, given);
      if (given.length > 0 && outcome.result !== 'conditional') {
        throw new NotConditional(outcome.result, RESULT_WORDS[outcome.result]);
      }
      const facts = { outcome: outcome.id };
      const step = { action: 'assessment.settled-anew', patch: {}, facts };
      await this.desk.touch(tx, caller, await this.desk.record(tx, caller, taken, step));
      return this.desk.show(tx, caller, id);
    });
  }
}
