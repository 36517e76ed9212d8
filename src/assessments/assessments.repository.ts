import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AssessmentCriterion } from './assessment-criterion.entity.js';
import type { FrozenCriterion } from './domain/frozen-checklist.js';
import { AssessmentRound } from './assessment-round.entity.js';
import { Assessment } from './assessment.entity.js';
import { CandidateAlreadyAssessed } from './domain/assessment.errors.js';
import { HEAD, HEAD_FROM, type AssessmentHead } from './assessment-head.js';

const COLUMNS = `id, version, draft_version AS "draftVersion", firm_id AS "firmId", title, engagement_id AS "engagementId", vendor_id AS "vendorId", cloud_service_id AS "cloudServiceId",
  procedure_id AS "procedureId", method, status, round, due_on AS "dueOn", policy_version_id AS "policyVersionId", reviewers_required AS "reviewersRequired",
  score_suitable AS "scoreSuitable", score_conditional AS "scoreConditional", tolerated_difference AS "toleratedDifference", sent_by AS "sentBy", sent_on AS "sentOn",
  withdrawn_on AS "withdrawnOn", withdrawn_reason AS "withdrawnReason",
  withdrawn_by_vendor AS "withdrawnByVendor"`;

const CRITERIA = `
  SELECT criterion_id AS "criterionId", position, topic, question, evidence, evidence_required AS "evidenceRequired",
    knock_out AS "knockOut", weight, articles, answered_by AS "answeredBy"
  FROM assessment_criteria WHERE organization_id = $1 AND assessment_id = $2 ORDER BY position`;

/** What the database refuses: ids of the body that name nothing, by where the candidate stands in it. */
function refusalsAt(at: string): Parameters<typeof refusing>[0] {
  return {
    fk_assessments_vendor: () => unknownId(`${at}/vendorId`),
    fk_assessments_cloud_service: () => unknownId(`${at}/cloudServiceId`),
  };
}

export type AssessmentRow = Omit<Assessment, 'organizationId'>;
export type RoundRow = Omit<AssessmentRound, 'organizationId'>;

@Injectable()
export class AssessmentsRepository {
  /** Adds an assessment, one for each candidate; the dossier is locked. @throws InvalidInput, CandidateAlreadyAssessed */
  async insert(
    tx: Tx,
    scope: Scope,
    row: AssessmentRow,
    criteria: readonly FrozenCriterion[],
    at = '#',
  ): Promise<void> {
    const { organizationId } = scope;
    await this.refuseAssessed(tx, scope, row);
    await refusing(refusalsAt(at), () => tx.insert(Assessment, { ...row, organizationId }));
    const key = { organizationId, assessmentId: row.id };
    await tx.insert(
      AssessmentCriterion,
      criteria.map((criterion) => ({ ...criterion, ...key })),
    );
  }

  private async refuseAssessed(tx: Tx, scope: Scope, row: AssessmentRow): Promise<void> {
    const [assessed] = await execute<{ id: string }>(tx, {
      name: 'assessment-of-candidate',
      text: `SELECT id FROM assessments
             WHERE organization_id = $1 AND engagement_id = $2 AND vendor_id = $3
               AND cloud_service_id IS NOT DISTINCT FROM $4::uuid AND status <> 'withdrawn'`,
      values: [scope.organizationId, row.engagementId, row.vendorId, row.cloudServiceId],
    });
    if (assessed !== undefined) throw new CandidateAlreadyAssessed(assessed.id);
  }

  async insertRound(tx: Tx, scope: Scope, row: RoundRow): Promise<void> {
    await tx.insert(AssessmentRound, { ...row, organizationId: scope.organizationId });
  }

  /** @throws NotFound */
  read(tx: Tx, scope: Scope, id: string): Promise<AssessmentRow> {
    return one(tx, scope, id, '');
  }

  /** Locks the assessment; the dossier is locked before it. @throws NotFound */
  lock(tx: Tx, scope: Scope, id: string): Promise<AssessmentRow> {
    return one(tx, scope, id, 'FOR UPDATE');
  }

  /** Locks the candidates of a procedure that are not withdrawn, in their order; the dossier is locked before them. */
  lockOfProcedure(tx: Tx, scope: Scope, procedureId: string): Promise<AssessmentRow[]> {
    return execute(tx, {
      name: 'assessments-of-procedure-lock',
      text: `SELECT ${COLUMNS} FROM assessments
             WHERE organization_id = $1 AND procedure_id = $2 AND status <> 'withdrawn' ORDER BY id FOR UPDATE`,
      values: [scope.organizationId, procedureId],
    });
  }

  /** Writes what changed and raises the version. */
  async update(
    tx: Tx,
    scope: Scope,
    before: AssessmentRow,
    patch: Partial<AssessmentRow>,
  ): Promise<AssessmentRow> {
    const change = { ...patch, version: before.version + 1 };
    await tx.update(Assessment, { organizationId: scope.organizationId, id: before.id }, change);
    return { ...before, ...change };
  }

  /** The checklist as it was sent. */
  criteria(tx: Tx, scope: Scope, assessmentId: string): Promise<FrozenCriterion[]> {
    return execute(tx, {
      name: 'assessment-criteria',
      text: CRITERIA,
      values: [scope.organizationId, assessmentId],
    });
  }

  /** The candidate and, where it offers another firm's service, the provider of that. */
  async firms(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    cloudServiceId: string | null,
  ): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'assessment-firms',
      text: `SELECT vendor_id AS id FROM cloud_services
             WHERE organization_id = $1 AND id = $2 AND vendor_id <> $3`,
      values: [scope.organizationId, cloudServiceId, vendorId],
    });
    return [vendorId, ...rows.map(({ id }) => id)];
  }

  /** @throws NotFound */
  async head(tx: Tx, scope: Scope, id: string): Promise<AssessmentHead> {
    const [row] = await execute<AssessmentHead>(tx, {
      name: 'assessment-head',
      text: `SELECT ${HEAD} ${HEAD_FROM} WHERE a.organization_id = $1 AND a.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The assessments of an engagement, the first sent first. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<AssessmentHead[]> {
    return execute(tx, {
      name: 'assessments-of-engagement',
      text: `SELECT ${HEAD} ${HEAD_FROM} WHERE a.organization_id = $1 AND a.engagement_id = $2 ORDER BY a.id`,
      values: [scope.organizationId, engagementId],
    });
  }
}

async function one(
  tx: Tx,
  scope: Scope,
  id: string,
  lock: '' | 'FOR UPDATE',
): Promise<AssessmentRow> {
  const [row] = await execute<AssessmentRow>(tx, {
    name: lock === '' ? 'assessment-read' : 'assessment-lock',
    text: `SELECT ${COLUMNS} FROM assessments WHERE organization_id = $1 AND id = $2 ${lock}`,
    values: [scope.organizationId, id],
  });
  if (row === undefined) throw new NotFound();
  return row;
}
