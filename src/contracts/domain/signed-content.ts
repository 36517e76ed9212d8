import type { AnnexContent } from './annex-content.js';
import type { ClauseValues } from './clause-value.js';

/**
 * What a signature binds to: the parties, the term and the text as the annex froze them, the
 * specification contained, and what was decided on each clause. Who confirmed that a clause is left out
 * may be recorded later, and changes nothing of it.
 */
export function signedContent(
  contract: {
    readonly vendorId: string;
    readonly cloudServiceId: string | null;
    readonly specificationId: string | null;
  },
  clauses: readonly SignedClause[],
  annex: AnnexContent,
): object {
  const { vendorId, cloudServiceId, specificationId } = contract;
  const decided = clauses.map(({ clauseId, decision, values, reason }) => ({
    ...{ clauseId, decision, values, reason },
  }));
  const inOrder = decided.sort((a, b) => (a.clauseId < b.clauseId ? -1 : 1));
  return { vendorId, cloudServiceId, specificationId, clauses: inOrder, annex };
}

interface SignedClause {
  readonly clauseId: string;
  readonly decision: string;
  readonly values: ClauseValues;
  readonly reason: string | null;
}
