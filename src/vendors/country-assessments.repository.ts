import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { CountryAssessment } from './country-assessment.entity.js';

const LATER = `(SELECT l.id FROM country_assessments l
  WHERE l.organization_id = a.organization_id AND l.country = a.country AND l.id > a.id ORDER BY l.id LIMIT 1)`;

const SELECT = `
  SELECT a.id, a.country, a.laws, a.risk, a.reasoning, a.valid_until AS "validUntil", a.assessed_by AS "assessedBy",
    ${postOfAct('a', 'assessed_in')} AS "assessedIn", a.assessed_on AS "assessedOn", ${LATER} AS "supersededById"
  FROM country_assessments a
  WHERE a.organization_id = $1`;

/** What is stored of an assessment, without its owner. */
type StoredAssessment = Omit<CountryAssessment, 'organizationId'>;

/** An assessment with the next one of the country; null while it is the last. */
export type AssessmentRow = StoredAssessment & { readonly supersededById: string | null };

@Injectable()
export class CountryAssessmentsRepository {
  async insert(tx: Tx, scope: Scope, row: StoredAssessment): Promise<void> {
    await tx.insert(CountryAssessment, { ...row, organizationId: scope.organizationId });
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<AssessmentRow> {
    const [row] = await execute<AssessmentRow>(tx, {
      name: 'country-assessment-read',
      text: `${SELECT} AND a.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Newest first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: { readonly country: string | undefined; readonly limit: number },
    beforeId: string | undefined,
  ): Promise<AssessmentRow[]> {
    return execute(tx, {
      name: 'country-assessment-list',
      text: `${SELECT} AND ($2::text IS NULL OR a.country = $2) AND ($3::uuid IS NULL OR a.id < $3)
             ORDER BY a.id DESC LIMIT $4`,
      values: [scope.organizationId, filter.country ?? null, beforeId ?? null, filter.limit],
    });
  }

  /** The last assessment of each of some countries. */
  lastOf(tx: Tx, scope: Scope, countries: readonly string[]): Promise<AssessmentRow[]> {
    return execute(tx, {
      name: 'country-assessments-last',
      text: `${SELECT} AND a.country = ANY($2::text[]) AND ${LATER} IS NULL`,
      values: [scope.organizationId, countries],
    });
  }
}
