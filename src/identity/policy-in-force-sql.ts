/**
 * The policy version that a body runs on, as a column; null where none is in force.
 * @param row the alias of a row of the body
 * @param day the placeholder of the day, e.g. `$3`
 */
export function policyInForce(row: string, day: string): string {
  return `(SELECT a.policy_version_id FROM policy_adoptions a
    WHERE a.organization_id = ${row}.organization_id AND a.effective_from <= ${day}
    ORDER BY a.effective_from DESC LIMIT 1) AS "policyVersionId"`;
}
