/**
 * Until which day the clauses of a contract prove what they agree; null without end. A contract that
 * lasts as long as the work agreed them for all of it. One that ends sooner leaves the rest uncovered.
 */
export function clausesProveUntil(
  contractEndsOn: string | null,
  workEndsOn: string | null,
): string | null {
  if (contractEndsOn === null) return null;
  return workEndsOn !== null && contractEndsOn >= workEndsOn ? null : contractEndsOn;
}
