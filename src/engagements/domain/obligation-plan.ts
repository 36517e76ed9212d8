import type { ObligationRule, Pack, ProofKind } from '../../policies/index.js';
import { addDays, calendarDate } from '../../shared/domain/calendar-date.js';

/** What is on the ledger before a change of the engagement. */
export interface LedgerLine {
  readonly id: string;
  readonly ruleId: string;
  readonly withdrawnOn: string | null;
}

/** What a change of kind, classification or segment does to the ledger. */
export interface LedgerChange {
  readonly added: readonly ObligationRule[];
  /** Lines whose duty arises again. */
  readonly revived: readonly string[];
  /** Lines whose duty no longer arises. */
  readonly withdrawn: readonly string[];
}

/** Compares the duties that the policy puts on the engagement now with those on its ledger. */
export function ledgerChange(
  owed: readonly ObligationRule[],
  ledger: readonly LedgerLine[],
): LedgerChange {
  const owedIds = new Set(owed.map(({ id }) => id));
  const known = new Set(ledger.map(({ ruleId }) => ruleId));
  return {
    added: owed.filter(({ id }) => !known.has(id)),
    revived: ledger
      .filter(({ ruleId, withdrawnOn }) => withdrawnOn !== null && owedIds.has(ruleId))
      .map(({ id }) => id),
    withdrawn: ledger
      .filter(({ ruleId, withdrawnOn }) => withdrawnOn === null && !owedIds.has(ruleId))
      .map(({ id }) => id),
  };
}

/** The day a duty is due: so many days from the start or end of the engagement, by a setting. */
export function dueDay(
  { due }: ObligationRule,
  period: { readonly startsOn: string; readonly endsOn: string | null },
  settings: ReadonlyMap<string, string | number | boolean>,
): string | null {
  if (due === undefined) return null;
  const from = due.from === 'start' ? period.startsOn : period.endsOn;
  const days = settings.get(due.setting);
  if (from === null || typeof days !== 'number') return null;
  return addDays(calendarDate(from), days);
}

/** Lines whose due day is another one now, because the period or a setting changed. */
export function redatedLines(
  owed: readonly ObligationRule[],
  ledger: readonly (LedgerLine & { readonly dueOn: string | null })[],
  period: { readonly startsOn: string; readonly endsOn: string | null },
  settings: ReadonlyMap<string, string | number | boolean>,
): { readonly id: string; readonly dueOn: string | null }[] {
  const days = new Map(owed.map((rule) => [rule.id, dueDay(rule, period, settings)]));
  return ledger.flatMap(({ id, ruleId, dueOn }) => {
    const day = days.get(ruleId);
    return day === undefined || day === dueOn ? [] : [{ id, dueOn: day }];
  });
}

/** The rules of a pack by id. */
export function rulesOf(pack: Pack): ReadonlyMap<string, ObligationRule> {
  return new Map(
    pack.articles.flatMap(({ obligations }) => obligations.map((rule) => [rule.id, rule])),
  );
}

/** Whether a record of this kind, e.g. a `record` of kind `impact-review`, proves the duty. */
export function isProvedBy(
  { article, proof }: ObligationRule,
  record: {
    readonly kind: ProofKind;
    readonly of?: readonly string[] | undefined;
    readonly articles?: readonly string[] | undefined;
  },
): boolean {
  if (proof.kind !== record.kind || record.articles?.includes(article) === false) return false;
  return proof.of === undefined || (record.of ?? []).some((id) => proof.of?.includes(id));
}
