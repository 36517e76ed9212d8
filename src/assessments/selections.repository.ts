import { Injectable } from '@nestjs/common';
import { unknownId } from '../shared/domain/domain-error.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { SelectionMethod } from './domain/selection.js';
import { Selection } from './selection.entity.js';

const COLUMNS = `id, engagement_id AS "engagementId", assessment_id AS "assessmentId", outcome_id AS "outcomeId",
  vendor_id AS "vendorId", cloud_service_id AS "cloudServiceId", result, method, reasons, submitted_by AS "submittedBy",
  reviewed_by AS "reviewedBy", decided_by AS "decidedBy", recorded_as AS "recordedAs",
  ${postOfAct('selections', 'recorded_in')} AS "recordedIn", recorded_by AS "recordedBy",
  decided_on AS "decidedOn", made_elsewhere AS "madeElsewhere", duties_joined AS "dutiesJoined",
  duty_waiver_id AS "dutyWaiverId", comparison_id AS "comparisonId",
  content_hash AS "contentHash", re_review_since AS "reReviewSince", voided_on AS "voidedOn", voided_reason AS "voidedReason"`;

const OF_ENGAGEMENT = `
  SELECT ${COLUMNS}, (
    SELECT json_build_object('id', n.id, 'decidedOn', n.decided_on) FROM selections n
    WHERE n.organization_id = selections.organization_id AND n.engagement_id = selections.engagement_id
      AND n.id > selections.id
    ORDER BY n.id LIMIT 1) AS "replacedBy"
  FROM selections WHERE organization_id = $1 AND engagement_id = $2 ORDER BY id DESC`;

const CANDIDATE = `
  SELECT a.id AS "assessmentId", a.vendor_id AS "vendorId", a.cloud_service_id AS "cloudServiceId",
    a.method, v.suspended_until AS "suspendedUntil"
  FROM assessments a
  JOIN vendors v ON v.organization_id = a.organization_id AND v.id = a.vendor_id
  WHERE a.organization_id = $1 AND a.engagement_id = $2 AND a.id = $3`;

export type SelectionRow = Omit<Selection, 'organizationId'>;

/** A selection with the one that took its place and the day that was decided; null where none did. */
export interface SelectionShown extends SelectionRow {
  readonly replacedBy: { readonly id: string; readonly decidedOn: string } | null;
}

/** Whose assessment it is, and until when they are suspended from tendering. */
export interface Candidate {
  readonly assessmentId: string;
  readonly vendorId: string;
  readonly cloudServiceId: string | null;
  /** The method by which it was asked. */
  readonly method: SelectionMethod;
  readonly suspendedUntil: string | null;
}

@Injectable()
export class SelectionsRepository {
  async insert(tx: Tx, scope: Scope, row: SelectionRow): Promise<void> {
    await tx.insert(Selection, { ...row, organizationId: scope.organizationId });
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: SelectionRow,
    patch: Partial<Pick<SelectionRow, 'voidedOn' | 'voidedReason' | 'reReviewSince'>>,
  ): Promise<SelectionRow> {
    await tx.update(Selection, { organizationId: scope.organizationId, id: before.id }, patch);
    return { ...before, ...patch };
  }

  /** The selection of an engagement that stands, else the last one there was; undefined where none was made. */
  async last(tx: Tx, scope: Scope, engagementId: string): Promise<SelectionRow | undefined> {
    const [row] = await execute<SelectionRow>(tx, {
      name: 'selection-last',
      text: `SELECT ${COLUMNS} FROM selections
             WHERE organization_id = $1 AND engagement_id = $2 ORDER BY id DESC LIMIT 1`,
      values: [scope.organizationId, engagementId],
    });
    return row;
  }

  /** The selections of an engagement, the last first. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<SelectionShown[]> {
    return execute<{ [K in keyof SelectionShown]: SelectionShown[K] }>(tx, {
      name: 'selections-of-engagement',
      text: OF_ENGAGEMENT,
      values: [scope.organizationId, engagementId],
    });
  }

  /** A candidate named in the body. @throws InvalidInput where it is none of the engagement */
  async candidate(
    tx: Tx,
    scope: Scope,
    engagementId: string,
    assessmentId: string,
  ): Promise<Candidate> {
    const [row] = await execute<{ [K in keyof Candidate]: Candidate[K] }>(tx, {
      name: 'selection-candidate',
      text: CANDIDATE,
      values: [scope.organizationId, engagementId, assessmentId],
    });
    if (row === undefined) throw unknownId('#/assessmentId');
    return row;
  }
}
