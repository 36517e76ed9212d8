import { Injectable } from '@nestjs/common';
import type { Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { isSuspendedOn } from '../vendors/index.js';
import { CandidateNotEligible, VendorSuspended } from './domain/assessment.errors.js';
import { isEligible } from './domain/judgement.js';
import { Judging } from './judging.js';
import { OutcomesRepository, type OutcomeRow } from './outcomes.repository.js';
import { SelectionsRepository, type Candidate } from './selections.repository.js';

/** A candidate that may be selected, with the outcome that says so. */
export interface EligibleCandidate extends Candidate {
  readonly outcome: OutcomeRow & { readonly result: 'suitable' | 'conditional' };
}

/** Whether a candidate may be selected today. */
@Injectable()
export class Eligibility {
  constructor(
    private readonly selections: SelectionsRepository,
    private readonly standing: OutcomesRepository,
    private readonly judging: Judging,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * A suitable or conditional outcome is needed; where exceptions cover its knock-outs, they must
   * still do so. A vendor suspended from tendering is not selected anew.
   * @throws InvalidInput, CandidateNotEligible, VendorSuspended
   */
  async require(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    assessmentId: string,
  ): Promise<EligibleCandidate> {
    const { engagement } = dossier;
    const candidate = await this.selections.candidate(tx, caller, engagement.id, assessmentId);
    const outcome = await this.standing.standing(tx, caller, assessmentId);
    if (outcome === undefined) {
      throw new CandidateNotEligible({ result: null, knockOuts: [], isOutdated: false });
    }
    const knockOuts = await this.judging.uncovered(tx, caller, dossier, outcome);
    const isOutdated = outcome.outdatedOn !== null;
    const { result } = outcome;
    if (!isEligible(result) || knockOuts.length > 0 || isOutdated) {
      throw new CandidateNotEligible({ result, knockOuts, isOutdated });
    }
    const { suspendedUntil } = candidate;
    if (suspendedUntil !== null && isSuspendedOn(candidate, this.clock.today())) {
      throw new VendorSuspended(suspendedUntil);
    }
    return { ...candidate, outcome: { ...outcome, result } };
  }
}
