/**
 * Until which day a contract and its clauses prove what they agree; null without end. A contract that
 * lasts as long as the work agreed it for all of it. One that ends sooner leaves the rest uncovered.
 */
export function contractProvesUntil(
  contractEndsOn: string | null,
  workEndsOn: string | null,
): string | null {
  if (contractEndsOn === null) return null;
  return workEndsOn !== null && contractEndsOn >= workEndsOn ? null : contractEndsOn;
}
