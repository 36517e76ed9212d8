import type { Criterion } from '../../policies/index.js';

/** What the policy now asks, as far as it tells whether an earlier checklist still does. */
export type AskedNow = Pick<Criterion, 'id'> & { readonly knockOut: boolean };

/** Whether a checklist, as it was sent, asks everything that is asked now, as severely. */
export function covers(
  sent: readonly { readonly criterionId: string; readonly knockOut: boolean }[],
  now: readonly AskedNow[],
): boolean {
  const asked = new Map(sent.map(({ criterionId, knockOut }) => [criterionId, knockOut]));
  return now.every(({ id, knockOut }) => {
    const wasKnockOut = asked.get(id);
    return wasKnockOut !== undefined && (wasKnockOut || !knockOut);
  });
}

/** What is asked again in a new round unless someone says otherwise: what keeps the candidate from being suitable. */
export function askedAgain(outcome: {
  readonly knockOuts: readonly { readonly criterionId: string }[];
  readonly contributions: readonly {
    readonly criterionId: string;
    readonly value: string | null;
  }[];
}): string[] {
  const open = outcome.knockOuts.map(({ criterionId }) => criterionId);
  if (open.length > 0) return open;
  return outcome.contributions
    .filter(({ value }) => value !== '1' && value !== null)
    .map(({ criterionId }) => criterionId);
}
