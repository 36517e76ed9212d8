import { Injectable } from '@nestjs/common';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { AssessmentOffer } from './assessment-offer.entity.js';

export type OfferRow = Omit<AssessmentOffer, 'organizationId'>;

/** The offer of a round or, where none was made in it, of the last one before. */
export const LATEST_OFFER = `SELECT f.* FROM assessment_offers f
  WHERE f.organization_id = a.organization_id AND f.assessment_id = a.id AND f.round <= a.round
  ORDER BY f.round DESC LIMIT 1`;

@Injectable()
export class OffersRepository {
  constructor(private readonly clock: SystemClock) {}

  /** Undefined where the candidate has offered nothing yet. */
  async read(tx: Tx, scope: Scope, assessmentId: string): Promise<OfferRow | undefined> {
    const [row] = await execute<OfferRow>(tx, {
      name: 'assessment-offer',
      text: `SELECT f.assessment_id AS "assessmentId", f.round, f.subcontractors, f.exit_plan AS "exitPlan",
               f.entered_by AS "enteredBy", f.given_by AS "givenBy", ${instant('f.entered_at')} AS "enteredAt"
             FROM assessments a CROSS JOIN LATERAL (${LATEST_OFFER}) AS f
             WHERE a.organization_id = $1 AND a.id = $2`,
      values: [scope.organizationId, assessmentId],
    });
    return row;
  }

  /** Takes the place of what was offered in the same round. */
  async keep(tx: Tx, scope: Scope, row: Omit<OfferRow, 'enteredAt'>): Promise<void> {
    const { organizationId } = scope;
    const { subcontractors, exitPlan, ...rest } = row;
    const offered = {
      ...{ ...rest, organizationId, subcontractors: [...subcontractors] },
      exitPlan: exitPlan && { ...exitPlan, formats: [...exitPlan.formats] },
      enteredAt: this.clock.now().toISOString(),
    };
    await tx.upsert(AssessmentOffer, offered, ['organizationId', 'assessmentId', 'round']);
  }
}
