import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ProcedureDto } from './dto/procedure.dto.js';
import { LateAnswerPermission } from './late-answer-permission.entity.js';
import { SelectionProcedure } from './selection-procedure.entity.js';

export type ProcedureRow = Omit<SelectionProcedure, 'organizationId'>;
export type LatePermissionRow = Omit<LateAnswerPermission, 'organizationId'>;

/** A procedure with whether one of its candidates is selected. */
export type LockedProcedure = ProcedureRow & { readonly isConcluded: boolean };

/** What every candidate of a procedure is asked. */
export type FrozenChecklist = Pick<ProcedureRow, 'method' | 'checklistHash' | 'criteria'> &
  Pick<ProcedureDto, 'thresholds'>;

/** A procedure as it is stored, before the day says where it stands. */
export type ProcedureHead = Omit<ProcedureDto, 'status' | 'rules'> & {
  readonly isConcluded: boolean;
};

/** One that was followed by another stays concluded when its selection ends, so that one is under way at a time. */
const IS_CONCLUDED = `EXISTS (
    SELECT FROM selections l
    JOIN assessments c ON c.organization_id = l.organization_id AND c.id = l.assessment_id
    WHERE l.organization_id = p.organization_id AND l.engagement_id = p.engagement_id AND c.procedure_id = p.id
      AND (l.voided_on IS NULL OR EXISTS (
        SELECT FROM selection_procedures n
        WHERE n.organization_id = p.organization_id AND n.engagement_id = p.engagement_id AND n.id > p.id)))`;

const HEAD = `p.id, p.engagement_id AS "engagementId", p.version, p.method, p.is_light AS "isLight", p.reason,
  p.estimated_amount::text AS "estimatedAmount", p.contract_sort AS "contractSort", p.policy_version_id AS "policyVersionId",
  p.checklist_hash AS "checklistHash", p.reviewers_required AS "reviewersRequired",
  p.tolerated_difference AS "toleratedDifference", p.opened_by AS "openedBy", ${postOfAct('p', 'opened_in')} AS "openedIn",
  p.opened_on AS "openedOn", p.closes_on AS "closesOn", p.closed_on AS "closedOn", p.cancelled_on AS "cancelledOn",
  p.cancelled_reason AS "cancelledReason", ${IS_CONCLUDED} AS "isConcluded"`;

const SHOWN = `
  SELECT ${HEAD}, jsonb_array_length(p.criteria) AS asked,
    json_build_object('suitable', p.score_suitable, 'conditional', p.score_conditional) AS thresholds,
    (SELECT coalesce(json_agg(json_build_object('assessmentId', a.id, 'vendorId', a.vendor_id, 'vendorName', v.name,
        'cloudServiceId', a.cloud_service_id, 'cloudServiceName', s.name, 'status', a.status, 'dueOn', a.due_on)
        ORDER BY a.id), '[]')
      FROM assessments a
      JOIN vendors v ON v.organization_id = a.organization_id AND v.id = a.vendor_id
      LEFT JOIN cloud_services s ON s.organization_id = a.organization_id AND s.id = a.cloud_service_id
      WHERE a.organization_id = p.organization_id AND a.procedure_id = p.id) AS candidates
  FROM selection_procedures p WHERE p.organization_id = $1`;

const LOCK = `
  SELECT ${HEAD}, p.criteria, p.score_suitable AS "scoreSuitable", p.score_conditional AS "scoreConditional"
  FROM selection_procedures p WHERE p.organization_id = $1 AND p.id = $2 FOR UPDATE OF p`;

@Injectable()
export class ProceduresRepository {
  async insert(tx: Tx, scope: Scope, row: ProcedureRow): Promise<void> {
    const { organizationId } = scope;
    await tx.insert(SelectionProcedure, { ...row, criteria: [...row.criteria], organizationId });
  }

