import { holds } from './condition.js';
import type {
  Clause,
  Classification,
  Criterion,
  Duty,
  ENGAGEMENT_FACTS,
  InformationClass,
  ObligationRule,
  Pack,
  Regime,
  Segment,
  Tier,
} from './pack.js';
import { UnknownClass, UnknownSegment } from './policy.errors.js';

type EngagementFact = (typeof ENGAGEMENT_FACTS)[number];

export const ENGAGEMENT_KINDS = [
  'outsourcing',
  'cloud',
  'social-media',
] as const satisfies EngagementFact[];
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

export const WORK_TYPES = [
  'development',
  'operation',
  'disposal',
] as const satisfies EngagementFact[];
export type WorkType = (typeof WORK_TYPES)[number];

/** The questions that decide the review depth. */
export const TIER_QUESTIONS = [
  'handles-important-information',
  'stoppage-intolerable',
  'reaches-internal-systems',
] as const satisfies EngagementFact[];
export type TierQuestion = (typeof TIER_QUESTIONS)[number];

/** What one data item is classified as, by class id of the pack. */
export interface ClassifiedItem {
  readonly confidentiality: string;
  readonly integrity: string;
  readonly availability: string;
  readonly personalInformation: boolean;
  readonly specificPersonalInformation: boolean;
}

/** What the policy needs to know of an engagement to say which of its rules apply. */
export interface EngagementProfile {
  readonly kinds: readonly EngagementKind[];
  readonly workTypes: readonly WorkType[];
  /** The questions answered yes. */
  readonly tierAnswers: readonly TierQuestion[];
  readonly dataItems: readonly ClassifiedItem[];
  /** Id of the network segment it works in; absent until it is known. */
  readonly segment?: string | undefined;
}

/**
 * All facts of an engagement under a pack: its own, the marks of its data items, those of its
 * segment, the `regime:<id>` it falls under and its `tier:<id>`. Throws UnknownClass and UnknownSegment.
 */
export function factsOf(pack: Pack, engagement: EngagementProfile): ReadonlySet<string> {
  const facts = new Set<string>([
    ...engagement.kinds,
    ...engagement.workTypes,
    ...engagement.tierAnswers,
    ...engagement.dataItems.flatMap((item) => dataFacts(pack.classification, item)),
    ...segmentFacts(pack, engagement),
  ]);
  const regimes = regimesFor(pack, facts).map(({ id }) => `regime:${id}`);
  const withRegimes = new Set([...facts, ...regimes]);
  const tier = tierFor(pack, withRegimes);
  return tier === undefined ? withRegimes : withRegimes.add(`tier:${tier.id}`);
}

function dataFacts(scheme: Classification, item: ClassifiedItem): readonly string[] {
  const facts: EngagementFact[] = [];
  if (item.personalInformation) facts.push('personal-information');
  if (item.specificPersonalInformation) facts.push('specific-personal-information');
  return [
    ...facts,
    ...classOf(scheme.confidentiality, item.confidentiality).marks,
    ...classOf(scheme.integrity, item.integrity).marks,
    ...classOf(scheme.availability, item.availability).marks,
  ];
}

function segmentFacts(pack: Pack, engagement: EngagementProfile): readonly EngagementFact[] {
  if (engagement.segment === undefined) return [];
  const { admits } = segmentOf(pack, engagement.segment);
  const isInside = engagement.dataItems.every((item) => admits.includes(item.confidentiality));
  return [
    ...(isInside ? [] : (['outside-segment'] as const)),
    ...(isSanitised(pack, engagement.segment) ? (['sanitised-transfer'] as const) : []),
  ];
}

/** Whether what passes between the segment and the one it is split from must be sanitised. */
function isSanitised({ segmentSplit }: Pack, segment: string): boolean {
  return segmentSplit?.sanitised === true && segmentSplit.between.includes(segment);
}

function segmentOf(pack: Pack, id: string): Segment {
  const segment = pack.segments.find((candidate) => candidate.id === id);
  if (segment === undefined) throw new UnknownSegment(id);
  return segment;
}

function classOf(classes: readonly InformationClass[], id: string): InformationClass {
  const found = classes.find((candidate) => candidate.id === id);
  if (found === undefined) throw new UnknownClass(id);
  return found;
}

/** The most sensitive of some classes of one dimension; none of none. Throws UnknownClass. */
export function highestClass(
  classes: readonly InformationClass[],
  ids: readonly string[],
): InformationClass | undefined {
  return ids
    .map((id) => classOf(classes, id))
    .reduce<InformationClass | undefined>(
      (highest, next) => (highest === undefined || next.rank > highest.rank ? next : highest),
      undefined,
    );
}

/** The sets of rules an engagement falls under. */
export function regimesFor(pack: Pack, facts: ReadonlySet<string>): readonly Regime[] {
  return pack.regimes.filter(({ when }) => holds(when, facts));
}

/** The review depth: the first whose condition holds. Undefined only where a pack has no tiers. */
export function tierFor(pack: Pack, facts: ReadonlySet<string>): Tier | undefined {
  return pack.tiers.find(({ when }) => holds(when, facts));
}

/** Whether an engagement is reviewed no deeper than anything is. */
export function isLightestTier(pack: Pack, facts: ReadonlySet<string>): boolean {
  return tierFor(pack, facts)?.id === pack.tiers.at(-1)?.id;
}

/** The duties the policy puts on an engagement, in the order of the articles. */
export function obligationsFor(pack: Pack, facts: ReadonlySet<string>): readonly ObligationRule[] {
  return pack.articles
    .flatMap(({ obligations }) => obligations)
    .filter(({ when }) => holds(when, facts));
}

/** The questions asked of an engagement at one moment. */
export function criteriaFor(
  pack: Pack,
  facts: ReadonlySet<string>,
  askedAt: Criterion['askedAt'],
): readonly Criterion[] {
  return pack.criteria.filter(
    (criterion) => criterion.askedAt === askedAt && holds(criterion.when, facts),
  );
}

/** The clauses offered for the contract of an engagement. */
export function clausesFor(pack: Pack, facts: ReadonlySet<string>): readonly Clause[] {
  return pack.clauses.filter(({ when }) => holds(when, facts));
}

/** The role itself or, where the body has no such post, the one that takes its place. */
export function roleInPlaceOf({ roles }: Pick<Pack, 'roles'>, id: string): string {
  return roles.find(({ standsFor }) => standsFor?.includes(id) === true)?.id ?? id;
}

/** Ids of the roles that have a duty, e.g. who permits exceptions. */
export function rolesWithDuty(pack: Pack, duty: Duty): readonly string[] {
  return pack.roles.filter(({ duties }) => duties.includes(duty)).map(({ id }) => id);
}
