import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { assessmentOf, type AssessmentHead } from '../../../src/assessments/assessment-head.js';
import { reportOf } from '../../../src/reporting/report-response.js';
import type { ReportRow } from '../../../src/reporting/reports.repository.js';
import { ownerOf } from './owner.js';
import { recordStatements, type Prepared } from './recorded.js';

const LIMIT = 50;

/** What a dashboard looks ahead, in days. */
const SOON = 30;
const LATER = 90;

/**
 * Reads without duties. Left out: the token and what its holder may do, the check of the path and the
 * query, the transaction that names the owner (BEGIN, set_config, COMMIT) and row-level security.
 */
export async function serveReads(server: FastifyInstance, pool: Pool): Promise<void> {
  const statements = await recordStatements();

  server.get<{ Params: { id: string } }>('/v1/assessments/:id', async (request) => {
    const { organizationId, personId } = ownerOf(request);
    const values = [organizationId, request.params.id, null, personId];
    const [file] = await ask<AssessmentHead>(pool, statements.file, values);
    return file && { ...assessmentOf(file, today()), differing: [] };
  });

  server.get<{ Querystring: { status: string } }>('/v1/assessments', async (request) => {
    const { organizationId } = ownerOf(request);
    const values = [organizationId, request.query.status, null, null, null, LIMIT + 1];
    const heads = await ask<AssessmentHead>(pool, statements.list, values);
    return page(heads.map((head) => assessmentOf(head, today())));
  });

  server.get('/v1/reports', async (request) => {
    const { organizationId } = ownerOf(request);
    const values = [organizationId, today(), null, null, null, LIMIT + 1];
    const reports = await ask<ReportRow>(pool, statements.overdue, values);
    return page(reports.map((report) => reportOf(report, today())));
  });

  serveDashboard(server, pool, statements.dashboard);
}

/** The counts and dues as the database gives them; what the policy calls them is left out too. */
function serveDashboard(server: FastifyInstance, pool: Pool, prepared: readonly Prepared[]): void {
  server.get('/v1/dashboard', async (request) => {
    const { organizationId } = ownerOf(request);
    const values = [
      [organizationId],
      [organizationId, today(), today(LATER)],
      [organizationId, today()],
      [organizationId, today(), today(SOON)],
      [organizationId, today(), 10],
    ];
    const answers = await Promise.all(
      prepared.map((statement, at) => ask<Row>(pool, statement, values[at] ?? [])),
    );
    const [engagements, certificates, obligations, counts, nextDue] = answers;
    return {
      ...{ on: today(), engagements, certificates: certificates?.length },
      ...{ obligations: obligations?.[0]?.counts, ...counts?.[0], nextDue },
    };
  });
}

type Row = Record<string, unknown>;

/** Sends a named statement over any connection. */
async function ask<Answer extends object>(
  pool: Pool,
  statement: Prepared,
  values: unknown[],
): Promise<Answer[]> {
  const { rows } = await pool.query<Answer & Row>({ ...statement, values });
  return rows;
}

function page(items: readonly { readonly id: string; readonly dueOn: string }[]): object {
  const shown = items.slice(0, LIMIT);
  const last = shown.at(-1);
  const cursor = JSON.stringify([last?.dueOn, last?.id]);
  const nextCursor =
    items.length > LIMIT && last ? Buffer.from(cursor).toString('base64url') : null;
  return { items: shown, nextCursor };
}

const JAPAN = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The day it is in Japan, or so many days later. */
function today(later = 0): string {
  return JAPAN.format(Date.now() + later * 86_400_000);
}
