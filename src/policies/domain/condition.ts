import type { Condition } from './pack.js';

/** Whether a condition holds where exactly these facts do. An empty condition always holds. */
export function holds(
  { all = [], any, none = [] }: Condition,
  facts: ReadonlySet<string>,
): boolean {
  const isFact = (token: string): boolean => facts.has(token);
  return all.every(isFact) && (any === undefined || any.some(isFact)) && !none.some(isFact);
}

/** Every token the condition speaks of, each once. */
export function tokensOf(condition: Condition): ReadonlySet<string> {
  return new Set([...(condition.all ?? []), ...(condition.any ?? []), ...(condition.none ?? [])]);
}