  /** Locks the procedure; its dossier is locked before it. @throws NotFound */
  async lock(tx: Tx, scope: Scope, id: string): Promise<LockedProcedure> {
    const [row] = await execute<LockedProcedure>(tx, {
      name: 'procedure-lock',
      text: LOCK,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The engagement of a procedure and its version. @throws NotFound */
  async place(
    tx: Tx,
    scope: Scope,
    id: string,
  ): Promise<{ readonly engagementId: string; readonly version: number }> {
    const [row] = await execute<{ engagementId: string; version: number }>(tx, {
      name: 'procedure-place',
      text: `SELECT engagement_id AS "engagementId", version FROM selection_procedures
             WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Writes what changed and raises the version. */
  async update(
    tx: Tx,
    scope: Scope,
    before: LockedProcedure,
    patch: Partial<Pick<ProcedureRow, 'closesOn' | 'closedOn' | 'cancelledOn' | 'cancelledReason'>>,
  ): Promise<LockedProcedure> {
    const change = { ...patch, version: before.version + 1 };
    const key = { organizationId: scope.organizationId, id: before.id };
    await tx.update(SelectionProcedure, key, change);
    return { ...before, ...change };
  }

  /** The id of the procedure of an engagement that is neither cancelled nor concluded. */
  async underWay(tx: Tx, scope: Scope, engagementId: string): Promise<string | undefined> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'procedure-under-way',
      text: `SELECT p.id FROM selection_procedures p
             WHERE p.organization_id = $1 AND p.engagement_id = $2 AND p.cancelled_on IS NULL AND NOT ${IS_CONCLUDED}`,
      values: [scope.organizationId, engagementId],
    });
    return row?.id;
  }

  /** @throws NotFound */
  async head(tx: Tx, scope: Scope, id: string): Promise<ProcedureHead> {
    const [row] = await execute<ProcedureHead>(tx, {
      name: 'procedure-head',
      text: `${SHOWN} AND p.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The frozen checklist and how it is judged. @throws NotFound */
  async frozen(tx: Tx, scope: Scope, id: string): Promise<FrozenChecklist> {
    const [row] = await execute<{ [K in keyof FrozenChecklist]: FrozenChecklist[K] }>(tx, {
      name: 'procedure-checklist',
      text: `SELECT method, checklist_hash AS "checklistHash", criteria,
               json_build_object('suitable', score_suitable, 'conditional', score_conditional) AS thresholds
             FROM selection_procedures WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The procedures of an engagement, the first opened first. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<ProcedureHead[]> {
    return execute(tx, {
      name: 'procedures-of-engagement',
      text: `${SHOWN} AND p.engagement_id = $2 ORDER BY p.id`,
      values: [scope.organizationId, engagementId],
    });
  }

  /** The last day on which first answers permitted after the last day may still come; null where none may. */
  async lastAwaited(
    tx: Tx,
    scope: Scope,
    procedureId: string,
    today: string,
  ): Promise<string | null> {
    const [row] = await execute<{ last: string | null }>(tx, {
      name: 'procedure-last-awaited',
      text: `SELECT max(due_on) AS last FROM assessments
             WHERE organization_id = $1 AND procedure_id = $2 AND round = 1
               AND status IN ('sent', 'answering') AND due_on >= $3`,
      values: [scope.organizationId, procedureId, today],
    });
    return row?.last ?? null;
  }

  /** The assessments of a procedure that somebody has reviewed already. */
  async reviewed(tx: Tx, scope: Scope, procedureId: string): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'procedure-reviewed',
      text: `SELECT a.id FROM assessments a
             WHERE a.organization_id = $1 AND a.procedure_id = $2 AND EXISTS (SELECT FROM assessment_reviews r
               WHERE r.organization_id = a.organization_id AND r.assessment_id = a.id)
             ORDER BY a.id`,
      values: [scope.organizationId, procedureId],
    });
    return rows.map(({ id }) => id);
  }

  async insertPermission(tx: Tx, scope: Scope, row: LatePermissionRow): Promise<void> {
    await tx.insert(LateAnswerPermission, { ...row, organizationId: scope.organizationId });
  }
}
