import { EACH, REPORTS_EACH } from './counts.js';
import { sqlId } from './ids.js';
import { rows, sibling, type Section } from './section.js';

/** The month of a report `m`, 1 to 12: nine are past, one runs, two are to come. */
const MONTH = `(date_trunc('month', current_date) - (10 - m) * interval '1 month')`;
const UNTIL = `(${MONTH} + interval '1 month' - interval '1 day')::date`;
const NUMBER = `((x.n - 1) * ${String(REPORTS_EACH)} + m)`;
const REPORT = sqlId('report', NUMBER);

/** One past report of ten was never handed in and is overdue. */
const IS_OPEN = `(m > 8 OR ${NUMBER} * 3 % 10 = 0)`;

/** A monthly report for each engagement, and the trail of what was done. */
export function reports(organizations: number): readonly Section[] {
  const all = rows(organizations, EACH.engagements);
  const monthly = `${all}, generate_series(1, ${String(REPORTS_EACH)}) m`;
  return [
    {
      table: 'report_schedules',
      from: all,
      columns: {
        id: sqlId('schedule', 'x.n'),
        engagement_id: sqlId('engagement', 'x.n'),
        kind: `'R1'`,
        every_months: '1',
        due_business_days: '10',
        counts_from: 'current_date - 300',
      },
    },
    { table: 'reports', from: monthly, columns: MONTHLY },
    {
      table: 'report_submissions',
      from: `${monthly} WHERE NOT ${IS_OPEN}`,
      columns: {
        id: sqlId('submission', NUMBER),
        report_id: REPORT,
        number: '1',
        submitted_on: `${UNTIL} + 10`,
        submitted_by: `'vendor'`,
        source: `'文書'`,
        measures: `'[]'::jsonb`,
        text: `'異常なし'`,
        evidence: `'{}'::text[]`,
        entered_by: sibling('person', '4'),
        recorded_at: `now() - interval '20 days'`,
      },
    },
    { table: 'audit_trail', from: rows(organizations, EACH.trailEntries), columns: TRAIL_ENTRY },
  ];
}

const MONTHLY = {
  id: REPORT,
  engagement_id: sqlId('engagement', 'x.n'),
  schedule_id: sqlId('schedule', 'x.n'),
  kind: `'R1'`,
  version: '1',
  status: `CASE WHEN ${IS_OPEN} THEN 'scheduled' ELSE 'accepted' END`,
  period_from: `${MONTH}::date`,
  period_until: UNTIL,
  due_on: `${UNTIL} + 14`,
  original_due_on: `${UNTIL} + 14`,
  is_late: 'false',
  accepted_on: `CASE WHEN NOT ${IS_OPEN} THEN ${UNTIL} + 12 END`,
};

const TRAIL_ENTRY = {
  id: sqlId('trail', 'x.n'),
  recorded_at: `now() - interval '30 days'`,
  person_id: sibling('person', '1'),
  roles: `'{section-manager}'::text[]`,
  action: `'vendor.changed'`,
  subject_kind: `'vendor'`,
  subject_id: sibling('vendor', `1 + x.j % ${String(EACH.vendors)}`),
  before_hash: `encode(sha256(int8send(x.n)), 'hex')`,
  after_hash: `encode(sha256(int8send(x.n + 1)), 'hex')`,
  facts: `'{}'::jsonb`,
};
