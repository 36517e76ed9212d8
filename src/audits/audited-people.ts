import { sectionStaff } from '../engagements/index.js';

/**
 * Who had a part in what is audited (2(8)②): `person_id` and `part`. The section, whoever drafted the
 * engagement or its contract, gave or judged the answers of a candidate, selected it, or applied for or
 * decided on its use. All arguments are SQL.
 */
export function auditedPeople(at: {
  readonly organization: string;
  readonly engagement: string;
  readonly from: string;
  readonly until: string;
}): string {
  const of = (table: string): string =>
    `FROM ${table} x WHERE x.organization_id = ${at.organization}`;
  const here = `x.engagement_id = ${at.engagement}`;
  const ofAssessment = `x.assessment_id IN (SELECT a.id FROM assessments a
      WHERE a.organization_id = ${at.organization} AND a.engagement_id = ${at.engagement})`;
  const ofApplication = `x.application_id IN (SELECT a.id FROM use_applications a
      WHERE a.organization_id = ${at.organization} AND a.engagement_id = ${at.engagement})`;
  return [
    `SELECT x.drafted_by AS person_id, 'drafter' AS part ${of('engagements')} AND x.id = ${at.engagement}`,
    `SELECT s.person_id, 'unit' FROM (${sectionStaff(at)}) s`,
    `SELECT x.drafted_by, 'contract' ${of('contracts')} AND ${here}`,
    `SELECT x.submitted_by, 'evaluator' ${of('assessment_submissions')} AND ${ofAssessment}`,
    `SELECT x.reviewed_by, 'evaluator' ${of('assessment_reviews')} AND ${ofAssessment}`,
    `SELECT x.decided_by, 'evaluator' ${of('assessment_reconciliations')} AND ${ofAssessment}`,
    `SELECT x.decided_by, 'evaluator' ${of('selections')} AND ${here}`,
    `SELECT unnest(ARRAY[x.author_id, x.applicant_id, x.decided_by]), 'approval' ${of('use_decisions')} AND ${ofApplication}`,
  ].join('\n    UNION ALL ');
}

/** What part it was. */
export type AuditedPart = 'drafter' | 'unit' | 'contract' | 'evaluator' | 'approval';
