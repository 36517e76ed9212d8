import {
  type Condition,
  ENGAGEMENT_FACTS,
  ENGAGEMENT_KINDS,
  holds,
  type InformationClass,
  type Pack,
  regimesFor,
  tierFor,
} from '../../policies/index.js';

type Facts = ReadonlySet<string>;
/** What may be the case in one respect of an engagement; exactly one of them is. */
type Alternatives = readonly Facts[];

/**
 * Whether a condition can hold for some engagement under a pack. Takes what is seldom together for
 * possible, so a no is certain.
 */
export function canHold(pack: Pack, condition: Condition): boolean {
  const relevant = factsBehind(pack, condition);
  const respects = respectsOf(pack)
    .map((alternatives) => narrowed(alternatives, relevant))
    .filter((alternatives) => alternatives.some(({ size }) => size > 0));
  return some(respects, new Set(), (facts) => holds(condition, withDerived(pack, facts)));
}

function withDerived(pack: Pack, facts: Facts): Facts {
  const regimes = regimesFor(pack, facts).map(({ id }) => `regime:${id}`);
  const all = new Set([...facts, ...regimes]);
  const tier = tierFor(pack, all);
  return tier === undefined ? all : all.add(`tier:${tier.id}`);
}

/** Every fact that a condition speaks of, and those its regimes and tiers follow from. */
function factsBehind(pack: Pack, condition: Condition): Facts {
  const facts = new Set<string>();
  const left = [condition];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const fact of Object.values(next as Record<string, readonly string[]>).flat()) {
      if (!facts.has(fact)) left.push(...sourcesOf(pack, fact));
      facts.add(fact);
    }
  }
  return facts;
}

function sourcesOf({ regimes, tiers }: Pack, fact: string): readonly Condition[] {
  const derived = fact.startsWith('tier:')
    ? tiers
    : regimes.filter(({ id }) => fact === `regime:${id}`);
  return derived.map(({ when }) => when);
}

function respectsOf({ classification, segmentSplit }: Pack): readonly Alternatives[] {
  const free = ENGAGEMENT_FACTS.filter((fact) => !KINDS.has(fact)).filter(
    (fact) => fact !== 'sanitised-transfer' || segmentSplit?.sanitised === true,
  );
  return [
    unions(ENGAGEMENT_KINDS.map((kind) => new Set([kind]))),
    ...free.map((fact) => [new Set<string>(), new Set([fact])]),
    // Every member of a classification is a list of classes, which its type tells one by one.
    ...Object.values(classification as unknown as Record<string, readonly InformationClass[]>).map(
      (classes) => [new Set<string>(), ...unions(classes.map(({ marks }) => new Set(marks)))],
    ),
  ];
}

const KINDS: Facts = new Set(ENGAGEMENT_KINDS);

/** One or several of some sets of facts together, each outcome once. */
function unions(sets: readonly Facts[]): Alternatives {
  const together = new Map<string, Facts>();
  for (const set of sets) {
    for (const facts of [
      set,
      ...[...together.values()].map((other) => new Set([...other, ...set])),
    ]) {
      together.set(keyOf(facts), facts);
    }
  }
  return [...together.values()];
}

/** The alternatives that differ in the relevant facts. */
function narrowed(alternatives: Alternatives, relevant: Facts): Alternatives {
  const sets = alternatives.map((facts) => new Set([...facts].filter((one) => relevant.has(one))));
  return [...new Map(sets.map((facts) => [keyOf(facts), facts])).values()];
}

function keyOf(facts: Facts): string {
  return [...facts].sort().join(' ');
}

function some(
  [alternatives, ...others]: readonly Alternatives[],
  facts: Facts,
  question: (facts: Facts) => boolean,
): boolean {
  return alternatives === undefined
    ? question(facts)
    : alternatives.some((more) => some(others, new Set([...facts, ...more]), question));
}
