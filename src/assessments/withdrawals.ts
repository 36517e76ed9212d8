import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswerDraftsRepository } from './answer-drafts.repository.js';
import { AssessmentDesk, type AssessmentCase } from './assessment-desk.js';
import { refuseMove } from './domain/assessment-standing.js';
import { Outcomes } from './outcomes.js';

/** How a candidate is assessed no further. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly outcomes: Outcomes,
    private readonly drafts: AnswerDraftsRepository,
  ) {}

  /** An outcome counts no more, and what the vendor drafted is gone; the dossier is touched by the caller. @throws AssessmentNotThere */
  async withdraw(
    tx: Tx,
    caller: Caller,
    taken: AssessmentCase,
    reason: string,
  ): Promise<AssessmentCase> {
    refuseMove(taken.assessment.status, 'withdrawn');
    await this.outcomes.end(tx, caller, taken, reason);
    await this.drafts.clear(tx, caller, taken.assessment.id);
    const withdrawnOn = this.desk.clock.today();
    const patch = { status: 'withdrawn', withdrawnOn, withdrawnReason: reason } as const;
    return this.desk.record(tx, caller, taken, { action: 'assessment.withdrawn', patch });
  }
}
