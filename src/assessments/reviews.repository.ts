import { Injectable } from '@nestjs/common';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AssessmentReconciliation } from './assessment-reconciliation.entity.js';
import { AssessmentReview } from './assessment-review.entity.js';
import type { AssessmentScore } from './assessment-score.entity.js';
import { AlreadyReviewed } from './domain/assessment.errors.js';
import type { AcceptedValue } from './domain/reviews.js';

export type ReviewRow = Omit<AssessmentReview, 'organizationId'>;
export type NewScore = Pick<AssessmentScore, 'criterionId' | 'accepted' | 'comment'>;
export type ReconciliationRow = Omit<AssessmentReconciliation, 'organizationId'>;

/** A review with what it accepts. */
export interface GivenReview {
  readonly reviewedBy: string;
  readonly scores: readonly AcceptedValue[];
}

/** A round of an assessment. */
interface RoundKey {
  readonly id: string;
  readonly round: number;
}

const OF_ROUND = `
  SELECT r.reviewed_by AS "reviewedBy",
    (SELECT json_agg(json_build_object('criterionId', s.criterion_id, 'accepted', s.accepted) ORDER BY c.position)
      FROM assessment_scores s
      JOIN assessment_criteria c ON c.organization_id = s.organization_id AND c.assessment_id = r.assessment_id
        AND c.criterion_id = s.criterion_id
      WHERE s.organization_id = r.organization_id AND s.review_id = r.id) AS scores
  FROM assessment_reviews r
  WHERE r.organization_id = $1 AND r.assessment_id = $2 AND r.round = $3 ORDER BY r.id`;

const INSERT_SCORES = `
  INSERT INTO assessment_scores (organization_id, review_id, criterion_id, accepted, comment)
  SELECT $1, $2, s.* FROM unnest($3::text[], $4::text[], $5::text[]) AS s`;

const REFUSALS = { uq_assessment_reviews_person: () => new AlreadyReviewed() };

@Injectable()
export class ReviewsRepository {
  /** @throws AlreadyReviewed */
  async insert(tx: Tx, scope: Scope, row: ReviewRow, scores: readonly NewScore[]): Promise<void> {
    const { organizationId } = scope;
    await refusing(REFUSALS, () => tx.insert(AssessmentReview, { ...row, organizationId }));
    await execute(tx, {
      name: 'assessment-scores-insert',
      text: INSERT_SCORES,
      values: [
        organizationId,
        row.id,
        scores.map(({ criterionId }) => criterionId),
        scores.map(({ accepted }) => accepted),
        scores.map(({ comment }) => comment),
      ],
    });
  }

  /** The reviews of a round, each in the order of the checklist. */
  ofRound(tx: Tx, scope: Scope, { id, round }: RoundKey): Promise<GivenReview[]> {
    return execute(tx, {
      name: 'assessment-reviews',
      text: OF_ROUND,
      values: [scope.organizationId, id, round],
    });
  }

  async reconcile(tx: Tx, scope: Scope, row: ReconciliationRow): Promise<void> {
    await tx.insert(AssessmentReconciliation, { ...row, organizationId: scope.organizationId });
  }

  /** What was reconciled of a round; nothing where the reviews agree. */
  async reconciled(
    tx: Tx,
    scope: Scope,
    { id, round }: RoundKey,
  ): Promise<readonly AcceptedValue[]> {
    const [row] = await execute<{ decisions: readonly AcceptedValue[] }>(tx, {
      name: 'assessment-reconciled',
      text: `SELECT decisions FROM assessment_reconciliations
             WHERE organization_id = $1 AND assessment_id = $2 AND round = $3`,
      values: [scope.organizationId, id, round],
    });
    return row?.decisions ?? [];
  }
}
