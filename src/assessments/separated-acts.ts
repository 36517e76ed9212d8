/** SQL over a row `NEW` of a round of an assessment, for the acts that are held apart. */

/**
 * Who of the body issued a link by which answers of a round were given: they were told it, and could have used it.
 * All of a round is SQL.
 */
export function linkIssuersOf({
  organization,
  assessment,
  round,
}: Readonly<Record<'organization' | 'assessment' | 'round', string>>): string {
  const came = (table: string): string =>
    `EXISTS (SELECT FROM ${table} g WHERE g.organization_id = ${organization} AND g.assessment_id = ${assessment}
      AND g.round = ${round} AND g.given_by ->> 'kind' = 'link')`;
  return `SELECT DISTINCT l.issued_by FROM answer_links l
    WHERE l.organization_id = ${organization} AND l.assessment_id = ${assessment}
      AND (${came('assessment_submissions')} OR ${came('assessment_answers')})`;
}

const ROUND = { organization: 'NEW.organization_id', assessment: 'NEW.assessment_id' };

/** The same of a row of the round, and of the round whose outcome a selection `NEW` follows from. */
export const LINK_ISSUED_BY = `ARRAY(${linkIssuersOf({ ...ROUND, round: 'NEW.round' })})`;
export const OUTCOME_LINK_ISSUED_BY = `ARRAY(${linkIssuersOf({
  ...ROUND,
  round: `(SELECT o.round FROM assessment_outcomes o
      WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id)`,
})})`;

export const ENGAGEMENT_OF_ASSESSMENT = `(SELECT a.engagement_id FROM assessments a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.assessment_id)`;

/** Who of the body submitted the answers of the round; nobody where the vendor did. */
export const SUBMITTED_BY = `ARRAY(SELECT s.submitted_by FROM assessment_submissions s
    WHERE s.organization_id = NEW.organization_id AND s.assessment_id = NEW.assessment_id AND s.round = NEW.round)`;

/** Who of the body entered the answers of the round. */
export const ANSWERED_BY = `ARRAY(SELECT a.entered_by FROM assessment_answers a
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round)`;

/** Whose reviews of the round there are. */
export const REVIEWED_BY = `ARRAY(SELECT r.reviewed_by FROM assessment_reviews r
    WHERE r.organization_id = NEW.organization_id AND r.assessment_id = NEW.assessment_id AND r.round = NEW.round)`;

/** Whose reviews the outcome of a selection `NEW` follows from, whatever the outcome says of them. */
export const OUTCOME_REVIEWED_BY = `ARRAY(SELECT r.reviewed_by FROM assessment_outcomes o
    JOIN assessment_reviews r ON r.organization_id = o.organization_id AND r.assessment_id = o.assessment_id AND r.round = o.round
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id)`;

/** Whether whoever entered the answer `given` reviewed or reconciled the round, and nothing admits both. */
export const JUDGED_OWN_ANSWER = `EXISTS (SELECT FROM assessment_reviews r
      WHERE r.organization_id = given.organization_id AND r.assessment_id = given.assessment_id AND r.round = given.round
        AND r.reviewed_by = given.entered_by AND NOT r.duties_joined AND r.duty_waiver_id IS NULL)
    OR EXISTS (SELECT FROM assessment_reconciliations r
      WHERE r.organization_id = given.organization_id AND r.assessment_id = given.assessment_id AND r.round = given.round
        AND r.decided_by = given.entered_by AND r.duty_waiver_id IS NULL)`;
