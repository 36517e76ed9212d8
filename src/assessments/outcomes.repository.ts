import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AssessmentOutcome } from './assessment-outcome.entity.js';

export const OUTCOME_COLUMNS = `id, assessment_id AS "assessmentId", round, result, score, points, maximum, contributions,
  knock_outs AS "knockOuts", conditions, certificates, submitted_by AS "submittedBy", reviewed_by AS "reviewedBy",
  settled_by AS "settledBy", settled_on AS "settledOn", valid_until AS "validUntil", outdated_on AS "outdatedOn",
  superseded_on AS "supersededOn"`;

export type OutcomeRow = Omit<AssessmentOutcome, 'organizationId'>;

/** An outcome that stands, with the checklist it rests on. */
export interface StandingOutcome {
  readonly id: string;
  readonly assessmentId: string;
  readonly result: OutcomeRow['result'];
  readonly validUntil: string | null;
  readonly outdatedOn: string | null;
  /** Whether it was asked the light way, as for a small contract. */
  readonly isLight: boolean;
  readonly criteria: readonly { readonly criterionId: string; readonly knockOut: boolean }[];
}

const STANDING = `
  SELECT o.id, o.assessment_id AS "assessmentId", o.result, o.valid_until AS "validUntil", o.outdated_on AS "outdatedOn",
    coalesce(p.is_light, false) AS "isLight",
    (SELECT json_agg(json_build_object('criterionId', c.criterion_id, 'knockOut', c.knock_out))
      FROM assessment_criteria c
      WHERE c.organization_id = a.organization_id AND c.assessment_id = a.id) AS criteria
  FROM assessments a
  JOIN assessment_outcomes o
    ON o.organization_id = a.organization_id AND o.assessment_id = a.id AND o.superseded_on IS NULL
  LEFT JOIN selection_procedures p ON p.organization_id = a.organization_id AND p.id = a.procedure_id
  WHERE a.organization_id = $1 AND a.engagement_id = $2
  ORDER BY o.id`;

@Injectable()
export class OutcomesRepository {
  async insert(tx: Tx, scope: Scope, row: OutcomeRow): Promise<void> {
    await tx.insert(AssessmentOutcome, { ...row, organizationId: scope.organizationId });
  }

  async update(
    tx: Tx,
    scope: Scope,
    id: string,
    patch: Pick<OutcomeRow, 'supersededOn'> | Pick<OutcomeRow, 'outdatedOn'>,
  ): Promise<void> {
    await tx.update(AssessmentOutcome, { organizationId: scope.organizationId, id }, patch);
  }

  /** The outcome of an assessment that stands; undefined where none does. */
  async standing(tx: Tx, scope: Scope, assessmentId: string): Promise<OutcomeRow | undefined> {
    const [row] = await execute<OutcomeRow>(tx, {
      name: 'assessment-outcome-standing',
      text: `SELECT ${OUTCOME_COLUMNS} FROM assessment_outcomes
             WHERE organization_id = $1 AND assessment_id = $2 AND superseded_on IS NULL`,
      values: [scope.organizationId, assessmentId],
    });
    return row;
  }

  /** The outcomes that stand of an engagement. */
  standingOf(tx: Tx, scope: Scope, engagementId: string): Promise<StandingOutcome[]> {
    return execute(tx, {
      name: 'assessment-outcomes-of-engagement',
      text: STANDING,
      values: [scope.organizationId, engagementId],
    });
  }
}
