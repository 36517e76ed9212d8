/** SQL for the acts that are held apart; all arguments are SQL themselves. */

/**
 * The people (`person_id`) who serve in the section of an engagement, or in a unit below it, on some day
 * of a period.
 */
export function sectionStaff(at: {
  readonly organization: string;
  readonly engagement: string;
  readonly from: string;
  readonly until: string;
}): string {
  return `WITH RECURSIVE within AS (
      SELECT e.unit_id AS id FROM engagements e
      WHERE e.organization_id = ${at.organization} AND e.id = ${at.engagement}
      UNION SELECT u.id FROM org_units u JOIN within w ON u.parent_id = w.id
      WHERE u.organization_id = ${at.organization})
    SELECT p.person_id FROM posts p JOIN within w ON w.id = p.unit_id
    WHERE p.organization_id = ${at.organization} AND p.valid_from <= ${at.until}
      AND coalesce(p.valid_until, 'infinity') >= ${at.from}`;
}

/** Whether a duty `NEW` does not arise because a clause of a contract was left out, by whoever decided that. */
export const FOLLOWS_FROM_CLAUSE = `EXISTS (SELECT FROM contracts c
    JOIN contract_clauses k ON k.organization_id = c.organization_id AND k.contract_id = c.id
    WHERE c.organization_id = NEW.organization_id AND c.engagement_id = NEW.engagement_id
      AND k.decision = 'not-applicable' AND k.reason = NEW.not_applicable_reason)`;
