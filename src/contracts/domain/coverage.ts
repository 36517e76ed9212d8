import type { ClauseParameter } from '../../policies/index.js';
import type { Text } from '../../shared/domain/text.js';
import type { ClauseDecision } from './clause-decision.js';
import { isFilled } from './clause-value.js';

/**
 * How the contract answers a demand of the policy for a clause. `excepted`: a permitted exception
 * stands in for it.
 */
export const COVERAGE_STATUSES = ['included', 'not-applicable', 'excepted', 'missing'] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

/** An obligation that a clause of the contract proves (9(1)②ア(エ), 9(2)③). */
export interface Demand {
  /** Id of the obligation in the policy. */
  readonly rule: string;
  readonly article: string;
  /** As printed in the policy. */
  readonly label: string;
  readonly title: Text;
  /** Any one of these clauses suffices. */
  readonly clauses: readonly string[];
  /** What was decided of the obligation apart from the contract. */
  readonly apart: {
    readonly status: 'not-applicable' | 'excepted';
    readonly reason: string | null;
  } | null;
}

/** A clause offered for the contract. */
export interface OfferedClause {
  readonly id: string;
  readonly title: Text;
  readonly parameters: readonly ClauseParameter[];
  /** Whether leaving it out needs a reason and a confirmation. */
  readonly isRequired: boolean;
}

/** A decision on a clause, and whether leaving it out was confirmed. */
export interface StandingDecision extends ClauseDecision {
  readonly isConfirmed: boolean;
}

/** A demand with how the contract answers it. */
export interface CoverageItem extends Omit<Demand, 'apart'> {
  readonly status: CoverageStatus;
  /** The clauses that include it, or that were found not applicable. */
  readonly answeredBy: readonly string[];
  readonly reason: string | null;
}

/**
 * Why a contract cannot be signed. `missing`: an article demands a clause on which nothing is
 * decided. `undecided`: so is a required clause. `unconfirmed`: a required clause is left out without
 * the confirmation of the permitted role. `unfilled`: a required parameter is empty.
 */
export const GAP_KINDS = ['missing', 'undecided', 'unconfirmed', 'unfilled'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export interface Gap {
  readonly kind: GapKind;
  /** The clauses of which one would close it. */
  readonly clauses: readonly string[];
  readonly article: string | null;
  readonly label: string | null;
  readonly parameter: string | null;
  readonly remedy: Text;
}

export interface Coverage {
  readonly items: readonly CoverageItem[];
  readonly gaps: readonly Gap[];
}

/** What the contract covers of what the policy demands now, article by article, and what is open. */
export function coverageOf(
  demands: readonly Demand[],
  offered: readonly OfferedClause[],
  decisions: readonly StandingDecision[],
): Coverage {
  const byClause = new Map(decisions.map((decision) => [decision.clauseId, decision]));
  const items = demands.map((demand) => itemOf(demand, byClause));
  const spokenOf = new Set(items.flatMap(({ clauses }) => clauses));
  return {
    items,
    gaps: [
      ...items.filter(({ status }) => status === 'missing').map(missingGap),
      ...offered.flatMap((clause) => {
        const decision = byClause.get(clause.id);
        if (decision !== undefined) return decidedGaps(clause, decision);
        // An article that demands the clause tells by itself whether it is missing.
        return clause.isRequired && !spokenOf.has(clause.id) ? [undecidedGap(clause)] : [];
      }),
    ],
  };
}

function itemOf(
  { apart, ...demand }: Demand,
  decisions: ReadonlyMap<string, StandingDecision>,
): CoverageItem {
  const made = demand.clauses.flatMap((id) => decisions.get(id) ?? []);
  const included = made.filter(({ decision }) => decision === 'included');
  if (included.length > 0) return answered(demand, 'included', included, null);
  if (made.length > 0) {
    return answered(demand, 'not-applicable', made, made.map(({ reason }) => reason).join('\n'));
  }
  return answered(demand, apart?.status ?? 'missing', [], apart?.reason ?? null);
}

function answered(
  demand: Omit<Demand, 'apart'>,
  status: CoverageStatus,
  by: readonly StandingDecision[],
  reason: string | null,
): CoverageItem {
  return { ...demand, status, answeredBy: by.map(({ clauseId }) => clauseId), reason };
}

function decidedGaps(clause: OfferedClause, decision: StandingDecision): readonly Gap[] {
  if (decision.decision === 'included') return unfilledGaps(clause, decision);
  return clause.isRequired && !decision.isConfirmed ? [unconfirmedGap(clause)] : [];
}

function unfilledGaps(
  { id, title, parameters }: OfferedClause,
  { values }: StandingDecision,
): readonly Gap[] {
  return parameters
    .filter((parameter) => parameter.required && !isFilled(values[parameter.id]))
    .map(({ id: parameter, label }) => ({
      ...NOWHERE,
      ...{ kind: 'unfilled', clauses: [id], parameter },
      remedy: {
        ja: `${id}（${title.ja}）の「${label.ja}」を記入してください。`,
        en: `Fill in "${label.en}" of ${id} (${title.en}).`,
      },
    }));
}

function missingGap({ clauses, article, label, title }: CoverageItem): Gap {
  return {
    ...{ kind: 'missing', clauses, article, label, parameter: null },
    remedy: {
      ja: `${label}（${title.ja}）の条項（${clauses.join('、')}）を入れるか、適用しない理由を記録してください。`,
      en: `Include the clause for ${label} (${title.en}): ${clauses.join(' or ')}; or record why it is not applicable.`,
    },
  };
}

function undecidedGap({ id, title }: OfferedClause): Gap {
  return {
    ...NOWHERE,
    ...{ kind: 'undecided', clauses: [id] },
    remedy: {
      ja: `${id}（${title.ja}）を入れるか、適用しない理由を記録して確認を受けてください。`,
      en: `Include ${id} (${title.en}), or record why it is not applicable and have it confirmed.`,
    },
  };
}

function unconfirmedGap({ id, title }: OfferedClause): Gap {
  return {
    ...NOWHERE,
    ...{ kind: 'unconfirmed', clauses: [id] },
    remedy: {
      ja: `${id}（${title.ja}）を適用しないことについて、権限を有する者の確認を受けてください。`,
      en: `Have it confirmed by the permitted role that ${id} (${title.en}) is not applicable.`,
    },
  };
}

const NOWHERE = { article: null, label: null, parameter: null };
