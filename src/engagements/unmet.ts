import { documentOf, type Gate, type Pack } from '../policies/index.js';
import type { UnmetObligation } from './domain/engagement.errors.js';
import { proofDemandOf } from './domain/proof-demand.js';
import type { LedgerEntry } from './dossier.js';

/** How a refusal names an obligation: its article as printed and what would meet it. */
export function unmetOf(
  pack: Pack,
  { row, rule, state }: LedgerEntry,
  gate: Gate,
): UnmetObligation {
  const article = pack.articles.find(({ key }) => key === rule.article);
  if (article === undefined) throw new Error(`The pack has no article ${rule.article}`);
  return {
    obligationId: row.id,
    rule: rule.id,
    article: rule.article,
    label: article.label,
    title: article.title,
    chosen: documentOf(pack, article).chosen === true,
    gate,
    owedBy: rule.owedBy,
    state,
    dueOn: row.dueOn,
    remedy: rule.remedy,
    proof: proofDemandOf(pack, rule),
  };
}
