import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Clarification } from './clarification.entity.js';

export type ClarificationRow = Omit<Clarification, 'organizationId'>;

const SELECT = `
  SELECT id, procedure_id AS "procedureId", kind, assessment_id AS "assessmentId", criterion_id AS "criterionId",
    visible_to AS "visibleTo", text, shown_as AS "shownAs", asked_by AS "askedBy", asked_by_vendor AS "askedByVendor",
    asked_on AS "askedOn", answer,
    answered_by AS "answeredBy", answered_on AS "answeredOn"
  FROM clarifications WHERE organization_id = $1`;

const OF_CANDIDATE = `
  SELECT c.id, c.kind, c.criterion_id AS "criterionId", c.assessment_id IS NOT DISTINCT FROM a.id AS "isOwn",
    CASE WHEN c.assessment_id IS DISTINCT FROM a.id THEN coalesce(c.shown_as, c.text) ELSE c.text END AS text,
    c.asked_on AS "askedOn", c.answer, c.answered_on AS "answeredOn"
  FROM assessments a
  JOIN clarifications c ON c.organization_id = a.organization_id AND c.procedure_id = a.procedure_id
  WHERE a.organization_id = $1 AND a.id = $2
    AND (c.assessment_id = a.id OR c.visible_to = 'all' AND (c.kind = 'notice' OR c.answer IS NOT NULL))
    AND ($3::uuid IS NULL OR c.id > $3)
  ORDER BY c.id LIMIT $4`;

/** A clarification as a candidate reads it. */
export type CandidateClarification = Pick<
  ClarificationRow,
  'id' | 'kind' | 'criterionId' | 'text' | 'askedOn' | 'answer' | 'answeredOn'
> & { readonly isOwn: boolean };

@Injectable()
export class ClarificationsRepository {
  async insert(tx: Tx, scope: Scope, row: ClarificationRow): Promise<void> {
    await tx.insert(Clarification, { ...row, organizationId: scope.organizationId });
  }

  async answer(
    tx: Tx,
    scope: Scope,
    id: string,
    answer: Pick<
      ClarificationRow,
      'answer' | 'answeredBy' | 'answeredOn' | 'visibleTo' | 'shownAs'
    >,
  ): Promise<void> {
    await tx.update(Clarification, { organizationId: scope.organizationId, id }, answer);
  }

  /** Its procedure is locked before it, where it is to be changed. @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ClarificationRow> {
    const [row] = await execute<ClarificationRow>(tx, {
      name: 'clarification-read',
      text: `${SELECT} AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Those of a procedure, the first asked first. */
  page(
    tx: Tx,
    scope: Scope,
    procedureId: string,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<ClarificationRow[]> {
    return execute(tx, {
      name: 'clarification-page',
      text: `${SELECT} AND procedure_id = $2 AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      values: [scope.organizationId, procedureId, page.afterId ?? null, page.limit],
    });
  }

  /**
   * What a candidate gets to see, the first asked first: what is for it alone and what is for all, of the questions of others
   * those that are answered, and never who asked.
   */
  ofCandidate(
    tx: Tx,
    scope: Scope,
    assessmentId: string,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<CandidateClarification[]> {
    return execute(tx, {
      name: 'clarifications-of-candidate',
      text: OF_CANDIDATE,
      values: [scope.organizationId, assessmentId, page.afterId ?? null, page.limit],
    });
  }

  /** @throws InvalidInput where the assessment belongs to another procedure, or is none */
  async refuseStranger(
    tx: Tx,
    scope: Scope,
    procedureId: string,
    assessmentId: string,
  ): Promise<void> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'clarification-candidate',
      text: `SELECT id FROM assessments WHERE organization_id = $1 AND procedure_id = $2 AND id = $3`,
      values: [scope.organizationId, procedureId, assessmentId],
    });
    if (row === undefined) throw unknownId('#/assessmentId');
  }
}
