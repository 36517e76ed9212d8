import type { Pack, Regime } from '../../policies/index.js';
import type { Text } from '../../shared/domain/text.js';
import type { CitedCriterion } from './submitted-content.js';

/** The role that approves re-subcontracting where the policy names none (9(1)②ア(エ)-9 leaves it open). */
const APPROVER_SETTING = 'subcontract-approver-role';

/** What the policy says of re-subcontracting in an engagement with these facts. */
function rulesOf(pack: Pack, facts: readonly string[]): NonNullable<Regime['subcontracting']>[] {
  return pack.regimes.flatMap(({ id, subcontracting }) =>
    subcontracting !== undefined && facts.includes(`regime:${id}`) ? [subcontracting] : [],
  );
}

/**
 * The roles whose decision counts: those the policy names (9(2)③カ後段: the department officer), or the one
 * the body chose.
 */
export function deciderRolesOf(
  pack: Pack,
  facts: readonly string[],
  settings: ReadonlyMap<string, string | number | boolean>,
): readonly string[] {
  const named = rulesOf(pack, facts).flatMap(({ deciderRoles = [] }) => deciderRoles);
  if (named.length > 0) return [...new Set(named)];
  const chosen = settings.get(APPROVER_SETTING);
  if (typeof chosen !== 'string') throw new Error(`${APPROVER_SETTING} has a default`);
  return [chosen];
}

/** A rule document of the body, as far as it is cited. */
export interface RuleInForce {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly title: string;
  readonly number: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}

/**
 * The versions of the criteria that a decision of a day is made by, and the titles of those of which none is
 * in force then.
 *
 * @param documents the newest first
 */
export function criteriaOn(
  pack: Pack,
  facts: readonly string[],
  documents: readonly RuleInForce[],
  day: string,
): { readonly cited: readonly CitedCriterion[]; readonly missing: readonly Text[] } {
  const kinds = [...new Set(rulesOf(pack, facts).flatMap(({ criteria }) => criteria))];
  const found = kinds.map((kind) => ({
    kind,
    document: documents.find((each) => each.kinds.includes(kind) && isInForce(each, day)),
  }));
  return {
    cited: found.flatMap(({ kind, document }) =>
      document === undefined ? [] : [cite(kind, document)],
    ),
    missing: found
      .filter(({ document }) => document === undefined)
      .map(({ kind }) => titleOf(pack, kind)),
  };
}

function isInForce({ effectiveFrom, effectiveUntil }: RuleInForce, day: string): boolean {
  return effectiveFrom <= day && (effectiveUntil === null || day <= effectiveUntil);
}

function cite(kind: string, { id, title, number, effectiveFrom }: RuleInForce): CitedCriterion {
  return { kind, ruleDocumentId: id, title, number, effectiveFrom };
}

function titleOf(pack: Pack, kind: string): Text {
  return pack.ruleDocumentKinds.find(({ id }) => id === kind)?.title ?? { ja: kind, en: kind };
}
