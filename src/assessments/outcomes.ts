import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { CertificateStandings } from '../vendors/index.js';
import { AssessmentDesk, type AssessmentCase } from './assessment-desk.js';
import type { ConsideredCertificate } from './assessment-outcome.entity.js';
import type { AssessmentRow } from './assessments.repository.js';
import { conditionsOf, type OutcomeCondition } from './domain/conditions.js';
import { isEligible, judge, judgeAlike, type Judgement } from './domain/judgement.js';
import { METHOD_RULES } from './domain/procedure.js';
import { Judging, type JudgedRound } from './judging.js';
import { OutcomesRepository, type OutcomeRow } from './outcomes.repository.js';
import { StandingSelections } from './standing-selections.js';

const REPLACED = '後の評価結果に置き換えたため（replaced by a later outcome）';

/** Settles outcomes, lets them prove what they prove, and ends them. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly outcomes: OutcomesRepository,
    private readonly judging: Judging,
    private readonly certificates: CertificateStandings,
    private readonly selections: StandingSelections,
  ) {}

  /**
   * Settles the outcome of a round from its reviews and the exceptions permitted today. It takes the
   * place of the one before.
   */
  async settle(
    tx: Tx,
    caller: Caller,
    taken: AssessmentCase,
    given: readonly OutcomeCondition[],
  ): Promise<OutcomeRow> {
    const round = await this.judging.round(tx, caller, taken);
    const outcome = await this.draw(tx, caller, taken, round, given);
    await this.end(tx, caller, taken, REPLACED);
    await this.outcomes.insert(tx, caller, outcome);
    const { id, assessmentId, result, score, validUntil } = outcome;
    const { ledger, trail } = this.desk.books;
    await trail.append(tx, caller, {
      action: 'assessment.concluded',
      subject: { kind: 'assessment', id: assessmentId },
      after: outcome,
      facts: { outcome: id, round: outcome.round, result, score },
    });
    if (isEligible(result)) {
      await ledger.discharge(tx, caller, taken.dossier, { kind: 'assessment', id, validUntil });
    }
    return outcome;
  }

  /** Ends the outcome that stands; the selection that rests on it falls. */
  async end(
    tx: Tx,
    caller: Caller,
    { assessment, dossier }: AssessmentCase,
    reason: string,
  ): Promise<OutcomeRow | undefined> {
    const before = await this.outcomes.standing(tx, caller, assessment.id);
    if (before === undefined) return undefined;
    const supersededOn = this.desk.clock.today();
    await this.outcomes.update(tx, caller, before.id, { supersededOn });
    await this.desk.books.ledger.void(tx, caller, { kind: 'assessment', id: before.id }, reason);
    await this.selections.fallWith(tx, caller, dossier, before.id, reason);
    return before;
  }

  private async draw(
    tx: Tx,
    caller: Caller,
    { assessment, dossier }: AssessmentCase,
    { criteria, submittedBy, reviewedBy }: JudgedRound,
    given: readonly OutcomeCondition[],
  ): Promise<OutcomeRow> {
    const { scoreSuitable: suitable, scoreConditional: conditional } = assessment;
    const { isPassOrFail } = METHOD_RULES[assessment.method];
    const judged = isPassOrFail ? judgeAlike : judge;
    const judgement = judged(criteria, { suitable, conditional });
    const settledOn = this.desk.clock.today();
    const { startsOn } = dossier.engagement;
    const dueOn = startsOn > settledOn ? startsOn : settledOn;
    return {
      ...{ id: uuidv7(), assessmentId: assessment.id, round: assessment.round, ...judgement },
      conditions: conditionsOf({ criteria, judgement, dueOn }, given),
      certificates: await this.considered(tx, caller, assessment),
      ...{ submittedBy, reviewedBy, settledBy: caller.personId, settledOn },
      ...{ validUntil: lastDayOf(judgement), outdatedOn: null, supersededOn: null },
    };
  }

  /** The certificates of the candidate and of who provides its service, as far as they are about it. */
  private async considered(
    tx: Tx,
    caller: Caller,
    { vendorId, cloudServiceId }: AssessmentRow,
  ): Promise<ConsideredCertificate[]> {
    const firms = await this.desk.assessments.firms(tx, caller, vendorId, cloudServiceId);
    const held = await this.certificates.ofVendors(tx, caller, firms);
    return held
      .filter((one) => [null, cloudServiceId].includes(one.cloudServiceId))
      .map(consideredOf);
  }
}

function consideredOf({
  id,
  scheme,
  number,
  standing,
  lastDay,
}: ConsideredCertificate): ConsideredCertificate {
  return { id, scheme, number, standing, lastDay };
}

/** The last day an outcome counts: where exceptions cover knock-outs, the first day one of them lapses. */
function lastDayOf({ knockOuts }: Judgement): string | null {
  const days = knockOuts.flatMap(({ cover }) => (cover === null ? [] : [cover.until]));
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}
