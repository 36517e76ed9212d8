/**
 * `stateOn` as a SQL expression over a row `o` of `obligations`, for lists over many engagements. A
 * test holds the two equal. It is costly: whoever uses it more than once fences it (`OFFSET 0`).
 *
 * @param day the placeholder of the day, e.g. `$2`
 * @param effect what the proofs make of the row; found row by row where left out
 */
export function obligationStateSql(day: string, effect = effectSql(day)): string {
  return `CASE
    WHEN o.not_applicable_on <= ${day}::date THEN 'not-applicable'
    ELSE coalesce(
      ${effect},
      CASE
        WHEN o.opened_on IS NULL OR o.opened_on > ${day}::date THEN 'pending'
        WHEN o.due_on < ${day}::date THEN 'overdue'
        ELSE 'open'
      END)
    END`;
}

/**
 * What the proofs make of every obligation of a body at once, as a join `effects` to `o`: for
 * `obligationStateSql(day, 'effects.effect')` over most of the body's obligations.
 *
 * @param day the placeholder of the day, e.g. `$2`
 * @param owner the placeholder of the body
 */
export function joinedEffectsSql(day: string, owner = '$1'): string {
  return `LEFT JOIN (
      SELECT p.obligation_id, ${STRONGEST} AS effect FROM proofs p
      WHERE p.organization_id = ${owner} AND ${countsSql(day)}
      GROUP BY p.obligation_id
    ) effects ON effects.obligation_id = o.id`;
}

/** A breach outweighs a proof, and a proof an exception. */
const STRONGEST = `(ARRAY['breached', 'met', 'excepted'])[
  min(array_position(ARRAY['breaches', 'proves', 'excepts'], p.effect))]`;

function effectSql(day: string): string {
  return `(SELECT ${STRONGEST} FROM proofs p
    WHERE p.organization_id = o.organization_id AND p.obligation_id = o.id AND ${countsSql(day)})`;
}

function countsSql(day: string): string {
  return `p.valid_from <= ${day}::date AND (p.valid_until IS NULL OR p.valid_until >= ${day}::date)
    AND (p.voided_on IS NULL OR p.voided_on > ${day}::date)`;
}

/**
 * Whether a row `e` of `engagements` was there and had not ended, as a SQL condition.
 *
 * @param day the placeholder of the day, e.g. `$2`
 */
export function runsOnSql(day: string): string {
  return `e.registered_on <= ${day}::date
    AND CASE WHEN e.status IN ('closed', 'cancelled') THEN e.closed_on > ${day}::date ELSE true END`;
}

/**
 * Whether the duty of a row `o` of `obligations` arose, as a SQL condition.
 *
 * @param day the placeholder of the day, e.g. `$2`
 */
export function arisesOnSql(day: string): string {
  return `(o.withdrawn_on IS NULL OR o.withdrawn_on > ${day}::date)`;
}
