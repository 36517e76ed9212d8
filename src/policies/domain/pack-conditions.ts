import { ENGAGEMENT_FACTS } from './pack.js';
import { fault, type PackFault, unknownValue } from './pack-fault.js';
import type { PackLayer } from './pack-merge.js';
import { stringsAt, valuesAt } from './pack-values.js';

const CONDITIONS = [
  'regimes.*.when',
  'tiers.*.when',
  'articles.*.obligations.*.when',
  'criteria.*.when',
  'criteria.*.knockOut',
  'clauses.*.when',
  'clauses.*.requiredWhen',
  'reports.*.when',
];

/** Facts that follow from a condition, so that it cannot rest on them itself. */
const DERIVED_LATER: Readonly<Record<string, RegExp>> = {
  regimes: /^(regime|tier):/,
  tiers: /^tier:/,
};

/** Every fact in a condition of a merged pack that nobody states, or not in time for it. */
export function unknownFacts(pack: PackLayer): readonly PackFault[] {
  const known = knownFacts(pack);
  const isOpen = leavesMarksOpen(pack);
  return CONDITIONS.flatMap((at) => valuesAt(pack, `${at}.*.*`)).flatMap(({ path, value }) => {
    if (typeof value !== 'string') return [];
    if (!known.has(value) && !(isOpen && !value.includes(':'))) {
      return [unknownValue(path, value, { ja: '事実', en: 'fact' }, known)];
    }
    return DERIVED_LATER[path[0] ?? '']?.test(value) === true
      ? [
          fault(
            path,
            `事実「${value}」はこの条件より後に決まります。`,
            `fact "${value}" is decided only after this condition`,
          ),
        ]
      : [];
  });
}

function knownFacts(pack: PackLayer): ReadonlySet<string> {
  const marks = stringsAt(pack, 'classification.*.*.marks.*');
  const derived = [
    ...[...stringsAt(pack, 'regimes.*.id')].map((id) => `regime:${id}`),
    ...[...stringsAt(pack, 'tiers.*.id')].map((id) => `tier:${id}`),
  ];
  return new Set<string>([...ENGAGEMENT_FACTS, ...marks, ...derived]);
}

/** A base without classes leaves the marks to the bodies that extend it. */
function leavesMarksOpen(pack: PackLayer): boolean {
  return pack.body === undefined && valuesAt(pack, 'classification.*.*').length === 0;
}

/** Every engagement needs a tier, so the last one takes what the others leave. */
export function tiersWithoutRest(pack: PackLayer): readonly PackFault[] {
  const [last] = valuesAt(pack, 'tiers.*').slice(-1);
  return valuesAt(last?.value, 'when.*').length === 0
    ? []
    : [
        fault(
          [...(last?.path ?? []), 'when'],
          '最後の区分の条件は空（{}）でなければなりません。',
          'the last tier must have an empty condition',
        ),
      ];
}
