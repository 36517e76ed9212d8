import { Injectable } from '@nestjs/common';
import { ObligationLedger, type Dossier, type LedgerEntry } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AnswersRepository } from './answers.repository.js';
import type { AssessmentCase } from './assessment-desk.js';
import type { OutcomeRow } from './outcomes.repository.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { hasEvidenceOn } from './domain/answer-input.js';
import { coverOf, type CoveredObligation } from './domain/exception-cover.js';
import type { FrozenCriterion } from './domain/frozen-checklist.js';
import type { JudgedCriterion } from './domain/judgement.js';
import { decidedMarks } from './domain/reviews.js';
import { ReviewsRepository } from './reviews.repository.js';

/** The answers of a round as they were judged, and by whom. */
export interface JudgedRound {
  readonly criteria: readonly (JudgedCriterion & Pick<FrozenCriterion, 'topic'>)[];
  readonly submittedBy: string | null;
  readonly reviewedBy: string[];
}

const UNKNOWN = ['unknown'] as const;

/** Puts together what an outcome follows from: checklist, answers, reviews, exceptions. */
@Injectable()
export class Judging {
  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly answers: AnswersRepository,
    private readonly reviews: ReviewsRepository,
    private readonly ledger: ObligationLedger,
    private readonly clock: BusinessClock,
  ) {}

  /** The round as it was judged, with the exceptions permitted today. */
  async round(
    tx: Tx,
    caller: Caller,
    { assessment, dossier }: AssessmentCase,
  ): Promise<JudgedRound> {
    const reviews = await this.reviews.ofRound(tx, caller, assessment);
    const reconciled = await this.reviews.reconciled(tx, caller, assessment);
    const scores = reviews.map((review) => review.scores);
    const marks = decidedMarks(scores, reconciled);
    const evidenced = await this.evidenced(tx, caller, assessment);
    const obligations = await this.obligations(tx, caller, dossier);
    const checklist = await this.assessments.criteria(tx, caller, assessment.id);
    const criteria = checklist.map((criterion) => ({
      ...criterion,
      marks: marks.get(criterion.criterionId) ?? UNKNOWN,
      hasEvidence: evidenced.has(criterion.criterionId),
      cover: coverOf(criterion.articles, obligations),
    }));
    const { submittedBy } = await this.answers.submission(tx, caller, assessment);
    return { criteria, submittedBy, reviewedBy: reviews.map(({ reviewedBy }) => reviewedBy) };
  }

  /** The knock-outs of an outcome that no exception covers today. */
  async uncovered(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { assessmentId, knockOuts }: Pick<OutcomeRow, 'assessmentId' | 'knockOuts'>,
  ): Promise<string[]> {
    const obligations = await this.obligations(tx, caller, dossier);
    const checklist = await this.assessments.criteria(tx, caller, assessmentId);
    const articles = new Map(checklist.map((row) => [row.criterionId, row.articles]));
    return knockOuts
      .map(({ criterionId }) => criterionId)
      .filter((id) => coverOf(articles.get(id) ?? [], obligations) === undefined);
  }

  /** Criteria whose answers have evidence that counts today. */
  private async evidenced(
    tx: Tx,
    caller: Caller,
    round: AssessmentCase['assessment'],
  ): Promise<ReadonlySet<string>> {
    const answers = await this.answers.ofRound(tx, caller, round);
    const today = this.clock.today();
    const counting = answers.filter((answer) => hasEvidenceOn(today, answer));
    return new Set(counting.map(({ criterionId }) => criterionId));
  }

  /** The obligations of the engagement with the exceptions that stand in for them today. */
  private async obligations(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
  ): Promise<CoveredObligation[]> {
    const entries = await this.ledger.entries(tx, caller, dossier);
    const today = this.clock.today();
    return entries
      .filter(({ state }) => state !== 'not-applicable')
      .map(({ row, rule }) => ({ article: rule.article, exceptions: exceptionsOf(row, today) }));
  }
}

function exceptionsOf(
  { proofs }: LedgerEntry['row'],
  today: string,
): CoveredObligation['exceptions'] {
  return proofs
    .filter(({ recordKind, validFrom, validUntil, voidedOn }) => {
      const hasEnded = (validUntil ?? today) < today || (voidedOn !== null && voidedOn <= today);
      return recordKind === 'policy-exception' && validFrom <= today && !hasEnded;
    })
    .map(({ recordId: id, validUntil: until }) => ({ id, until }));
}
