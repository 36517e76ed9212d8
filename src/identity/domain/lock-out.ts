/** A longer password would only cost time to hash. */
export const MAXIMUM_PASSWORD_LENGTH = 200;

const FREE_FAILURES = 5;
const LONGEST_MINUTES = 15;

/**
 * Until when sign-in is refused after so many wrong passwords or second factors in a row: not at all for the first
 * four, then 1, 2, 4, 8 and at most 15 minutes.
 */
export function lockAfter(failures: number, now: Date): Date | null {
  if (failures < FREE_FAILURES) return null;
  const minutes = Math.min(2 ** (failures - FREE_FAILURES), LONGEST_MINUTES);
  return new Date(now.getTime() + minutes * 60_000);
}
