import { isOut } from './domain/assessment-lifecycle.js';
import type { AssessmentDto } from './dto/assessment.dto.js';

/** An assessment as it is listed, before the day says whether it is late. */
export type AssessmentHead = Omit<AssessmentDto, 'isOverdue'>;

/** The columns of a head, over `HEAD_FROM`. */
export const HEAD = `a.id, a.engagement_id AS "engagementId", a.procedure_id AS "procedureId",
  a.method, a.version, a.status, a.vendor_id AS "vendorId",
  v.name AS "vendorName", a.cloud_service_id AS "cloudServiceId", s.name AS "cloudServiceName", a.round,
  a.due_on AS "dueOn", cardinality(r.asked) AS asked,
  (SELECT count(*)::int FROM assessment_answers w
    WHERE w.organization_id = a.organization_id AND w.assessment_id = a.id AND w.round = a.round
      AND w.criterion_id = ANY (r.asked)) AS answered,
  a.policy_version_id AS "policyVersionId",
  json_build_object('suitable', a.score_suitable, 'conditional', a.score_conditional) AS thresholds,
  a.reviewers_required AS "reviewersRequired", a.tolerated_difference AS "toleratedDifference",
  (SELECT count(*)::int FROM assessment_reviews w
    WHERE w.organization_id = a.organization_id AND w.assessment_id = a.id AND w.round = a.round) AS "reviewsGiven",
  o.result, o.score, a.sent_by AS "sentBy", a.sent_on AS "sentOn", a.withdrawn_on AS "withdrawnOn",
  a.withdrawn_reason AS "withdrawnReason", a.withdrawn_by_vendor AS "withdrawnByVendor"`;

export const HEAD_FROM = `FROM assessments a
  JOIN vendors v ON v.organization_id = a.organization_id AND v.id = a.vendor_id
  JOIN assessment_rounds r ON r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.round = a.round
  LEFT JOIN cloud_services s ON s.organization_id = a.organization_id AND s.id = a.cloud_service_id
  LEFT JOIN assessment_outcomes o
    ON o.organization_id = a.organization_id AND o.assessment_id = a.id AND o.superseded_on IS NULL`;

/** An assessment as it is answered on a day. */
export function assessmentOf<Head extends AssessmentHead>(
  head: Head,
  today: string,
): Head & AssessmentDto {
  return { ...head, isOverdue: isOut(head.status) && head.dueOn < today };
}
