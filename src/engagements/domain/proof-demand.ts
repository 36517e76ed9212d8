import type { ObligationRule, Pack, ProofKind } from '../../policies/index.js';
import type { Text } from '../../shared/domain/text.js';

/** What would prove a duty: a kind of record and, where not any of it will do, which ones of it. */
export interface ProofDemand {
  readonly kind: ProofKind;
  /** Any one of these; empty where every record of the kind does. */
  readonly anyOf: { readonly id: string; readonly title: Text }[];
}

export function proofDemandOf(pack: Pack, { proof }: ObligationRule): ProofDemand {
  const titles = new Map(namedKinds(pack, proof.kind).map(({ id, title }) => [id, title]));
  const anyOf = (proof.of ?? []).map((id) => ({ id, title: titles.get(id) ?? { ja: id, en: id } }));
  return { kind: proof.kind, anyOf };
}

/** What the policy tells apart, by name, among the records of a kind. */
export function namedKinds(
  { recordKinds, ruleDocumentKinds, reports, clauses }: Pack,
  kind: ProofKind,
): readonly { readonly id: string; readonly title: Text }[] {
  if (kind === 'record') return recordKinds;
  if (kind === 'rule-document') return ruleDocumentKinds;
  if (kind === 'report') return reports;
  return kind === 'contract-clause' ? clauses : [];
}
