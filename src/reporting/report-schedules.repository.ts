import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ReportSchedule } from './report-schedule.entity.js';

const COLUMNS = `id, engagement_id AS "engagementId", kind, every_months AS "everyMonths",
  due_business_days AS "dueBusinessDays", counts_from AS "countsFrom"`;

const KEEP = `
  INSERT INTO report_schedules (organization_id, id, engagement_id, kind, every_months, due_business_days, counts_from)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT ON CONSTRAINT uq_report_schedules_kind
    DO UPDATE SET every_months = excluded.every_months, due_business_days = excluded.due_business_days
  RETURNING ${COLUMNS}`;

export type ScheduleRow = Omit<ReportSchedule, 'organizationId'>;

@Injectable()
export class ReportSchedulesRepository {
  /** Keeps the one schedule of a kind; @returns it as it stands, with the id and first day it had */
  async keep(tx: Tx, scope: Scope, row: ScheduleRow): Promise<ScheduleRow> {
    const { id, engagementId, kind, everyMonths, dueBusinessDays, countsFrom } = row;
    const terms = [engagementId, kind, everyMonths, dueBusinessDays, countsFrom];
    const [kept] = await execute<ScheduleRow>(tx, {
      name: 'report-schedule-keep',
      text: KEEP,
      values: [scope.organizationId, id, ...terms],
    });
    return kept ?? row;
  }

  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<ScheduleRow[]> {
    return execute(tx, {
      name: 'report-schedules-of-engagement',
      text: `SELECT ${COLUMNS} FROM report_schedules WHERE organization_id = $1 AND engagement_id = $2 ORDER BY kind`,
      values: [scope.organizationId, engagementId],
    });
  }
}
