import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { ApplicationPending } from './domain/approval.errors.js';
import { UNDECIDED } from './domain/use-application-lifecycle.js';
import type { UseApplicationDto } from './dto/use-application.dto.js';
import { UseApplicationSubmission } from './use-application-submission.entity.js';
import { UseApplication } from './use-application.entity.js';
import { UseDecision } from './use-decision.entity.js';
import { UseRevocation } from './use-revocation.entity.js';

const COLUMNS = `a.id, a.version, a.engagement_id AS "engagementId", a.cloud_service_id AS "cloudServiceId",
  a.purpose, a.users_scope AS "usersScope", a.rule_document_id AS "ruleDocumentId",
  a.terms_snapshot_id AS "termsSnapshotId", a.risk_acceptance AS "riskAcceptance",
  a.account, a.permitted_content AS "permittedContent", a.status,
  a.author_id AS "authorId", a.applicant_id AS "applicantId", a.voided_reason AS "voidedReason"`;

/** Members that a version submitted before they were asked for does not have. */
const UNSAID = `'{"account": null, "permittedContent": null}'::jsonb`;

const SHOWN = `
  SELECT ${COLUMNS},
    (SELECT coalesce(json_agg(json_build_object('number', s.number, 'applicantId', s.applicant_id,
        'applicantRole', s.applicant_role, 'submittedIn', ${postOfAct('s', 'submitted_in')},
        'submittedAt', ${instant('s.submitted_at')},
        'content', ${UNSAID} || s.content) ORDER BY s.number), '[]')
      FROM use_application_submissions s
      WHERE s.organization_id = a.organization_id AND s.application_id = a.id) AS submissions,
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'outcome', d.outcome,
        'comment', d.comment, 'conditions', d.conditions, 'contentHash', d.content_hash,
        'decidedOn', d.decided_on, 'decidedBy', d.decided_by, 'recordedAs', d.recorded_as, 'recordedIn', ${postOfAct('d', 'recorded_in')},
       
        'recordedBy', d.recorded_by, 'recordedAt', ${instant('d.recorded_at')},
        'manner', d.manner, 'documentNumber', d.document_number,
        'deciderName', d.decider_name, 'deciderPost', d.decider_post, 'dutyWaiverId', d.duty_waiver_id) ORDER BY d.number), '[]')
      FROM use_decisions d
      WHERE d.organization_id = a.organization_id AND d.application_id = a.id) AS decisions,
    (SELECT json_build_object('revokedOn', r.revoked_on, 'revokedBy', r.revoked_by, 'recordedBy', r.recorded_by,
        'recordedAs', r.recorded_as, 'recordedIn', ${postOfAct('r', 'recorded_in')}, 'reason', r.reason, 'madeElsewhere', r.made_elsewhere)
      FROM use_revocations r
      WHERE r.organization_id = a.organization_id AND r.application_id = a.id) AS revocation
  FROM use_applications a
  WHERE a.organization_id = $1 AND a.engagement_id = $2 ORDER BY a.id`;

/** What the database refuses: ids of the body that name nothing. */
const REFUSALS = {
  fk_use_applications_cloud_service: () => unknownId('#/cloudServiceId'),
  fk_use_applications_rule_document: () => unknownId('#/ruleDocumentId'),
  fk_use_applications_terms_snapshot: () => unknownId('#/termsSnapshotId'),
};
const UNKNOWN_DECIDER = {
  fk_use_decisions_decider: () => unknownId('#/madeElsewhere/deciderId'),
  fk_use_revocations_revoker: () => unknownId('#/madeElsewhere/deciderId'),
};

export type UseApplicationRow = Omit<UseApplication, 'organizationId'>;
export type UseRevocationRow = Omit<UseRevocation, 'organizationId'>;
export type UseDecisionRow = Omit<UseDecision, 'organizationId' | 'recordedAt'>;

/** An application with its history, before the version of its dossier is known. */
export type UseApplicationShown = Omit<UseApplicationDto, 'version'> & { readonly version: number };

@Injectable()
export class UseApplicationsRepository {
  constructor(private readonly clock: SystemClock) {}

  /** Adds an application, one undecided at a time; the dossier is locked. @throws InvalidInput, ApplicationPending */
  async insert(tx: Tx, scope: Scope, row: UseApplicationRow): Promise<void> {
    const [pending] = await execute<{ id: string }>(tx, {
      name: 'use-application-undecided',
      text: `SELECT id FROM use_applications
             WHERE organization_id = $1 AND engagement_id = $2 AND status = ANY($3::text[])`,
      values: [scope.organizationId, row.engagementId, UNDECIDED],
    });
    if (pending !== undefined) throw new ApplicationPending(pending.id);
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(REFUSALS, () => tx.insert(UseApplication, entity));
  }

  /** Writes what changed and raises the version. @throws InvalidInput */
  async update(
    tx: Tx,
    scope: Scope,
    row: UseApplicationRow,
    patch: Partial<UseApplicationRow>,
  ): Promise<UseApplicationRow> {
    const key = { organizationId: scope.organizationId, id: row.id };
    const change = { ...patch, version: row.version + 1 };
    await refusing(REFUSALS, () => tx.update(UseApplication, key, change));
    return { ...row, ...change };
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<UseApplicationRow> {
    const [row] = await execute<UseApplicationRow>(tx, {
      name: 'use-application-read',
      text: `SELECT ${COLUMNS}, a.submissions FROM use_applications a WHERE a.organization_id = $1 AND a.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The applications of an engagement with their submissions and decisions, oldest first. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<UseApplicationShown[]> {
    return execute(tx, {
      name: 'use-applications-of-engagement',
      text: SHOWN,
      values: [scope.organizationId, engagementId],
    });
  }

  async insertSubmission(
    tx: Tx,
    scope: Scope,
    row: Omit<UseApplicationSubmission, 'organizationId' | 'submittedAt'>,
  ): Promise<void> {
    const { organizationId } = scope;
    const submittedAt = this.clock.now().toISOString();
    await tx.insert(UseApplicationSubmission, { ...row, organizationId, submittedAt });
  }

  /** @throws InvalidInput where the decider is nobody of the body */
  async insertDecision(tx: Tx, scope: Scope, row: UseDecisionRow): Promise<void> {
    const recordedAt = this.clock.now().toISOString();
    const entity = { ...row, organizationId: scope.organizationId, recordedAt };
    await refusing(UNKNOWN_DECIDER, () => tx.insert(UseDecision, entity));
  }

  /** @throws InvalidInput where who decided is nobody of the body */
  async insertRevocation(tx: Tx, scope: Scope, row: UseRevocationRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(UNKNOWN_DECIDER, () => tx.insert(UseRevocation, entity));
  }
}
