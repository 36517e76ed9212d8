/**
 * `entryStatusOn` as a SQL expression over a row `s` of `approved_cloud_services` and its engagement
 * `e`. A test holds the two equal.
 *
 * @param day the placeholder of the day, e.g. `$2`
 */
export function entryStatusSql(day: string): string {
  return `CASE
    WHEN s.standing = 'voided' THEN 'voided'
    WHEN e.status IN ('closed', 'cancelled') THEN 'retired'
    WHEN e.status = 'suspended' THEN 'suspended'
    WHEN s.standing = 're-review' OR s.review_on < ${day}::date THEN 're-review'
    WHEN e.status IN ('planned', 'specified', 'selecting', 'selected', 'contracting', 'contracted') THEN 'approved'
    ELSE 'in-use' END`;
}
