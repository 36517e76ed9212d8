import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import type { ReportSubmissionDto } from './dto/report.dto.js';
import { Report } from './report.entity.js';
import { ReportReview } from './report-review.entity.js';
import { ReportSubmission } from './report-submission.entity.js';

const HAS_ENDED = `e.status IN ('closed', 'cancelled')`;

/** A report nobody has answered falls away with its engagement. */
const COLUMNS = `r.id, r.engagement_id AS "engagementId", r.schedule_id AS "scheduleId", r.kind, r.version,
  CASE WHEN r.status = 'scheduled' AND ${HAS_ENDED} THEN 'void' ELSE r.status END AS status,
  r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.due_on AS "dueOn", r.original_due_on AS "originalDueOn",
  r.is_late AS "isLate", r.accepted_on AS "acceptedOn", r.waived_on AS "waivedOn", r.waived_by AS "waivedBy",
  r.waived_reason AS "waivedReason"`;

const FROM = `FROM reports r
  JOIN engagements e ON e.organization_id = r.organization_id AND e.id = r.engagement_id`;

const SUBMISSIONS = `
  SELECT s.id, s.number, s.submitted_on AS "submittedOn", s.submitted_by AS "submittedBy", s.source, s.measures,
    s.text, s.evidence, s.entered_by AS "enteredBy",
    ${instant('s.recorded_at')} AS "recordedAt",
    CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('decision', v.decision, 'comment', v.comment,
      'reviewedBy', v.reviewed_by, 'reviewedAs', v.reviewed_as, 'reviewedIn', ${postOfAct('v', 'reviewed_in')},
      'reviewedOn', v.reviewed_on, 'dutyWaiverId', v.duty_waiver_id) END AS review
  FROM report_submissions s
  LEFT JOIN report_reviews v ON v.organization_id = s.organization_id AND v.submission_id = s.id
  WHERE s.organization_id = $1 AND s.report_id = $2
  ORDER BY s.number`;

/** What each filter asks; $2 is the day. */
const CONDITIONS = {
  all: '$2::date IS NOT NULL',
  overdue: `r.status IN ('scheduled', 'returned') AND r.due_on < $2::date AND NOT (${HAS_ENDED})`,
  due: `r.status = 'scheduled' AND r.period_until < $2::date AND NOT (${HAS_ENDED})`,
  scheduled: `r.status = 'scheduled' AND r.period_until >= $2::date AND NOT (${HAS_ENDED})`,
  void: `(r.status = 'void' OR r.status = 'scheduled' AND ${HAS_ENDED}) AND $2::date IS NOT NULL`,
  submitted: `r.status = 'submitted' AND $2::date IS NOT NULL`,
  returned: `r.status = 'returned' AND $2::date IS NOT NULL`,
  accepted: `r.status = 'accepted' AND $2::date IS NOT NULL`,
  waived: `r.status = 'waived' AND $2::date IS NOT NULL`,
};

export type ReportRow = Omit<Report, 'organizationId'>;

/** Which reports a list shows on a day. */
export interface ReportFilter {
  readonly status?: Exclude<keyof typeof CONDITIONS, 'all'> | undefined;
  readonly engagementId?: string | undefined;
  readonly today: string;
  readonly limit: number;
}

@Injectable()
export class ReportsRepository {
  constructor(
    private readonly transactor: Transactor,
    private readonly clock: SystemClock,
  ) {}

  async insert(tx: Tx, scope: Scope, rows: readonly ReportRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { organizationId } = scope;
    await tx.insert(
      Report,
      rows.map((row) => ({ ...row, organizationId })),
    );
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ReportRow> {
    const [row] = await execute<ReportRow>(tx, {
      name: 'report-read',
      text: `SELECT ${COLUMNS} ${FROM} WHERE r.organization_id = $1 AND r.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The reports of a schedule, the first period first. */
  ofSchedule(tx: Tx, scope: Scope, scheduleId: string): Promise<ReportRow[]> {
    return execute(tx, {
      name: 'reports-of-schedule',
      text: `SELECT ${COLUMNS} ${FROM} WHERE r.organization_id = $1 AND r.schedule_id = $2 ORDER BY r.period_from`,
      values: [scope.organizationId, scheduleId],
    });
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: ReportRow,
    patch: Partial<ReportRow>,
  ): Promise<ReportRow> {
    const change = { ...patch, version: before.version + 1 };
    await tx.update(Report, { organizationId: scope.organizationId, id: before.id }, change);
    return { ...before, ...change };
  }

  /** The next due first, in one round trip. */
  list(scope: Scope, filter: ReportFilter, after: Position | undefined): Promise<ReportRow[]> {
    const asked = filter.status ?? 'all';
    return this.transactor.readOne(scope, {
      name: `report-list-${asked}`,
      text: `SELECT ${COLUMNS} ${FROM}
        WHERE r.organization_id = $1 AND ${CONDITIONS[asked]}
          AND ($3::uuid IS NULL OR r.engagement_id = $3)
          AND ($4::date IS NULL OR (r.due_on, r.id) > ($4, $5::uuid))
        ORDER BY r.due_on, r.id LIMIT $6`,
      values: [
        scope.organizationId,
        filter.today,
        filter.engagementId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }

  async insertSubmission(
    tx: Tx,
    scope: Scope,
    row: Omit<ReportSubmission, 'organizationId' | 'recordedAt'>,
  ): Promise<void> {
    const recordedAt = this.clock.now().toISOString();
    await tx.insert(ReportSubmission, { ...row, recordedAt, organizationId: scope.organizationId });
  }

  async insertReview(
    tx: Tx,
    scope: Scope,
    row: Omit<ReportReview, 'organizationId'>,
  ): Promise<void> {
    await tx.insert(ReportReview, { ...row, organizationId: scope.organizationId });
  }

  /** Every version of a report, the first one first. */
  submissions(tx: Tx, scope: Scope, reportId: string): Promise<ReportSubmissionDto[]> {
    return execute(tx, {
      name: 'report-submissions',
      text: SUBMISSIONS,
      values: [scope.organizationId, reportId],
    });
  }
}
