import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, Stale } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AssessmentDesk, type AssessmentCase } from './assessment-desk.js';
import { assessmentNotThere, refuseMove } from './domain/assessment-standing.js';
import { isUnderReview, statusAfterReview } from './domain/assessment-lifecycle.js';
import {
  decisionFaults,
  differenceRule,
  differingCriteria,
  scoreFaults,
} from './domain/reviews.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import type { ReconcileReviewsDto, ReviewAnswersDto } from './dto/review.dto.js';
import { Outcomes } from './outcomes.js';
import { ReviewPanel } from './review-panel.js';
import { ReviewsRepository, type GivenReview } from './reviews.repository.js';

/** Independent reviews, and the decision where they differ. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly panel: ReviewPanel,
    private readonly reviews: ReviewsRepository,
    private readonly outcomes: Outcomes,
  ) {}

  /**
   * Scores every answer. The last review needed settles the outcome at once where all agree. Reviewers
   * do not wait for each other: what is read is named by the round, whose answers stand still.
   * @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, RoleRequired, SeparationOfDuties, AnswersSealed, AlreadyReviewed
   */
  review(caller: Caller, id: string, body: ReviewAnswersDto): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id);
      const { status, round } = taken.assessment;
      if (body.round !== round) throw new Stale();
      if (!isUnderReview(status)) throw assessmentNotThere(status);
      await this.panel.refuseSealed(tx, caller, taken);
      const { answers, ...seat } = await this.panel.seat(tx, caller, taken);
      const given = new Map(answers.map(({ criterionId, answer }) => [criterionId, answer]));
      refuse(scoreFaults(body.scores, given));
      const review = {
        ...{ id: uuidv7(), assessmentId: id, round, ...seat, reviewedBy: caller.personId },
        ...{ reviewedOn: this.desk.clock.today(), comment: body.comment ?? null },
      };
      const scores = body.scores.map((score) => ({ ...score, comment: score.comment ?? null }));
      await this.reviews.insert(tx, caller, review, scores);
      await this.goOn(tx, caller, taken, review.id);
      return this.desk.show(tx, caller, id);
    });
  }

  /**
   * Decides what the reviews differ on, by someone who neither gave nor reviewed the answers; the
   * outcome follows. @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, SeparationOfDuties
   */
  reconcile(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { decisions }: ReconcileReviewsDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      const { dossiers } = this.desk.books;
      const permission = 'assessment:reconcile';
      const decidedIn = await dossiers.postWith(tx, caller, permission, taken.dossier);
      const { status, round } = taken.assessment;
      if (status !== 'reconciling') throw assessmentNotThere(status);
      const reviews = await this.reviews.ofRound(tx, caller, taken.assessment);
      const reviewedBy = reviews.map((review) => review.reviewedBy);
      const reconciler = await this.panel.reconciler(tx, caller, taken, reviewedBy);
      refuse(decisionFaults(decisions, await this.differing(tx, caller, taken, reviews)));
      await this.reviews.reconcile(tx, caller, {
        ...{ assessmentId: id, round, ...reconciler, reviewedBy, decidedBy: caller.personId },
        ...{ decidedIn, decidedOn: this.desk.clock.today() },
        decisions: decisions.map((decision) => ({ ...decision })),
      });
      const criteria = decisions.map(({ criterionId }) => criterionId);
      await this.conclude(tx, caller, taken, { action: 'assessment.reconciled', criteria });
      return this.desk.show(tx, caller, id);
    });
  }

  private async goOn(tx: Tx, caller: Caller, taken: AssessmentCase, review: string): Promise<void> {
    const { assessment } = taken;
    const reviews = await this.reviews.ofRound(tx, caller, assessment);
    const differing = await this.differing(tx, caller, taken, reviews);
    const status = statusAfterReview({
      given: reviews.length,
      required: assessment.reviewersRequired,
      differ: differing.length > 0,
    });
    const action = 'assessment.reviewed';
    if (status === 'concluded') return this.conclude(tx, caller, taken, { action, review });
    refuseMove(assessment.status, status);
    await this.desk.record(tx, caller, taken, { action, patch: { status }, facts: { review } });
  }

  /** The criteria on which somebody else decides. */
  private async differing(
    tx: Tx,
    caller: Caller,
    { assessment }: AssessmentCase,
    reviews: readonly GivenReview[],
  ): Promise<string[]> {
    const criteria = await this.desk.assessments.criteria(tx, caller, assessment.id);
    const scores = reviews.map((review) => review.scores);
    return differingCriteria(scores, differenceRule(assessment.toleratedDifference, criteria));
  }

  private async conclude(
    tx: Tx,
    caller: Caller,
    taken: AssessmentCase,
    { action, ...facts }: { readonly action: string; readonly [fact: string]: unknown },
  ): Promise<void> {
    refuseMove(taken.assessment.status, 'concluded');
    const patch = { status: 'concluded' } as const;
    const concluded = await this.desk.record(tx, caller, taken, { action, patch, facts });
    await this.outcomes.settle(tx, caller, concluded, []);
    await this.desk.touch(tx, caller, concluded);
  }
}
