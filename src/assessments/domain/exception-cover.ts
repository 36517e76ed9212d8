import type { Cover } from './judgement.js';

/** An obligation of the engagement, with the exceptions that stand in for it today. */
export interface CoveredObligation {
  readonly article: string;
  readonly exceptions: readonly { readonly id: string; readonly until: string | null }[];
}

const FOR_EVER = '9999-12-31';

/**
 * The exceptions that stand in for a criterion: every obligation of each of its articles must be
 * excepted (8(4)①). Articles that put none on the engagement say nothing; where none of them does,
 * nothing can be excepted.
 */
export function coverOf(
  articles: readonly string[],
  obligations: readonly CoveredObligation[],
): Cover | undefined {
  const owed = obligations.filter(({ article }) => articles.includes(article));
  if (owed.length === 0 || owed.some(({ exceptions }) => exceptions.length === 0)) return undefined;
  const lastDays = owed.map(({ exceptions }) =>
    latest(exceptions.map(({ until }) => until ?? FOR_EVER)),
  );
  const ids = owed.flatMap(({ exceptions }) => exceptions.map(({ id }) => id));
  return { exceptionIds: [...new Set(ids)].sort(), until: earliest(lastDays) };
}

function latest(days: readonly string[]): string {
  return days.reduce((a, b) => (a > b ? a : b));
}

function earliest(days: readonly string[]): string {
  return days.reduce((a, b) => (a < b ? a : b));
}
